using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Intake;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>A volunteer's way from the form to the welcome.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await VolunteerWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_event_host_becomes_a_volunteer_without_any_certificate()
    {
        var id = await _world.TalkedAsync(_world.Form());
        await _world.PreparedAsync(id);
        await _world.DoneAsync(id, "volunteer-approve", "approve");
        await _world.ShouldBeAsync(id, ApplicationState.Approved);
        var volunteer = (await _world.VolunteerAsync(id)).ShouldNotBeNull();
        volunteer.State.ShouldBe(VolunteerState.Active);
        volunteer.Since.ShouldBe(new DateOnly(2026, 9, 22));
        volunteer.Certificates.ShouldBeEmpty();
        volunteer.Declaration!.Version.ShouldBe("2026-1");
        (await _world.MailsAsync(id)).ShouldBe(
        [
            "2026-08-31 10:00 case-task karla",
            "2026-08-31 10:00 volunteer-book astrid",
            "2026-08-31 10:00 volunteer-booked astrid",
            "2026-08-31 10:00 volunteer-booked-staff karla",
            "2026-08-31 10:00 volunteer-confirm astrid",
            "2026-09-02 17:00 volunteer-talk-tomorrow astrid",
            "2026-09-03 17:30 case-task karla",
            "2026-09-03 18:00 volunteer-course astrid",
            "2026-09-03 18:00 volunteer-course-booked astrid",
            "2026-09-03 18:00 volunteer-declaration astrid",
            "2026-09-21 17:00 volunteer-course-tomorrow astrid",
            "2026-09-23 08:00 case-task karla",
            "2026-09-23 08:00 case-task karla",
            "2026-09-23 08:00 volunteer-welcome astrid",
        ]);
        await _world.EveryMailCanBeReadAsync(id);
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task An_adult_of_a_friend_family_needs_both_certificates_and_the_one_not_consented_to_is_ordered_again()
    {
        var id = await _world.TalkedAsync(_world.Form("venskabsfamilie"));
        await _world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "volunteer-straffeattest-order", "ordered");
        (await _world.ApplicationAsync(id)).Certificate(CertificateKind.Children)!.ConsentBy.ShouldBe(new DateOnly(2026, 9, 17));
        await _world.DoneAsync(id, "volunteer-straffeattest-outcome", "clean", ("deleted", "on"));
        await _world.House.GoToAsync("2026-09-18 10:00");
        (await _world.MailsAsync(id, "volunteer-consent-reminder")).ShouldBe(["2026-09-08 09:00 volunteer-consent-reminder astrid", "2026-09-14 09:00 volunteer-consent-reminder astrid"]);
        (await _world.TimelineAsync(id)).ShouldContain("volunteer-boerneattest-consent:silent");
        (await _world.MailsAsync(id, "case-task-reminder")).ShouldContain("2026-09-18 09:00 case-task-reminder karla");
        await _world.DoneAsync(id, "volunteer-boerneattest-outcome", "no-consent", ("deleted", "on"));
        await _world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "volunteer-boerneattest-consent", "done");
        await _world.DoneAsync(id, "volunteer-boerneattest-outcome", "clean", ("deleted", "on"));
        await _world.PreparedAsync(id);
        await _world.DoneAsync(id, "volunteer-approve", "approve");
        var kept = (await _world.VolunteerAsync(id)).ShouldNotBeNull().Certificates;
        kept.Select(c => c.Outcome).ShouldBe([CertificateOutcome.Clean, CertificateOutcome.Clean]);
        kept.Single(c => c.Kind == CertificateKind.Criminal).RenewBy.ShouldBe(new DateOnly(2028, 9, 3));
        kept.Single(c => c.Kind == CertificateKind.Children).RenewBy.ShouldBe(new DateOnly(2028, 9, 18));
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Theory]
    [InlineData("go-on", ApplicationState.Preparing)]
    [InlineData("reject", ApplicationState.Rejected)]
    public async Task A_remark_freezes_the_case_for_the_leader_and_rejects_nobody_by_itself(string decision, ApplicationState after)
    {
        var id = await _world.TalkedAsync(_world.Form("legeven"));
        await _world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "volunteer-boerneattest-outcome", "remark", ("deleted", "on"));
        await _world.ShouldBeAsync(id, ApplicationState.Frozen);
        (await _world.MailsAsync(id, "volunteer-rejected")).ShouldBeEmpty();
        (await _world.AnswerAsync(id, "volunteer-remark", decision, by: _world.House.Coordinator)).ShouldBeOfType<StepResult.Gone>();
        (await _world.AnswerAsync(id, "volunteer-declaration", "signed", null, ("agree", "on"))).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        await _world.DoneAsync(id, "volunteer-remark", decision);
        await _world.ShouldBeAsync(id, after);
        (await _world.MailsAsync(id, "volunteer-rejected")).Count.ShouldBe(after == ApplicationState.Rejected ? 1 : 0);
    }

    [Fact]
    public async Task Declaration_and_course_are_asked_side_by_side_and_either_may_come_first()
    {
        var id = await _world.TalkedAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-course", "intro-2026-09");
        await _world.House.GoToAsync("2026-09-22 21:00");
        await _world.DoneAsync(id, "volunteer-attended", "came");
        await _world.ShouldBeAsync(id, ApplicationState.Preparing);
        await _world.DoneAsync(id, "volunteer-declaration", "signed", ("agree", "on"));
        await _world.ShouldBeAsync(id, ApplicationState.Deciding);
    }

    [Fact]
    public async Task Absent_from_the_course_one_picks_another_date()
    {
        var id = await _world.TalkedAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-declaration", "signed", ("agree", "on"));
        await _world.DoneAsync(id, "volunteer-course", "intro-2026-09");
        await _world.House.GoToAsync("2026-09-22 21:00");
        await _world.DoneAsync(id, "volunteer-attended", "absent");
        await _world.DoneAsync(id, "volunteer-course", "intro-2026-11");
        await _world.House.GoToAsync("2026-11-10 20:30");
        await _world.DoneAsync(id, "volunteer-attended", "came");
        (await _world.ApplicationAsync(id)).CourseAttendedOn.ShouldBe(new DateOnly(2026, 11, 10));
    }

    [Fact]
    public async Task None_of_the_times_suits_and_the_coordinator_offers_others()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        await _world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-03T16:30"), ("place", "Frivilligcentret"));
        await _world.DoneAsync(id, "volunteer-book", "others");
        await _world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-07T16:30"), ("place", "Telefon"));
        await _world.DoneAsync(id, "volunteer-book", "2026-09-07T14:30Z");
        (await _world.ApplicationAsync(id)).Conversation.Place.ShouldBe("Telefon");
    }

    [Fact]
    public async Task Moved_by_the_applicant_staff_are_told_the_times_are_offered_again_and_the_appointment_takes_the_old_ones_place()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        await _world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-03T16:30"), ("time2", "2026-09-04T10:00"), ("place", "Frivilligcentret, lokale 2; ring på"));
        await _world.DoneAsync(id, "volunteer-book", "2026-09-03T14:30Z");
        var desk = _world.House.Get<CaseDesk>();
        (await desk.StatusAsync(_world.StatusToken(id), Ct)).ShouldNotBeNull().Doings.ShouldHaveSingleItem().Word.ShouldBe("moved");
        (await desk.DoAsync(_world.StatusToken(id), "moved", Ct)).ShouldBeTrue();
        (await desk.DoAsync(_world.StatusToken(id), "moved", Ct)).ShouldBeFalse();
        (await desk.DoAsync(_world.StatusToken(id), "unheard-of", Ct)).ShouldBeFalse();
        await _world.House.SettleAsync();
        await _world.House.GoToAsync("2026-09-03 18:00");
        (await _world.MailsAsync(id, "case-task")).Count.ShouldBe(1); // nobody is asked how the old one went
        await _world.DoneAsync(id, "volunteer-book", "2026-09-04T08:00Z");
        (await _world.MailsAsync(id, "volunteer-moved-staff")).ShouldBe(["2026-08-31 10:00 volunteer-moved-staff karla"]);
        var booked = (await _world.NoticesAsync(id)).Where(n => n.Template == "volunteer-booked").Select(n => n.Calendar.ShouldNotBeNull()).ToList();
        booked.Select(c => (c.Id, c.Sequence)).ShouldBe([(id, 1), (id, 2)]);
        var file = booked[1].Write("Eksempelforeningen", booked[1].Starts);
        file.ShouldContain("DTSTART:20260904T080000Z\r\n");
        file.ShouldContain("LOCATION:Frivilligcentret\\, lokale 2\\; ring på\r\n");
        file.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        await _world.House.GoToAsync("2026-09-04 12:00");
        await _world.DoneAsync(id, "volunteer-talk", "go-on");
        (await desk.StatusAsync(_world.StatusToken(id), Ct)).ShouldNotBeNull().Doings.ShouldBeEmpty();
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Nobody_hears_from_the_applicant_and_the_case_closes_kindly()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.House.GoToAsync("2026-10-31 12:00");
        await _world.ShouldBeAsync(id, ApplicationState.Lapsed);
        (await _world.MailsAsync(id)).ShouldBe(
        [
            "2026-08-31 10:00 volunteer-confirm astrid",
            "2026-09-03 09:00 volunteer-confirm-reminder astrid",
            "2026-09-10 09:00 volunteer-confirm-reminder astrid",
            "2026-09-22 09:00 volunteer-lapsed astrid",
        ]);
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task The_coordinator_does_not_answer_and_deputy_and_leader_are_asked_and_the_operator_told()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        await _world.House.GoToAsync("2026-09-30 12:00");
        (await _world.MailsAsync(id)).Where(m => m.Contains(" case-", StringComparison.Ordinal)).ShouldBe(
        [
            "2026-08-31 10:00 case-task karla",
            "2026-09-03 09:00 case-task-reminder karla",
            "2026-09-08 09:00 case-task-reminder karla",
            "2026-09-10 09:00 case-task didrik",
            "2026-09-16 09:00 case-task lea",
            "2026-09-23 09:00 case-stuck lea",
            "2026-09-23 09:00 case-stuck oda",
            "2026-09-23 09:00 case-task-reminder lea",
            "2026-09-30 09:00 case-stuck lea",
            "2026-09-30 09:00 case-stuck oda",
            "2026-09-30 09:00 case-task-reminder lea",
        ]);
        await _world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-10-05T16:30"), ("place", "Frivilligcentret"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Withdrawn_half_way_nothing_more_is_asked_of_anybody(int steps)
    {
        Func<string, Task>[] all =
        [
            id => _world.DoneAsync(id, "volunteer-confirm", "confirm"),
            id => _world.DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-03T16:30"), ("place", "Frivilligcentret")),
            id => _world.DoneAsync(id, "volunteer-book", "2026-09-03T14:30Z"),
            async id =>
            {
                await _world.House.GoToAsync("2026-09-03 18:00");
                await _world.DoneAsync(id, "volunteer-talk", "go-on");
            },
        ];
        var application = await _world.ApplyAsync(_world.Form("legeven"));
        foreach (var step in all.Take(steps))
            await step(application);
        (await _world.House.Get<CaseDesk>().WithdrawAsync(_world.StatusToken(application), Ct)).ShouldBeTrue();
        await _world.House.SettleAsync();
        await _world.ShouldBeAsync(application, ApplicationState.Withdrawn);
        var before = await _world.MailsAsync(application);
        await _world.House.GoToAsync("2027-01-31 12:00");
        (await _world.MailsAsync(application)).ShouldBe(before);
        _world.House.Hub.NextDue.ShouldBeNull();
        (await _world.House.Get<CaseDesk>().WithdrawAsync(_world.StatusToken(application), Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_form_twice_is_one_application_and_another_form_while_one_is_open_sends_the_link_to_it_once_a_day()
    {
        var form = _world.Form();
        var id = await _world.ApplyAsync(form);
        (await _world.ApplyAsync(form)).ShouldBe(id);
        await _world.ApplyAsync(_world.Form());
        await _world.ApplyAsync(_world.Form());
        (await _world.MailsAsync(id)).ShouldBe(["2026-08-31 10:00 volunteer-again astrid", "2026-08-31 10:00 volunteer-confirm astrid"]);
        await _world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task One_who_withdrew_is_welcome_again_and_the_new_application_knows_the_old()
    {
        var first = await _world.ApplyAsync(_world.Form());
        (await _world.House.Get<CaseDesk>().WithdrawAsync(_world.StatusToken(first), Ct)).ShouldBeTrue();
        await _world.House.GoToAsync("2026-10-01 10:00");
        var second = await _world.ApplyAsync(_world.Form());
        second.ShouldNotBe(first);
        (await _world.ApplicationAsync(second)).PreviousId.ShouldBe(first);
    }

    [Fact]
    public async Task Two_answer_at_once_and_the_second_sees_what_was_answered()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        var token = await _world.TokenAsync(id, "volunteer-times");
        await _world.DoneAsync(id, "volunteer-times", "reject");
        var late = (await _world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm("offer", new Dictionary<string, string> { ["time1"] = "2026-09-03T16:30", ["place"] = "x" }), Ct)).ShouldBeOfType<StepResult.Settled>();
        late.Mine.ShouldBeFalse();
        late.View.Page.ShouldBeNull();
        late.View.Answered!.ByName.ShouldBe("Karla Koordinator");
        await _world.ShouldBeAsync(id, ApplicationState.Rejected);
    }

    [Fact]
    public async Task The_program_stops_after_every_step_and_nothing_is_repeated_or_forgotten()
    {
        var id = await _world.ApplyAsync(_world.Form("legeven"));
        await _world.House.RestartAsync();
        (string Question, string Answer, (string, string)[] Fields, string? Then)[] steps =
        [
            ("volunteer-confirm", "confirm", [], null),
            ("volunteer-times", "offer", [("time1", "2026-09-03T16:30"), ("place", "Frivilligcentret")], null),
            ("volunteer-book", "2026-09-03T14:30Z", [], "2026-09-03 18:00"),
            ("volunteer-talk", "go-on", [], null),
            ("volunteer-declaration", "signed", [("agree", "on")], null),
            ("volunteer-boerneattest-order", "ordered", [], null),
            ("volunteer-course", "intro-2026-09", [], "2026-09-22 21:00"),
            ("volunteer-boerneattest-outcome", "clean", [("deleted", "on")], null),
            ("volunteer-attended", "came", [], null),
            ("volunteer-approve", "approve", [], null),
        ];
        foreach (var step in steps)
        {
            await _world.DoneAsync(id, step.Question, step.Answer, step.Fields);
            await _world.House.RestartAsync();
            await _world.House.SettleAsync();
            if (step.Then is { } then)
                await _world.House.GoToAsync(then);
        }

        await _world.ShouldBeAsync(id, ApplicationState.Approved);
        (await _world.VolunteerAsync(id)).ShouldNotBeNull();
        var mails = await _world.NoticesAsync(id);
        mails.Select(m => m.Key).Distinct().Count().ShouldBe(mails.Count);
    }

    [Fact]
    public async Task A_lost_run_is_started_again_and_picks_up_where_the_record_stands()
    {
        var id = await _world.TalkedAsync(_world.Form());
        var before = await _world.MailsAsync(id);
        var driver = _world.House.Get<CaseDriver>();
        (await driver.ReplaceAsync(id + "-g1", _world.House.Clock.GetUtcNow().AddDays(80), null, Ct)).ShouldBe(RunReplacement.Begun); // by another clock
        (await driver.ReplaceAsync(id + "-g1", _world.House.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.Superseded);
        await _world.House.SettleAsync();
        (await _world.MailsAsync(id)).ShouldBe(before);
        await _world.PreparedAsync(id);
        await _world.ShouldBeAsync(id, ApplicationState.Deciding);
    }

    [Fact]
    public async Task The_applicant_sees_what_has_happened_and_what_is_waited_for()
    {
        var id = await _world.TalkedAsync(_world.Form("legeven"));
        var view = (await _world.House.Get<CaseDesk>().StatusAsync(_world.StatusToken(id), Ct)).ShouldNotBeNull();
        view.WaitsFor.Select(w => (w.What.Danish, w.AnswerPath is not null)).ShouldBe(
        [
            ("at du skriver under på tavshedserklæringen", true),
            ("at koordinatoren bestiller børneattesten", false),
            ("at du vælger en dato for introkurset", true),
        ]);
        view.Timeline.Select(e => e.What.Danish).ShouldBe(
        [
            "Ansøgningen er modtaget.",
            "Mailadressen er bekræftet.",
            "Koordinatoren har tilbudt tider til en samtale.",
            "Tiden til samtalen er valgt.",
            "Samtalen er holdt, og vi går videre.",
        ]);
        view.CanWithdraw.ShouldBeTrue();
    }

    [Fact]
    public async Task Staff_see_the_cases_of_their_own_departments_and_answer_from_the_list()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        var work = (await _world.House.Get<CaseWorklist>().ForAsync(_world.House.Coordinator, Ct)).ShouldHaveSingleItem();
        work.PersonName.ShouldBe("Astrid Ansøger");
        work.WaitsFor.ShouldHaveSingleItem().AnswerPath.ShouldNotBeNull();
        (await _world.House.Get<CaseWorklist>().ForAsync(_world.House.Treasurer, Ct)).ShouldBeEmpty();
        (await _world.House.Get<CaseWorklist>().ForAsync(_world.House.Operator, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_case_waits_for_is_said_to_the_applicant_as_you_and_to_staff_by_who_it_is()
    {
        var id = await _world.ApplyAsync(_world.Form());
        var own = (await _world.House.Get<CaseDesk>().StatusAsync(_world.StatusToken(id), Ct)).ShouldNotBeNull();
        own.WaitsFor.ShouldHaveSingleItem().What.ShouldBe(new("at du bekræfter din mailadresse", "you to confirm your e-mail address"));
        var work = (await _world.House.Get<CaseWorklist>().ForAsync(_world.House.Coordinator, Ct)).ShouldHaveSingleItem();
        work.WaitsFor.ShouldHaveSingleItem().What.ShouldBe(new("at ansøgeren bekræfter sin mailadresse", "the applicant to confirm their e-mail address"));
    }

    [Fact]
    public void No_step_says_you_to_staff_about_somebody_else_nor_applicant_to_the_applicant()
    {
        foreach (var step in _world.House.Get<VolunteerApproval>().Steps)
        {
            $" {step.WaitsForThem.Danish} {step.WaitsForThem.English} ".ShouldNotMatch(@"\W([Dd]u|[Dd]ig|[Dd]in|[Dd]it|[Yy]ou|[Yy]our)\W", step.Question);
            $"{step.WaitsFor.Danish} {step.WaitsFor.English}".ShouldNotMatch("ansøger|applicant", step.Question);
        }
    }

    [Fact]
    public async Task The_mail_of_a_booked_conversation_speaks_to_the_applicant_and_of_them_to_the_coordinator()
    {
        var id = await _world.TalkedAsync(_world.Form());
        var catalogue = MessageCatalogue.Load([.. ApplicationMessages.Specs, .. CaseMessages.Specs]);
        var booked = (await _world.NoticesAsync(id)).Where(n => n.Template.StartsWith("volunteer-booked", StringComparison.Ordinal)).ToDictionary(n => n.Template, n => catalogue.Render(n, link => "https://eksempel.example" + link.Path).Text);
        booked["volunteer-booked"].Split("Astrid Ansøger").Length.ShouldBe(2); // in the greeting alone
        booked["volunteer-booked"].ShouldContain("/min-sag");
        booked["volunteer-booked-staff"].ShouldContain("Astrid Ansøger har valgt en tid");
        booked["volunteer-booked-staff"].ShouldNotContain("/min-sag");
    }

    [Fact]
    public async Task A_rejected_application_is_deleted_after_half_a_year_with_all_that_belongs_to_it()
    {
        var id = await _world.ApplyAsync(_world.Form());
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        await _world.DoneAsync(id, "volunteer-times", "reject");
        (await _world.ApplicationAsync(id)).RetainUntil.ShouldBe(new DateOnly(2027, 2, 28));
    }

    [Theory]
    [InlineData("1997-08-31", true)]
    [InlineData("1996-08-31", false)]
    public async Task A_heart_friend_is_thirty_or_more(string birthDate, bool refused)
    {
        var result = await _world.House.Get<ApplicationIntake>().SubmitAsync(_world.Form("hjerteven", birthDate: birthDate), Ct);
        if (refused)
            result.ShouldBeOfType<CaseIntakeResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe("functions");
        else
            result.ShouldBeOfType<CaseIntakeResult.Accepted>();
    }

    [Theory]
    [InlineData("Mit nummer er 010190-1234", "motivation")]
    [InlineData("0101901234", "motivation")]
    public async Task A_CPR_number_is_refused_kindly(string motivation, string field)
    {
        var result = await _world.House.Get<ApplicationIntake>().SubmitAsync(_world.Form() with { Motivation = motivation }, Ct);
        result.ShouldBeOfType<CaseIntakeResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
    }
}
