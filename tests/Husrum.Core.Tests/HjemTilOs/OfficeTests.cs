using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Families.Office;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Office;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What staff see of families and referrals, and do for them.</summary>
public sealed class OfficeTests : IAsyncLifetime
{
    private RefundWorld _house = null!;
    private FamilyWorld _families = null!;
    private ReferralWorld _referrals = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FamilyOffice Families => _house.Get<FamilyOffice>();

    private ReferralOffice Referrals => _house.Get<ReferralOffice>();

    public async ValueTask InitializeAsync()
    {
        _house = await RefundWorld.StartAsync();
        (_families, _referrals) = (new(_house), new(_house));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Staff_see_the_cases_of_their_own_departments_and_others_see_none()
    {
        var (family, referral) = (await _families.ApplyAsync(), await _referrals.ReferAsync());
        var other = await StaffOfAsync("Hanne Horsens", StaffRole.Coordinator, "horsens");
        foreach (var reader in new[] { _house.Coordinator, _house.Deputy, _house.Leader })
        {
            (await Families.AllAsync(reader, Ct)).ShouldHaveSingleItem().Case.Id.ShouldBe(family);
            (await Families.FileAsync(family, reader, Ct)).ShouldNotBeNull();
            (await Referrals.AllAsync(reader, Ct)).ShouldHaveSingleItem().Case.Id.ShouldBe(referral);
            (await Referrals.FileAsync(referral, reader, Ct)).ShouldNotBeNull();
        }

        foreach (var reader in new[] { other, _house.Treasurer, _house.Operator, (await _families.CaseAsync(family)).PersonId, "p-nobody" })
        {
            (await Families.AllAsync(reader, Ct)).ShouldBeEmpty();
            (await Families.FileAsync(family, reader, Ct)).ShouldBeNull();
            (await Families.MovesInAsync(family, reader, new MemberForm(), Ct)).ShouldBeNull();
            (await Families.MovesOutAsync(family, reader, "member-2", Ct)).ShouldBeNull();
            (await Families.PauseAsync(family, reader, "2026-10-01", Ct)).ShouldBeNull();
            (await Families.RejectAsync(family, reader, Ct)).ShouldBeNull();
            (await Referrals.AllAsync(reader, Ct)).ShouldBeEmpty();
            (await Referrals.FileAsync(referral, reader, Ct)).ShouldBeNull();
            (await Referrals.SignedAsync(referral, reader, "guardian-1", "2026-08-30", true, Ct)).ShouldBeNull();
            (await Referrals.TakenBackAsync(referral, reader, "guardian-1", Ct)).ShouldBeNull();
            (await Referrals.CloseAsync(referral, reader, Ct)).ShouldBeNull();
        }

        (await Families.FileAsync("../x", _house.Leader, Ct)).ShouldBeNull();
        (await Families.FileAsync(referral, _house.Leader, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task What_has_waited_for_three_weekdays_comes_first_what_is_late_before_that_and_what_is_asked_later_has_not_waited()
    {
        var early = await _referrals.ReferAsync();
        await _house.GoToAsync("2026-09-03 08:00"); // Monday to Thursday
        var fresh = await _referrals.ReferAsync(ReferralWorld.Fields(("childName", "Alma Lund")));
        (await Referrals.AllAsync(_house.Coordinator, Ct)).Select(file => (file.Case.Id, file.HasWaitedLong)).ShouldBe([(early, true), (fresh, false)]);
        var waiting = (await Referrals.AllAsync(_house.Coordinator, Ct))[0].Story.WaitsFor;
        waiting.Where(wait => !wait.IsAsked).ShouldNotBeEmpty(); // staff are asked to help after ten weekdays
        var late = await _referrals.ReferAsync(ReferralWorld.Fields(("childName", "Ebbe Lund"), ("selfHarming", "on"))); // staff are to look at it
        await _house.GoToAsync("2026-09-15 12:00");
        (await Referrals.AllAsync(_house.Coordinator, Ct))[0].ShouldSatisfyAllConditions(file => file.Case.Id.ShouldBe(late), file => file.IsLate.ShouldBeTrue());
        await _referrals.ConsentAsync(early, 1);
        await _referrals.ConsentAsync(early, 2, "en");
        (await Referrals.AllAsync(_house.Coordinator, Ct)).Single(file => file.Case.Id == early).HasWaitedLong.ShouldBeFalse(); // it waits for a family, which nobody is late with
    }

    [Fact]
    public async Task A_familys_page_says_of_each_member_what_is_done_what_is_missing_and_what_comes_with_a_birthday()
    {
        var id = await _families.VisitedAsync(_families.Form(FamilyWorld.Frida, FamilyWorld.Viggo, new MemberForm { Name = "Sofus Ven", BirthDate = "2012-02-29", Role = "child" }));
        await _families.SettledAsync(id, 1);
        await _families.DoneAsync(id, "family-2-boerneattest-order", "ordered");
        var members = (await Families.FileAsync(id, _house.Coordinator, Ct)).ShouldNotBeNull().Members;
        members[0].Duties.Select(duty => duty.State).ShouldAllBe(state => state == DutyState.Done);
        members[0].Duties.Single(duty => duty.What.Danish == "Børneattesten").Note.Danish.ShouldBe("i orden 3.9.2026, fornyes senest 3.9.2028");
        members[1].Duties.Single(duty => duty.What.Danish == "Børneattesten").Note.Danish.ShouldBe("bestilt 3.9.2026, samtykke i Digital Post senest 17.9.2026");
        members[1].Duties.Single(duty => duty.What.Danish == "Straffeattesten").ShouldSatisfyAllConditions(d => d.State.ShouldBe(DutyState.Open), d => d.Note.Danish.ShouldBe("skal bestilles"));
        members[2].Duties.Select(duty => (duty.What.Danish, duty.State, duty.Note.Danish)).ShouldBe(
        [
            ("Kurset på nettet", DutyState.Open, "mangler"),
            ("Fylder 15", DutyState.Ahead, "1.3.2027: så kommer børneattest og straffeattest"),
            ("Fylder 18", DutyState.Ahead, "1.3.2030: så kommer samværsregler og tavshedserklæring"),
        ]);
    }

    [Fact]
    public async Task Who_moves_in_with_an_approved_family_is_recorded_by_staff_asked_and_seen_with_what_they_owe()
    {
        var id = await _families.ApprovedAsync();
        (await Families.MovesInAsync(id, _house.Coordinator, new MemberForm { Name = "Grethe Ven", BirthDate = "020384-1234", Role = "adult" }, Ct)).ShouldNotBeNull().Select(problem => problem.Field).ShouldContain("birthDate");
        (await Families.MovesInAsync(id, _house.Coordinator, new MemberForm { Name = "Grethe Ven", BirthDate = "1950-01-01", Role = "adult", Email = "grethe@eksempel.example" }, Ct)).ShouldBe([]);
        await _house.SettleAsync();
        var file = (await Families.FileAsync(id, _house.Coordinator, Ct)).ShouldNotBeNull();
        file.Members[^1].Duties.ShouldAllBe(duty => duty.State == DutyState.Open);
        file.Members[^1].Duties.Count.ShouldBe(6);
        (await _families.AskedAsync(id)).ShouldContain("family-course--member-4");
        (await Families.MovesOutAsync(id, _house.Coordinator, "member-4", Ct)).ShouldBe([]);
        await _house.SettleAsync();
        (await Families.FileAsync(id, _house.Coordinator, Ct)).ShouldNotBeNull().Members[^1].Duties.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_break_recorded_by_staff_ends_when_the_family_says_so_and_a_later_one_is_asked_about_anew()
    {
        var id = await _families.ApprovedAsync();
        (await Families.PauseAsync(id, _house.Coordinator, "i morgen", Ct)).ShouldNotBeNull().ShouldHaveSingleItem().Field.ShouldBe("until");
        (await Families.PauseAsync(id, _house.Coordinator, "2026-10-01", Ct)).ShouldBe([]);
        await _families.ShouldBeAsync(id, FamilyState.Paused);
        (await Families.ResumeAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _house.SettleAsync();
        (await _families.CaseAsync(id)).ShouldSatisfyAllConditions(f => f.State.ShouldBe(FamilyState.Approved), f => f.PausedUntil.ShouldBeNull());
        await _house.GoToAsync("2026-10-02 12:00");
        (await _families.MailsAsync(id, "family-back")).ShouldBeEmpty();
        (await Families.PauseAsync(id, _house.Coordinator, "2026-11-01", Ct)).ShouldBe([]);
        await _house.GoToAsync("2026-11-03 12:00");
        (await _families.MailsAsync(id, "family-back")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_family_on_its_way_can_be_turned_down_at_any_step_and_hears_it_once_and_kindly()
    {
        var id = await _families.ApplyAsync();
        (await Families.RejectAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _families.ShouldBeAsync(id, FamilyState.Received); // nobody writes a no to an address that may be another's
        await _families.DoneAsync(id, "family-confirm", "confirm");
        for (var i = 0; i < 2; i++)
            (await Families.RejectAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _house.SettleAsync();
        await _families.ShouldBeAsync(id, FamilyState.Rejected);
        (await _families.MailsAsync(id, "family-rejected")).ShouldHaveSingleItem();
        _house.Hub.NextDue.ShouldBeNull();
        await _families.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task An_approved_family_stops_when_staff_record_it_but_not_while_a_child_has_been_proposed_to_it()
    {
        var id = await _families.ApprovedAsync();
        (await _house.Get<FamilyDesk>().TakeAsync(id, "m-1", Ct)).ShouldBeTrue();
        (await Families.StopAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _families.ShouldBeAsync(id, FamilyState.Approved);
        (await _house.Get<FamilyDesk>().ReleaseAsync(id, "m-1", Ct)).ShouldBeTrue();
        (await Families.StopAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _house.SettleAsync();
        await _families.ShouldBeAsync(id, FamilyState.Stopped);
        (await _families.MailsAsync(id, "family-stopped")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_consent_that_comes_on_paper_before_anybody_was_asked_for_it_counts_as_by_the_link()
    {
        var id = await _referrals.ReferAsync();
        (await Referrals.SignedAsync(id, _house.Coordinator, "guardian-1", "2026-09-30", false, Ct)).ShouldNotBeNull().Select(problem => problem.Field).ShouldBe(["guardian-1-signedOn", "guardian-1-hold"]);
        for (var i = 0; i < 2; i++)
            (await Referrals.SignedAsync(id, _house.Coordinator, "guardian-1", "2026-08-30", true, Ct)).ShouldBe([]);
        (await Referrals.SignedAsync(id, _house.Coordinator, "guardian-9", "2026-08-30", true, Ct)).ShouldBeNull();
        await _referrals.ConsentAsync(id, 2, "en");
        var referral = await _referrals.CaseAsync(id);
        referral.State.ShouldBe(ReferralState.Ready);
        referral.Guardians[0].Consents.Count.ShouldBe(2);
        referral.Guardians[0].Consents.ShouldAllBe(consent => consent.Channel == ConsentChannel.SignedDocument && consent.RecordedBy == _house.Coordinator);
        (await _referrals.TimelineAsync(id)).ShouldContain("referral-1-paper:signed");
        (await _referrals.MailsAsync(id, "referral-copy")).Count.ShouldBe(2);
        await _referrals.EveryMailCanBeReadAsync(id, "Liva", "Lund");
    }

    [Fact]
    public async Task A_consent_taken_back_by_phone_pauses_everything_as_by_the_link()
    {
        var id = await _referrals.ReadyAsync();
        for (var i = 0; i < 2; i++)
            (await Referrals.TakenBackAsync(id, _house.Coordinator, "guardian-1", Ct)).ShouldBe([]);
        await _house.SettleAsync();
        var referral = await _referrals.CaseAsync(id);
        referral.State.ShouldBe(ReferralState.ConsentWithdrawn);
        referral.Guardians[0].Consents.ShouldAllBe(consent => consent.WithdrawnAt != null);
        (await _referrals.MailsAsync(id, "referral-paused")).Count.ShouldBe(2);
        (await _referrals.AskedAsync(id)).ShouldContain("referral-withdrawn");
        (await Referrals.CloseAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _referrals.ShouldBeAsync(id, ReferralState.ConsentWithdrawn); // the talk has an end of its own
    }

    [Fact]
    public async Task A_no_by_phone_before_any_yes_is_talked_about_and_the_other_parent_can_answer()
    {
        var id = await _referrals.ReferAsync();
        (await Referrals.TakenBackAsync(id, _house.Coordinator, "guardian-1", Ct)).ShouldBe([]);
        await _house.SettleAsync();
        await _referrals.ShouldBeAsync(id, ReferralState.Gathering);
        (await _referrals.AskedAsync(id)).ShouldContain("referral-1-paper");
        await _referrals.ConsentAsync(id, 2, "en");
        await _referrals.DoneAsync(id, "referral-1-paper", "ask-again");
        await _referrals.ConsentAsync(id, 1);
        await _referrals.ShouldBeAsync(id, ReferralState.Ready);
    }

    [Fact]
    public async Task When_the_parents_were_informed_is_corrected_where_no_consent_is_needed_and_recorded_nowhere_else()
    {
        var id = await _referrals.ReferAsync(ReferralWorld.Institution());
        (await Referrals.InformedAsync(id, _house.Coordinator, "", "", "010203-1234", Ct)).ShouldNotBeNull().Select(problem => problem.Field).ShouldBe(["informedOn", "informedBy", "parentsView"]);
        (await Referrals.InformedAsync(id, _house.Coordinator, "2026-08-25", "Bente Kontakt", "Moderen er glad for det", Ct)).ShouldBe([]);
        (await _referrals.CaseAsync(id)).Exception.ShouldBe(new ConsentException(new(2026, 8, 25), "Bente Kontakt") { ParentsView = "Moderen er glad for det" });
        (await Referrals.SignedAsync(id, _house.Coordinator, "guardian-1", "2026-08-25", true, Ct)).ShouldBeNull();

        var foster = await _referrals.ReferAsync(ReferralWorld.Fields(("childName", "Alma Lund")));
        (await Referrals.InformedAsync(foster, _house.Coordinator, "2026-08-25", "Bente Kontakt", "", Ct)).ShouldBe([]);
        (await _referrals.CaseAsync(foster)).Exception.ShouldBeNull();
        (await _referrals.TimelineAsync(foster)).ShouldNotContain("parents-informed");
    }

    [Fact]
    public async Task A_referral_is_closed_by_staff_once_and_not_while_there_is_a_match()
    {
        var id = await _referrals.ReadyAsync();
        (await _house.Get<ReferralDesk>().TakeAsync(id, "m-1", Ct)).ShouldBeTrue();
        (await Referrals.CloseAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _referrals.ShouldBeAsync(id, ReferralState.Ready);
        (await _house.Get<ReferralDesk>().ReleaseAsync(id, "m-1", Ct)).ShouldBeTrue();
        for (var i = 0; i < 2; i++)
            (await Referrals.CloseAsync(id, _house.Coordinator, Ct)).ShouldBe([]);
        await _house.SettleAsync();
        await _referrals.ShouldBeAsync(id, ReferralState.Rejected);
        (await _referrals.MailsAsync(id, "referral-rejected")).Count.ShouldBe(2);
        (await _referrals.MailsAsync(id, "referral-closed-parents")).Count.ShouldBe(2);
        _house.Hub.NextDue.ShouldBeNull();
        await _referrals.EveryMailCanBeReadAsync(id, "Liva", "Lund");
    }

    [Fact]
    public async Task A_failed_run_of_a_year_is_replaced_though_another_process_names_its_cases_alike()
    {
        var course = await CourseWorld.InAsync(_house, DayOfWeek.Thursday);
        var driver = _house.Get<CaseDriver>();
        (await driver.ReplaceAsync(CourseWorld.Id + "-g1", _house.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.Begun);
        (await course.CourseAsync()).Generation.ShouldBe(2);
        (await driver.ReplaceAsync(CourseWorld.Id + "-g1", _house.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.Superseded);
        (await driver.ReplaceAsync("x-1-g1", _house.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.NotOurs);
    }

    private async Task<string> StaffOfAsync(string name, StaffRole role, string department)
    {
        var id = await _house.GivenStaffAsync(name, role);
        await _house.Get<StaffDirectory>().PutAsync(id, [role], [department], cancellation: Ct);
        return id;
    }
}
