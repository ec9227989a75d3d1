using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A child's way from the form to the waiting list.</summary>
public sealed class ReferralTests : IAsyncLifetime
{
    private ReferralWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await ReferralWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Two_parents_who_say_no_the_same_morning_are_two_mails_that_can_be_told_apart()
    {
        var id = await _world.ReferAsync();
        await _world.DoneAsync(id, "referral-consent--guardian-1", "no");
        await _world.DoneAsync(id, "referral-consent--guardian-2", "no");
        (await _world.NoticesAsync(id)).Where(notice => notice.Template == "referral-no").Select(notice => notice.Fields["parent"]).ShouldBe(["1", "2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_custody_holders_one_consent_missing_for_ten_weekdays_then_the_gate_opens()
    {
        var id = await _world.ReferAsync();
        await _world.ConsentAsync(id, 1);
        await _world.House.GoToAsync("2026-09-14 12:00");
        await _world.ShouldBeAsync(id, ReferralState.Gathering);
        (await _world.House.Get<ReferralDesk>().WaitingAsync(cancellation: Ct)).ShouldBeEmpty();
        (await _world.AskedAsync(id)).ShouldBe(["referral-2-paper", "referral-consent--guardian-2"]);
        await _world.ConsentAsync(id, 2, "en");
        var referral = await _world.CaseAsync(id);
        referral.IsWaiting.ShouldBeTrue();
        referral.ReadyOn.ShouldBe(new DateOnly(2026, 9, 14));
        referral.Guardians[1].Holds(ConsentKind.Own).ShouldNotBeNull().ShouldSatisfyAllConditions(c => c.Language.ShouldBe("en"), c => c.Version.ShouldBe("2026-1"), c => c.Channel.ShouldBe(ConsentChannel.Link));
        (await _world.House.Get<ReferralDesk>().WaitingAsync(["aarhus"], Ct)).Single().Id.ShouldBe(id);
        (await _world.MailsAsync(id)).ShouldBe(
        [
            "2026-08-31 10:00 referral-confirm rikke",
            "2026-08-31 10:00 referral-consent frank",
            "2026-08-31 10:00 referral-consent mona",
            "2026-08-31 10:00 referral-copy mona",
            "2026-09-04 09:00 referral-consent-reminder frank",
            "2026-09-10 09:00 referral-consent-reminder frank",
            "2026-09-14 09:00 hto-task karla",
            "2026-09-14 09:00 referral-missing bente",
            "2026-09-14 09:00 referral-missing rikke",
            "2026-09-14 12:00 referral-copy frank",
            "2026-09-14 12:00 referral-ready bente",
            "2026-09-14 12:00 referral-ready rikke",
            "2026-09-14 12:00 referral-ready-parents frank",
            "2026-09-14 12:00 referral-ready-parents mona",
        ]);
        (await _world.NoticesAsync(id)).Where(n => n.To.StartsWith("frank")).ShouldAllBe(n => n.Language == "en");
        await _world.EveryMailCanBeReadAsync(id, "Liva", "Lund");
    }

    [Fact]
    public async Task A_child_at_a_childrens_home_needs_no_consent_but_the_visit_and_the_meeting_first()
    {
        var id = await _world.ReferAsync(ReferralWorld.Institution());
        await _world.ShouldBeAsync(id, ReferralState.Gathering);
        (await _world.AskedAsync(id)).ShouldBe(["referral-child-visit", "referral-start-meeting"]);
        (await _world.MailsAsync(id, "referral-placement")).ShouldBe(["2026-08-31 10:00 referral-placement pelle"]);
        (await _world.AnswerAsync(id, "referral-start-meeting", "held", null, ("heldOn", "2026-09-30"))).ShouldBeOfType<StepResult.Invalid>();
        await _world.DoneAsync(id, "referral-start-meeting", "held", ("heldOn", "2026-08-31"));
        await _world.ShouldBeAsync(id, ReferralState.Gathering);
        await _world.DoneAsync(id, "referral-child-visit", "held", ("heldOn", "2026-08-31"));
        var referral = await _world.CaseAsync(id);
        referral.IsWaiting.ShouldBeTrue();
        referral.Exception.ShouldNotBeNull().InformedOn.ShouldBe(new DateOnly(2026, 8, 20));
        referral.Guardians.ShouldBeEmpty();
        (await _world.MailsAsync(id, "referral-ready-parents")).ShouldBe(["2026-08-31 10:00 referral-ready-parents pelle"]);
        await _world.EveryMailCanBeReadAsync(id, "Liva", "Lund");
    }

    [Fact]
    public async Task A_child_in_foster_care_needs_the_consents_whatever_was_typed_about_informing()
    {
        var fields = ReferralWorld.Institution("foster");
        (await _world.House.Get<ReferralIntake>().SubmitAsync(_world.Form(fields), Ct)).ShouldBeOfType<CaseIntakeResult.Invalid>().Problems.Select(p => p.Field).ShouldBe(["guardian1Name"]);
        fields["guardian1Name"] = "Mona Mor";
        fields["guardian1Email"] = "mona@eksempel.example";
        var id = await _world.ReferAsync(fields);
        (await _world.CaseAsync(id)).Exception.ShouldBeNull();
        (await _world.AskedAsync(id)).ShouldBe(["referral-consent--guardian-1"]);
    }

    [Theory]
    [InlineData("own-room")]
    [InlineData("boarding-school")]
    public async Task Own_room_and_boarding_school_are_ready_at_once_where_the_parents_are_informed(string living)
    {
        var id = await _world.ReferAsync(ReferralWorld.Institution(living));
        (await _world.CaseAsync(id)).IsWaiting.ShouldBeTrue();
        (await _world.MailsAsync(id, "referral-placement")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("go-on", ReferralState.Gathering)]
    [InlineData("reject", ReferralState.Rejected)]
    public async Task What_is_in_doubt_goes_to_a_human_before_any_parent_is_written_to(string decision, ReferralState after)
    {
        var id = await _world.ReferAsync(ReferralWorld.Fields(("selfHarming", "on"), ("strength", "unsure")));
        await _world.ShouldBeAsync(id, ReferralState.Assessing);
        (await _world.CaseAsync(id)).Doubts.ShouldBe([ReferralDoubt.SelfHarming, ReferralDoubt.Strength]);
        (await _world.MailsAsync(id, "referral-consent")).ShouldBeEmpty();
        await _world.DoneAsync(id, "referral-assess", decision);
        await _world.ShouldBeAsync(id, after);
        (await _world.MailsAsync(id, "referral-closed-parents")).ShouldBeEmpty();
        (await _world.MailsAsync(id, "referral-rejected")).Count.ShouldBe(decision == "reject" ? 2 : 0);
        await _world.EveryMailCanBeReadAsync(id, "Liva", "selv");
    }

    [Fact]
    public async Task A_consent_taken_back_pauses_everything_at_once_and_can_be_given_again_after_a_talk()
    {
        var id = await _world.ReadyAsync();
        (await _world.House.Get<ReferralDesk>().TakeAsync(id, "m-1", Ct)).ShouldBeTrue();
        var frank = (await _world.CaseAsync(id)).Guardians[1].PersonId;
        (await _world.WithdrawAsync(id, frank)).ShouldBeTrue();
        (await _world.WithdrawAsync(id, frank)).ShouldBeFalse();
        var referral = await _world.CaseAsync(id);
        referral.State.ShouldBe(ReferralState.ConsentWithdrawn);
        referral.Guardians[1].HasConsented().ShouldBeFalse();
        referral.Guardians[1].Consents.ShouldAllBe(c => c.WithdrawnAt != null);
        referral.Guardians[0].HasConsented().ShouldBeTrue();
        (await _world.MailsAsync(id, "referral-no")).ShouldBe(["2026-08-31 10:00 referral-no karla"]);
        (await _world.MailsAsync(id, "referral-paused")).Count.ShouldBe(2);
        (await _world.StatusAsync(id, referral.Guardians[0].PersonId)).ShouldNotBeNull().Timeline.ShouldAllBe(line => !line.What.Danish.Contains("taget tilbage"));
        await _world.DoneAsync(id, "referral-withdrawn", "ask-again");
        await _world.ConsentAsync(id, 2, "en");
        (await _world.CaseAsync(id)).ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReferralState.Ready), r => r.MatchId.ShouldBe("m-1"), r => r.Guardians[1].Consents.Count.ShouldBe(4));
        await _world.EveryMailCanBeReadAsync(id, "Liva", "Lund");
    }

    [Fact]
    public async Task A_no_stops_and_staff_talk_before_anybody_asks_again()
    {
        var id = await _world.ReferAsync();
        await _world.DoneAsync(id, "referral-consent--guardian-1", "no");
        (await _world.MailsAsync(id, "referral-no")).Count.ShouldBe(1);
        await _world.ConsentAsync(id, 2, "en");
        await _world.ShouldBeAsync(id, ReferralState.Gathering);
        await _world.DoneAsync(id, "referral-1-paper", "ask-again");
        await _world.ConsentAsync(id, 1);
        await _world.ShouldBeAsync(id, ReferralState.Ready);
    }

    [Fact]
    public async Task A_parent_without_an_address_signs_both_on_paper()
    {
        var id = await _world.ReferAsync(ReferralWorld.Fields(("guardian2Email", "")));
        (await _world.AskedAsync(id)).ShouldBe(["referral-2-paper", "referral-consent--guardian-1"]);
        (await _world.AnswerAsync(id, "referral-2-paper", "signed", null, ("signedOn", "2026-08-30"))).ShouldBeOfType<StepResult.Invalid>().Problems.Single().Field.ShouldBe("hold");
        await _world.DoneAsync(id, "referral-2-paper", "signed", ("signedOn", "2026-08-30"), ("hold", "on"));
        await _world.ConsentAsync(id, 1);
        (await _world.CaseAsync(id)).Guardians[1].Holds(ConsentKind.Municipality).ShouldNotBeNull().ShouldSatisfyAllConditions(
            c => c.Channel.ShouldBe(ConsentChannel.SignedDocument), c => c.RecordedBy.ShouldBe(_world.House.Coordinator), c => c.At.ShouldBe(new DateTimeOffset(2026, 8, 29, 22, 0, 0, TimeSpan.Zero)));
        await _world.ShouldBeAsync(id, ReferralState.Ready);
    }

    [Fact]
    public async Task One_tick_is_not_two()
    {
        var id = await _world.ReferAsync();
        (await _world.AnswerAsync(id, "referral-consent--guardian-1", "given", null, ("own", "on"))).ShouldBeOfType<StepResult.Invalid>().Problems.Single().Field.ShouldBe("municipality");
        (await _world.AnswerAsync(id, "referral-consent--guardian-1", "given", by: (await _world.CaseAsync(id)).Guardians[1].PersonId)).ShouldBeOfType<StepResult.Gone>();
    }

    [Fact]
    public async Task The_referrer_is_asked_first_and_silence_writes_to_nobody_else()
    {
        var id = await _world.ReferAsync(confirmed: false);
        await _world.House.GoToAsync("2026-10-01 12:00");
        await _world.ShouldBeAsync(id, ReferralState.Lapsed);
        (await _world.NoticesAsync(id)).Select(n => n.To.Split('@')[0]).Distinct().Order().ShouldBe(["bente", "rikke"]);
        (await _world.MailsAsync(id, "referral-closed")).Count.ShouldBe(2);
        (await _world.CaseAsync(id)).RetainUntil.ShouldBe(new DateOnly(2027, 9, 22));
    }

    [Fact]
    public async Task The_same_form_twice_is_one_referral_and_the_same_page_changed_is_told()
    {
        var form = _world.Form();
        var first = (await _world.House.Get<ReferralIntake>().SubmitAsync(form, Ct)).ShouldBeOfType<CaseIntakeResult.Accepted>();
        (await _world.House.Get<ReferralIntake>().SubmitAsync(form, Ct)).ShouldBe(new CaseIntakeResult.Accepted(first.Id, Repeat: true));
        (await _world.House.Get<ReferralIntake>().SubmitAsync(form with { Fields = ReferralWorld.Fields(("town", "Horsens")) }, Ct)).ShouldBeOfType<CaseIntakeResult.Different>();
    }

    [Fact]
    public async Task The_referrer_can_take_it_back_at_each_step_until_there_is_a_family()
    {
        foreach (var steps in new[] { 0, 1, 2 })
        {
            var id = await _world.ReferAsync(confirmed: steps > 0);
            if (steps == 2)
            {
                await _world.ConsentAsync(id, 1);
                await _world.ConsentAsync(id, 2);
            }

            (await _world.WithdrawAsync(id, (await _world.CaseAsync(id)).Referrer.PersonId)).ShouldBeTrue();
            await _world.ShouldBeAsync(id, ReferralState.Withdrawn);
            (await _world.MailsAsync(id, "referral-closed-parents")).Count.ShouldBe(steps == 0 ? 0 : 2);
        }

        var matched = await _world.ReadyAsync();
        await _world.House.Get<ReferralDesk>().TakeAsync(matched, "m-1", Ct);
        (await _world.WithdrawAsync(matched, (await _world.CaseAsync(matched)).Referrer.PersonId)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_child_nobody_found_a_family_for_is_asked_about_after_eleven_months_and_let_go_after_twelve()
    {
        var id = await _world.ReadyAsync();
        await _world.House.GoToAsync("2027-07-31 12:00");
        (await _world.AskedAsync(id)).ShouldBe(["referral-still"]);
        await _world.DoneAsync(id, "referral-still", "yes");
        await _world.House.GoToAsync("2027-09-15 12:00");
        await _world.ShouldBeAsync(id, ReferralState.Ready);
        await _world.House.GoToAsync("2028-03-10 12:00");
        await _world.ShouldBeAsync(id, ReferralState.Lapsed);
        (await _world.MailsAsync(id, "referral-closed-parents")).Count.ShouldBe(2);
        await _world.EveryMailCanBeReadAsync(id, "Liva", "Lund");
    }

    [Fact]
    public async Task A_match_takes_a_child_up_once_and_lets_it_go_to_its_old_place()
    {
        var (first, second) = (await _world.ReadyAsync(), await _world.ReadyAsync());
        var desk = _world.House.Get<ReferralDesk>();
        (await desk.TakeAsync(first, "m-1", Ct)).ShouldBeTrue();
        (await desk.TakeAsync(first, "m-2", Ct)).ShouldBeFalse();
        (await desk.WaitingAsync(cancellation: Ct)).Select(r => r.Id).ShouldBe([second]);
        (await desk.ReleaseAsync(first, "m-1", Ct)).ShouldBeTrue();
        (await desk.WaitingAsync(cancellation: Ct)).Count.ShouldBe(2);
        (await desk.TakeAsync(first, "m-3", Ct)).ShouldBeTrue();
        (await desk.FinishAsync(first, "m-3", Ct)).ShouldBeTrue();
        await _world.House.SettleAsync();
        (await _world.CaseAsync(first)).RetainUntil.ShouldBe(new DateOnly(2027, 8, 31));
    }

    [Fact]
    public async Task A_restart_after_each_step_changes_nothing()
    {
        var whole = await _world.ReadyAsync();
        await using var other = await ReferralWorld.StartAsync();
        var id = await other.ReferAsync(confirmed: false);
        foreach (var step in new Func<Task>[] { () => other.DoneAsync(id, "referral-confirm--referrer", "confirm"), () => other.ConsentAsync(id, 1), () => other.ConsentAsync(id, 2, "en"), () => Task.CompletedTask })
        {
            await other.House.RestartAsync();
            await other.House.SettleAsync();
            await step();
        }

        (await other.TimelineAsync(id)).ShouldBe(await _world.TimelineAsync(whole));
        (await other.MailsAsync(id)).ShouldBe(await _world.MailsAsync(whole));
    }
}
