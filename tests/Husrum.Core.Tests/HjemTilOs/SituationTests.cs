using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Tests.Reconciliation;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What happens in a year besides its ordinary weeks.</summary>
public sealed class SituationTests : IAsyncLifetime
{
    private CourseWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CourseDesk Desk => _world.House.Get<CourseDesk>();

    private CourseOffice Office => _world.House.Get<CourseOffice>();

    public async ValueTask InitializeAsync() => _world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_visit_moved_to_friday_is_confirmed_to_both_and_reminded_of_on_thursday()
    {
        await _world.GoToAsync("2026-09-15 12:00");
        (await Desk.MoveAsync(await TokenAsync("family-1"), "2026-09-14", "2026-09-18", "14:00", Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.GoToAsync("2026-09-19 12:00");
        (await LinesAsync("2026-09-15", "2026-09-19")).ShouldBe(
        [
            "2026-09-15 Tue 12:00  ====  Et besøg er flyttet.",
            "2026-09-15 Tue 12:00  sms   fie     Jeres aftale er flyttet til fre. 18/9 kl. 14.00. Se mere:",
            "2026-09-15 Tue 12:00  sms   mona    Your appointment is now Fri 18 Sep at 14:00. See more:",
            "2026-09-17 Thu 17:00  sms   fie     Husk jeres aftale fre. 18/9 kl. 14.00. Kan I ikke, så ring til hinanden.",
            "2026-09-17 Thu 17:00  sms   mona    Remember your appointment Fri 18 Sep at 14:00. If you cannot, call each other.",
            "2026-09-18 Fri 17:00  mail  fie     Blev det til noget?",
            "2026-09-18 Fri 17:01  said  hto-met--2026-09-14: met",
        ]);
    }

    [Fact]
    public async Task A_visit_moved_twice_the_same_way_is_told_once()
    {
        var token = await TokenAsync("contact");
        await Desk.MoveAsync(token, "2026-09-14", "2026-09-18", "14:00", Ct);
        await Desk.MoveAsync(token, "2026-09-14", "2026-09-18", "14:00", Ct);
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-visit-moved").ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-09-21", "14:00", "Vælg en dag i samme uge.")]
    [InlineData("2026-09-18", "22:30", "Besøget skal slutte samme dag: overnatning er ikke tilladt det første år.")]
    [InlineData("snart", "14:00", "Vælg en dag.")]
    [InlineData("2026-09-18", "efter skole", "Skriv klokkeslættet, for eksempel 15.30.")]
    public async Task A_visit_moved_out_of_its_week_or_over_night_is_refused_with_the_reason(string day, string from, string why) =>
        (await Desk.MoveAsync(await TokenAsync("contact"), "2026-09-14", day, from, Ct)).ShouldBeOfType<CourseResult.Refused>().Why.Danish.ShouldBe(why);

    [Fact]
    public async Task A_fixed_day_changed_to_tuesday_holds_from_next_week_and_what_has_been_stays()
    {
        await _world.GoToAsync("2026-09-18 12:00");
        (await Desk.ChangeDayAsync(await TokenAsync("family-1"), "Tuesday", "14.30", "17.00", Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.House.SettleAsync();
        VisitPlan.Of(await _world.CourseAsync()).Take(4).Select(v => v.On).ShouldBe([new(2026, 9, 10), new(2026, 9, 17), new(2026, 9, 22), new(2026, 9, 29)]);
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-day-changed").ShouldBe(2);
        (await Desk.ChangeDayAsync(await TokenAsync("family-1"), "Tuesday", "20:00", "08:00", Ct)).ShouldBeOfType<CourseResult.Refused>().Why.English.ShouldContain("overnight");
    }

    [Fact]
    public async Task Three_misses_in_a_row_are_talked_about_and_two_are_not()
    {
        _world.Answers["hto-met"] = _ => ("not-met", []);
        _world.Answers.Remove("hto-misses");
        await _world.GoToAsync("2026-09-18 12:00");
        (await _world.OpenAsync()).ShouldNotContain("hto-misses");
        await _world.GoToAsync("2026-09-25 12:00");
        (await _world.OpenAsync()).ShouldContain("hto-misses");
        await _world.AnswerAsync("hto-misses", "talked");
        await _world.GoToAsync("2026-10-09 12:00");
        (await _world.OpenAsync()).ShouldNotContain("hto-misses"); // two since
        await _world.GoToAsync("2026-10-16 12:00");
        (await _world.OpenAsync()).ShouldContain("hto-misses");
    }

    [Fact]
    public async Task A_visit_in_the_autumn_holiday_called_off_by_one_side_is_off_for_both_and_nobody_is_reminded_of_it()
    {
        _world.Answers.Remove("hto-holiday");
        await _world.GoToAsync("2026-09-24 12:00");
        await _world.AnswerAsync("hto-holiday--child-2026-10-10", "none");
        await _world.GoToAsync("2026-10-20 12:00");
        var course = await _world.CourseAsync();
        VisitPlan.In(course, new DateOnly(2026, 10, 12))!.State.ShouldBe(VisitState.Off);
        (await _world.OpenAsync()).ShouldNotContain("hto-holiday--family-2026-10-10");
        (await LinesAsync("2026-10-14", "2026-10-16")).ShouldBeEmpty();
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-visit-off").ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_summer_some_days_are_kept_and_the_others_are_told_of_together()
    {
        _world.Answers.Remove("hto-holiday");
        await _world.GoToAsync("2027-06-10 12:00");
        await _world.AnswerAsync("hto-holiday--family-2027-06-26", "some", ("day-2027-06-28", "on"), ("day-2027-08-02", "on"));
        var summer = VisitPlan.Of(await _world.CourseAsync()).Where(v => v.On >= new DateOnly(2027, 6, 26) && v.On <= new DateOnly(2027, 8, 8)).ToList();
        summer.Count(v => v.State == VisitState.Planned).ShouldBe(2);
        summer.Count(v => v.State == VisitState.Off).ShouldBe(4);
        var told = (await _world.NoticesAsync()).Where(n => n.Template == "hto-visits-off").ToList();
        told.Count.ShouldBe(2);
        told.First(n => n.Language == "da").Fields["days"].ShouldBe("torsdag den 8. juli 2027, torsdag den 15. juli 2027, torsdag den 22. juli 2027 og torsdag den 29. juli 2027");
    }

    [Fact]
    public async Task A_pause_stops_reminders_keeps_milestones_and_asks_whether_the_year_is_prolonged()
    {
        _world.Answers["hto-prolong"] = _ => ("prolong", []);
        await _world.GoToAsync("2026-11-14 12:00");
        (await Desk.RestAsync(await TokenAsync("contact"), PauseReason.Moving, "2026-11-16", "2026-12-06", Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.GoToAsync("2026-12-08 12:00");
        var lines = await LinesAsync("2026-11-15", "2026-12-08");
        lines.ShouldNotContain(l => l.Contains("Husk jeres aftale", StringComparison.Ordinal));
        lines.ShouldContain("2026-11-30 Mon 09:00  mail  fie     De første tre måneder er gået");
        lines.ShouldContain("2026-12-07 Mon 08:00  sms   fie     Jeres aftaler går i gang igen. Næste gang: tor. 10/12 kl. 15.00. Se mere:");
        var course = await _world.CourseAsync();
        course.ProlongedDays.ShouldBe(21);
        Milestones.Anniversary(course).ShouldBe(new DateOnly(2027, 9, 21));
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-prolonged").ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawn_consent_stops_visits_at_once_and_alerts_staff_at_night()
    {
        await _world.GoToAsync("2026-09-16 02:00");
        (await Desk.WithdrawConsentAsync(await TokenAsync("guardian-2"), Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.House.SettleAsync();
        (await LinesAsync("2026-09-16", "2026-09-17")).Take(2).ShouldBe(
        [
            "2026-09-16 Wed 02:00  ====  Et samtykke er trukket tilbage. Besøgene er stoppet.",
            "2026-09-16 Wed 02:00  mail  karla   En opgave venter på dig · at høre, om besøgene kan gå i gang igen",
        ]);
        await _world.GoToAsync("2026-09-18 12:00");
        (await LinesAsync("2026-09-16", "2026-09-18")).ShouldNotContain(l => l.Contains("Husk", StringComparison.Ordinal));
        await _world.AnswerAsync("hto-resume", "stop");
        await _world.GoToAsync("2026-09-19 12:00");
        (await _world.CourseAsync()).Ending!.Reason.ShouldBe(EndingReason.Consent);
        (await _world.CourseAsync()).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_family_withdraws_no_consent_and_the_second_guardian_moves_no_visit()
    {
        (await Desk.WithdrawConsentAsync(await TokenAsync("family-1"), Ct)).ShouldBeOfType<CourseResult.Done>();
        (await _world.CourseAsync()).IsPaused.ShouldBeFalse();
        (await Desk.MoveAsync(await TokenAsync("guardian-2"), "2026-09-14", "2026-09-18", "14:00", Ct)).ShouldBeOfType<CourseResult.Gone>();
        (await Desk.ViewAsync(await TokenAsync("referrer"), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task At_month_ten_the_family_says_no_and_the_parents_are_told_after_with_an_extra_child_visit_and_a_rematch()
    {
        _world.Answers["hto-future-wish"] = _ => ("stop", []);
        await _world.GoToAsync("2027-12-31 12:00");
        var course = await _world.CourseAsync();
        course.Ending!.Reason.ShouldBe(EndingReason.Family);
        course.RematchWished.ShouldBe(true);
        course.IsClosed.ShouldBeTrue();
        await CourseTimeline.ShouldMatchAsync(_world, "the-family-stops-after-the-year", Ct);
        (await _world.NoticesAsync()).ShouldNotContain(n => n.Template == "hto-future" && n.To == "mona@eksempel.example");
    }

    [Fact]
    public async Task At_month_ten_the_parents_are_not_asked_before_the_family_has_answered()
    {
        _world.Answers.Remove("hto-future-wish");
        await _world.GoToAsync("2027-07-05 12:00");
        (await _world.OpenAsync()).ShouldBe(["hto-future-wish--family"]);
        await _world.AnswerAsync("hto-future-wish--family", "talk");
        (await _world.OpenAsync()).ShouldBe(["hto-future-call-family"]);
        await _world.AnswerAsync("hto-future-call-family", "rarer");
        (await _world.OpenAsync()).ShouldBe(["hto-future-wish--child"]);
    }

    [Fact]
    public async Task A_future_agreement_that_one_side_wants_changed_is_written_anew_and_confirmed_by_both_again()
    {
        _world.Answers.Remove("hto-future-confirm");
        await _world.GoToAsync("2027-07-05 12:00");
        await _world.AnswerAsync("hto-future-confirm--family", "yes");
        await _world.AnswerAsync("hto-future-confirm--child", "change");
        await _world.GoToAsync("2027-07-06 12:00");
        var future = (await _world.CourseAsync()).Future!;
        (future.Version, future.FamilyConfirmed, future.ChildConfirmed).ShouldBe((2, null, null));
        await _world.AnswerAsync("hto-future-confirm--family", "yes");
        await _world.AnswerAsync("hto-future-confirm--child", "yes");
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-future-agreed").ShouldBe(2);
    }

    [Theory]
    [InlineData(EndingReason.Family, true)]
    [InlineData(EndingReason.Parents, false)]
    [InlineData(EndingReason.Child, false)]
    [InlineData(EndingReason.Moved, false)]
    [InlineData(EndingReason.Crisis, false)]
    public async Task Every_ending_has_its_steps_and_only_the_familys_has_an_extra_child_visit(EndingReason reason, bool visits)
    {
        await _world.GoToAsync("2026-12-01 12:00");
        (await Office.EndAsync(CourseWorld.Id, _world.House.Coordinator, reason, "2026-12-15", Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.GoToAsync("2027-02-01 12:00");
        var course = await _world.CourseAsync();
        course.IsClosed.ShouldBeTrue();
        (course.ExtraVisit?.HeldOn is not null).ShouldBe(visits);
        (await _world.NoticesAsync()).Count(n => n.Template is "hto-ended-family" or "hto-ended-child").ShouldBe(2);
        (await LinesAsync("2026-12-16", "2027-02-01")).ShouldNotContain(l => l.Contains("Husk", StringComparison.Ordinal));
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_course_that_ends_before_its_year_does_not_say_that_a_year_has_passed()
    {
        await Desk.StopAsync(await TokenAsync("family-1"), "2026-10-01", Ct);
        await _world.GoToAsync("2026-12-01 12:00");
        (await _world.NoticesAsync()).ShouldNotContain(n => n.Template.StartsWith("hto-farewell", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-09-20", "2026-09-19", 0)] // moved to the Sunday, and then it is to end on the Saturday
    [InlineData("2026-09-18", "2026-09-19", 2)]
    [InlineData("2026-09-15", "2026-09-16", 2)] // moved to the Tuesday, and then it is to end on the Wednesday, before the Thursday that was agreed
    [InlineData("2026-09-17", "2026-09-16", 0)]
    public async Task A_visit_that_was_moved_stands_where_its_own_day_lies_before_the_last_one(string moved, string last, int reminders)
    {
        var token = await TokenAsync("family-1");
        (await Desk.MoveAsync(token, "2026-09-14", moved, "14:00", Ct)).ShouldBeOfType<CourseResult.Done>();
        (await Desk.StopAsync(token, last, Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.GoToAsync("2026-10-01 12:00");
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-visit-reminder" && n.Due > RefundWorld.Wall("2026-09-14 00:00") && n.Channel == NoticeChannel.Sms).ShouldBe(reminders);
        (await _world.House.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_municipality_asks_the_family_directly_and_staff_answer_once()
    {
        var token = await TokenAsync("family-1");
        await Desk.MunicipalityAskedAsync(token, RequestKind.SupportStay, Ct);
        await Desk.MunicipalityAskedAsync(token, RequestKind.SupportStay, Ct);
        await _world.House.SettleAsync();
        (await _world.CourseAsync()).Requests.ShouldHaveSingleItem().ByFamily.ShouldBeTrue();
        await _world.AnswerAsync("hto-request--1", "declined");
        (await _world.CourseAsync()).Requests[0].Answer.ShouldBe(RequestAnswer.Declined);
        (await Desk.MunicipalityAskedAsync(await TokenAsync("contact"), RequestKind.SupportStay, Ct)).ShouldBeOfType<CourseResult.Done>();
        (await _world.CourseAsync()).Requests.Count.ShouldBe(1); // the parents do not speak for the municipality
    }

    [Fact]
    public async Task Each_side_sees_of_the_year_what_is_theirs_and_staff_see_all_of_it()
    {
        var family = (await Desk.ViewAsync(await TokenAsync("family-1"), Ct)).ShouldNotBeNull();
        family.Picture.Marks.Select(m => m.What.English).ShouldNotContain("Child visit");
        family.People.ShouldBeEmpty();
        (await Desk.ViewAsync(await TokenAsync("contact"), Ct)).ShouldNotBeNull().Picture.Marks.Select(m => m.What.English).ShouldContain("Child visit");
        (await Office.ViewAsync(CourseWorld.Id, _world.House.Coordinator, Ct)).ShouldNotBeNull().Picture.Marks.Count.ShouldBeGreaterThan(family.Picture.Marks.Count);
        (await Office.ViewAsync(CourseWorld.Id, _world.House.Treasurer, Ct)).ShouldBeNull();
        (await Office.AllAsync(_world.House.Coordinator, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_sms_and_no_subject_names_a_child_a_municipality_or_a_reason()
    {
        await _world.GoToAsync("2027-12-31 12:00");
        foreach (var line in await _world.TimelineAsync())
        {
            foreach (var word in new[] { "Noor", "København", "kommune", "BBU", "venskab", "barn", "child", "municipal", "friend family" })
            {
                if (line.Contains("  sms ", StringComparison.Ordinal) || line.Contains("  mail ", StringComparison.Ordinal))
                    line.Split(" · ")[0].ShouldNotContain(word, Case.Insensitive);
            }
        }
    }

    private async Task<string> TokenAsync(string party)
    {
        var person = (await _world.CourseAsync()).Parties.First(p => p.Id == party).PersonId;
        return _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(CourseWorld.Id, person));
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string from, string until) =>
        [.. (await _world.TimelineAsync()).Where(l => string.CompareOrdinal(l, from) >= 0 && string.CompareOrdinal(l, until) < 0)];
}
