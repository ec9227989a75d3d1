using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A family's way from the form to friend family, and what its household owes later.</summary>
public sealed class FamilyApprovalTests : IAsyncLifetime
{
    private FamilyWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await FamilyWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Two_adults_and_a_small_child_become_a_friend_family()
    {
        var id = await _world.ApprovedAsync();
        await _world.ShouldBeAsync(id, FamilyState.Approved);
        var family = await _world.CaseAsync(id);
        family.IsFree.ShouldBeTrue();
        family.ApprovedOn.ShouldBe(new DateOnly(2026, 9, 3));
        family.Members[0].Rules.ShouldNotBeNull().Version.ShouldBe("2026-1");
        family.Members[1].Declaration.ShouldNotBeNull().Language.ShouldBe("en");
        family.Members[2].Certificates.ShouldBeEmpty();
        family.Members[2].OwesCourse.ShouldBeFalse();
        (await _world.MailsAsync(id)).Where(mail => !mail.Contains(" case-task ")).ShouldBe(
        [
            "2026-08-31 10:00 family-book frida",
            "2026-08-31 10:00 family-booked frida",
            "2026-08-31 10:00 family-booked-staff karla",
            "2026-08-31 10:00 family-confirm frida",
            "2026-09-03 18:00 family-consent frida",
            "2026-09-03 18:00 family-consent frida",
            "2026-09-03 18:00 family-consent viggo",
            "2026-09-03 18:00 family-consent viggo",
            "2026-09-03 18:00 family-course frida",
            "2026-09-03 18:00 family-course viggo",
            "2026-09-03 18:00 family-declaration frida",
            "2026-09-03 18:00 family-declaration viggo",
            "2026-09-03 18:00 family-rules frida",
            "2026-09-03 18:00 family-rules viggo",
            "2026-09-03 18:00 family-welcome frida",
        ]);
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task A_child_at_home_of_15_has_certificates_and_the_course_and_one_of_13_the_course_only()
    {
        var id = await _world.VisitedAsync(_world.Form(FamilyWorld.Frida,
            new MemberForm { Name = "Sofus Ven", BirthDate = "2011-09-03", Role = "child", Email = "sofus@eksempel.example" },
            new MemberForm { Name = "Tone Ven", BirthDate = "2013-09-03", Role = "child" },
            new MemberForm { Name = "Ida Ven", BirthDate = "2013-09-04", Role = "child" }));
        var family = await _world.CaseAsync(id);
        family.Members.Select(m => (m.OwesCourse, m.OwesRules, m.Certificates.Count)).ShouldBe([(true, true, 2), (true, false, 2), (true, false, 0), (false, false, 0)]);
        await _world.DoneAsync(id, "family-2-boerneattest-order", "ordered");
        // 15 and an address of his own: the police's letter is his, and so is our reminder; Tone is asked through her mother
        (await _world.MailsAsync(id, "family-consent")).ShouldBe(["2026-09-03 18:00 family-consent sofus"]);
        (await _world.MailsAsync(id, "family-course")).ShouldBe(["2026-09-03 18:00 family-course frida", "2026-09-03 18:00 family-course frida", "2026-09-03 18:00 family-course sofus"]);
        (await _world.LookAsync(id, "family-course--member-3")).ShouldNotBeNull().Page!.Paragraphs[0].ShouldContain("Tone Ven");
    }

    [Fact]
    public async Task An_adult_without_an_address_signs_on_paper_and_nobody_signs_for_another()
    {
        var id = await _world.VisitedAsync(_world.Form(FamilyWorld.Frida, FamilyWorld.Viggo with { Email = "" }));
        (await _world.AskedAsync(id)).ShouldNotContain("family-declaration--member-2");
        (await _world.AnswerAsync(id, "family-2-paper-declaration", "signed")).ShouldBeOfType<StepResult.Invalid>().Problems.Single().Field.ShouldBe("hold");
        await _world.DoneAsync(id, "family-2-paper-declaration", "signed", ("hold", "on"));
        (await _world.CaseAsync(id)).Members[1].Declaration!.By.ShouldBe(_world.House.Coordinator);
    }

    [Fact]
    public async Task Interview_first_or_visit_first_and_not_everybody_for_it_is_asked_about_again_in_a_week()
    {
        var id = await _world.ApplyAsync();
        await _world.DoneAsync(id, "family-confirm", "confirm");
        await _world.DoneAsync(id, "family-times", "offer", ("time1", "2026-09-03T16:30"));
        await _world.DoneAsync(id, "family-book", "2026-09-03T14:30Z");
        await _world.House.GoToAsync("2026-09-03 18:00");
        await _world.DoneAsync(id, "family-interview", "not-yet");
        await _world.DoneAsync(id, "family-visit", "held");
        await _world.ShouldBeAsync(id, FamilyState.Visiting);
        (await _world.AskedAsync(id)).ShouldBeEmpty();
        await _world.House.GoToAsync("2026-09-10 18:00");
        await _world.DoneAsync(id, "family-interview", "all-for");
        await _world.ShouldBeAsync(id, FamilyState.Preparing);
        (await _world.CaseAsync(id)).Visit.WholeFamilyOn.ShouldBe(new DateOnly(2026, 9, 10));
    }

    [Fact]
    public async Task The_same_form_twice_is_one_family_and_another_form_leads_to_the_open_one()
    {
        var form = _world.Form();
        var id = await _world.ApplyAsync(form);
        (await _world.House.Get<FamilyIntake>().SubmitAsync(form, Ct)).ShouldBe(new CaseIntakeResult.Accepted(id, Repeat: true));
        (await _world.House.Get<FamilyIntake>().SubmitAsync(form with { Town = "Horsens" }, Ct)).ShouldBeOfType<CaseIntakeResult.Different>();
        (await _world.House.Get<FamilyIntake>().SubmitAsync(_world.Form(), Ct)).ShouldBe(new CaseIntakeResult.Accepted(id, Repeat: true));
        await _world.House.SettleAsync();
        (await _world.MailsAsync(id, "family-again")).Count.ShouldBe(1);
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task A_family_that_does_not_answer_is_reminded_and_lapses_kindly()
    {
        var id = await _world.ApplyAsync();
        await _world.House.GoToAsync("2026-10-01 12:00");
        await _world.ShouldBeAsync(id, FamilyState.Lapsed);
        (await _world.MailsAsync(id)).ShouldBe(
        [
            "2026-08-31 10:00 family-confirm frida",
            "2026-09-03 09:00 family-confirm-reminder frida",
            "2026-09-10 09:00 family-confirm-reminder frida",
            "2026-09-22 09:00 family-lapsed frida",
        ]);
        (await _world.CaseAsync(id)).RetainUntil.ShouldBe(new DateOnly(2027, 3, 22));
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Theory]
    [InlineData(0, FamilyState.Withdrawn)]
    [InlineData(1, FamilyState.Withdrawn)]
    [InlineData(2, FamilyState.Withdrawn)]
    [InlineData(3, FamilyState.Stopped)]
    public async Task A_family_can_take_it_back_at_each_step_and_old_links_say_so(int step, FamilyState after)
    {
        var id = step switch { 0 => await _world.ApplyAsync(), 3 => await _world.ApprovedAsync(), _ => await _world.VisitedAsync() };
        if (step == 2)
            await _world.SettledAsync(id, 1);
        var question = step switch { 0 => "family-confirm", 3 => "family-approve", _ => "family-rules--member-2" };
        var token = await _world.TokenAsync(id, question);
        (await _world.WithdrawAsync(id)).ShouldBeTrue();
        (await _world.WithdrawAsync(id)).ShouldBeFalse();
        await _world.ShouldBeAsync(id, after);
        (await _world.House.Get<CaseDesk>().ViewAsync(token, cancellation: Ct)).ShouldNotBeNull().Page.ShouldBeNull();
        (await _world.MailsAsync(id, "family-stopped")).Count.ShouldBe(after == FamilyState.Stopped ? 1 : 0);
        (await _world.MailsAsync(id, "family-stopped-staff")).Count.ShouldBe(after == FamilyState.Stopped ? 1 : 0);
        _world.House.Hub.NextDue.ShouldBeNull();
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Another_member_cannot_take_the_family_back_and_sees_only_what_is_theirs()
    {
        var id = await _world.VisitedAsync();
        var viggo = (await _world.CaseAsync(id)).Members[1].PersonId;
        (await _world.WithdrawAsync(id, viggo)).ShouldBeFalse();
        var status = (await _world.StatusAsync(id, viggo)).ShouldNotBeNull();
        status.CanWithdraw.ShouldBeFalse();
        status.WaitsFor.Select(w => w.What.Danish).ShouldBe(["at du tager kurset på nettet", "at du læser samværsreglerne", "at du skriver under på tavshedserklæringen"]);
        status.WaitsFor.ShouldAllBe(w => w.AnswerPath != null);
        var all = (await _world.StatusAsync(id)).ShouldNotBeNull();
        all.CanWithdraw.ShouldBeTrue();
        all.WaitsFor.Count.ShouldBeGreaterThan(6);
    }

    [Theory]
    [InlineData("go-on", FamilyState.Preparing)]
    [InlineData("decline", FamilyState.Rejected)]
    public async Task A_remark_waits_for_the_leader_while_the_others_go_on_and_rejects_nobody_by_itself(string decision, FamilyState after)
    {
        var id = await _world.VisitedAsync();
        await _world.DoneAsync(id, "family-2-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "family-2-boerneattest-outcome", "remark", ("deleted", "on"));
        await _world.ShouldBeAsync(id, FamilyState.Preparing);
        await _world.SettledAsync(id, 1);
        (await _world.AnswerAsync(id, "family-2-remark", decision, by: _world.House.Coordinator)).ShouldBeOfType<StepResult.Gone>();
        await _world.DoneAsync(id, "family-2-remark", decision);
        await _world.ShouldBeAsync(id, after);
        // nobody else of the family reads of it
        (await _world.StatusAsync(id)).ShouldNotBeNull().Timeline.Count(line => line.What.Danish.Contains("leder")).ShouldBe(0);
    }

    [Fact]
    public async Task A_member_who_turns_15_in_the_year_is_asked_on_the_birthday_and_the_visits_go_on_while_staff_are_told()
    {
        var id = await _world.ApprovedAsync(_world.Form(FamilyWorld.Frida, FamilyWorld.Viggo, new MemberForm { Name = "Sofus Ven", BirthDate = "2012-02-29", Role = "child", Email = "sofus@eksempel.example" }));
        await _world.House.GoToAsync("2027-02-28 12:00");
        (await _world.CaseAsync(id)).Members[2].Certificates.ShouldBeEmpty();
        await _world.House.GoToAsync("2027-03-01 12:00");
        (await _world.CaseAsync(id)).Members[2].Certificates.Count.ShouldBe(2);
        (await _world.MailsAsync(id, "family-owes")).ShouldBe(["2027-03-01 09:00 family-owes frida"]);
        (await _world.MailsAsync(id, "family-owes-staff")).ShouldBe(["2027-03-01 09:00 family-owes-staff karla"]);
        await _world.ShouldBeAsync(id, FamilyState.Approved);
        await _world.DoneAsync(id, "family-3-boerneattest-order", "ordered");
        await _world.House.GoToAsync("2027-03-16 12:00"); // the fourteen days are over
        await _world.DoneAsync(id, "family-3-boerneattest-outcome", "no-consent", ("deleted", "on"));
        (await _world.MailsAsync(id, "family-missing")).ShouldBe(["2027-03-16 12:00 family-missing karla"]);
        await _world.ShouldBeAsync(id, FamilyState.Approved);
        await _world.DoneAsync(id, "family-3-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "family-3-boerneattest-outcome", "clean", ("deleted", "on"));
        (await _world.CaseAsync(id)).Members[2].Certificates.First(note => note.Kind == CertificateKind.Children).Outcome.ShouldBe(CertificateOutcome.Clean);
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Who_moves_in_owes_what_their_age_asks_for_and_who_moves_out_owes_nothing_more()
    {
        var id = await _world.ApprovedAsync();
        var desk = _world.House.Get<FamilyDesk>();
        var uncle = new MemberForm { Name = "Onkel Ole", BirthDate = "1960-01-01", Role = "adult", Email = "ole@eksempel.example" };
        (await desk.MovesInAsync(id, uncle, _world.House.Coordinator, Ct)).ShouldBeEmpty();
        (await desk.MovesInAsync(id, uncle, _world.House.Coordinator, Ct)).ShouldBeEmpty();
        await _world.House.SettleAsync();
        (await _world.CaseAsync(id)).Members.Count.ShouldBe(4);
        await _world.ShouldBeAsync(id, FamilyState.Approved);
        (await _world.AskedAsync(id)).Where(question => question.Contains('4')).ShouldBe(["family-4-boerneattest-order", "family-4-straffeattest-order", "family-course--member-4", "family-declaration--member-4", "family-rules--member-4"]);
        var ole = (await _world.CaseAsync(id)).Members[3].PersonId!;
        var token = await _world.TokenAsync(id, "family-rules--member-4");
        (await _world.StatusAsync(id, ole)).ShouldNotBeNull();
        (await desk.MovesOutAsync(id, "member-4", _world.House.Coordinator, Ct)).ShouldBeTrue();
        (await desk.MovesOutAsync(id, "member-4", _world.House.Coordinator, Ct)).ShouldBeFalse();
        (await desk.MovesOutAsync(id, "member-1", _world.House.Coordinator, Ct)).ShouldBeFalse();
        await _world.House.SettleAsync();
        (await _world.House.Get<CaseDesk>().ViewAsync(token, cancellation: Ct)).ShouldBeNull();
        (await _world.StatusAsync(id, ole)).ShouldBeNull();
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task A_pause_ends_with_a_question_and_silence_starts_nothing()
    {
        var id = await _world.ApprovedAsync();
        (await _world.House.Get<FamilyDesk>().PauseAsync(id, new DateOnly(2026, 10, 30), "p-x", Ct)).ShouldBeTrue();
        await _world.House.GoToAsync("2026-11-10 12:00");
        await _world.ShouldBeAsync(id, FamilyState.Paused);
        (await _world.MailsAsync(id, "family-back-reminder")).Count.ShouldBe(1);
        (await _world.AnswerAsync(id, "family-back", "longer", null, ("until", "2026-01-01"))).ShouldBeOfType<StepResult.Invalid>();
        await _world.DoneAsync(id, "family-back", "longer", ("until", "2026-12-01"));
        await _world.House.GoToAsync("2026-12-01 12:00");
        await _world.DoneAsync(id, "family-back", "back");
        (await _world.CaseAsync(id)).IsFree.ShouldBeTrue();
    }

    [Fact]
    public async Task A_match_takes_a_family_up_once_and_lets_it_go()
    {
        var id = await _world.ApprovedAsync();
        var desk = _world.House.Get<FamilyDesk>();
        (await desk.TakeAsync(id, "m-1", Ct)).ShouldBeTrue();
        (await desk.TakeAsync(id, "m-1", Ct)).ShouldBeTrue();
        (await desk.TakeAsync(id, "m-2", Ct)).ShouldBeFalse();
        (await desk.ReleaseAsync(id, "m-2", Ct)).ShouldBeFalse();
        (await desk.ReleaseAsync(id, "m-1", Ct)).ShouldBeTrue();
        (await desk.OpenAsync(["aarhus"], Ct)).Single().IsFree.ShouldBeTrue();
        (await desk.OpenAsync(["horsens"], Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_after_each_step_changes_nothing()
    {
        var whole = await _world.ApprovedAsync();
        await using var other = await FamilyWorld.StartAsync();
        var id = await other.ApplyAsync();
        foreach (var (question, answer, fields) in new (string, string, (string, string)[])[]
        {
            ("family-confirm", "confirm", []),
            ("family-times", "offer", [("time1", "2026-09-03T16:30"), ("time2", "2026-09-04T10:00")]),
            ("family-book", "2026-09-03T14:30Z", []),
        })
        {
            await other.House.RestartAsync();
            await other.House.SettleAsync();
            await other.DoneAsync(id, question, answer, fields);
        }

        await other.House.RestartAsync();
        await other.House.GoToAsync("2026-09-03 18:00");
        await other.DoneAsync(id, "family-visit", "held");
        await other.House.RestartAsync();
        await other.House.SettleAsync();
        await other.DoneAsync(id, "family-interview", "all-for");
        foreach (var number in new[] { 1, 2, 3 })
        {
            await other.House.RestartAsync();
            await other.House.SettleAsync();
            await other.SettledAsync(id, number);
        }

        await other.House.RestartAsync();
        await other.House.SettleAsync();
        await other.DoneAsync(id, "family-approve", "approve");
        (await other.TimelineAsync(id)).ShouldBe(await _world.TimelineAsync(whole));
        (await other.MailsAsync(id)).ShouldBe(await _world.MailsAsync(whole));
    }
}
