using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Messages;
using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Core.Tests.HjemTilOs;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>A year with a friend family, reckoned up from its record and the calendar.</summary>
public sealed class CourseReconciliationTests
{
    private const string Partition = "course:" + CourseWorld.Id;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static DateOnly D(string day) => DateOnly.Parse(day);

    [Theory]
    [InlineData("2026-08-31 16:00", DayOfWeek.Thursday, "2027-09-02 12:00")]
    [InlineData("2026-10-31 12:00", DayOfWeek.Saturday, "2027-11-02 12:00")]
    [InlineData("2028-02-29 12:00", DayOfWeek.Monday, "2029-03-02 12:00")]
    public async Task A_whole_year_in_which_all_goes_as_it_should_balances(string from, DayOfWeek day, string until)
    {
        await using var world = await CourseWorld.StartAsync(from, day);
        await world.GoToAsync(until);

        (await world.House.BalanceAsync()).ShouldBeEmpty();
        var year = (await world.House.ReportAsync()).Processes.Single(p => p.Process == "hto-course");
        year.Owed.ShouldBeGreaterThan(150);
        year.Due.ShouldBe(year.Written);
    }

    [Theory]
    [InlineData("2026-11-20 12:00")]
    [InlineData("2027-07-20 12:00")]
    public async Task A_year_balances_on_any_day_of_it(string until)
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync(until);

        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_year_in_which_nobody_answers_anything_balances()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        world.Answers.Clear();
        await world.GoToAsync("2027-09-20 12:00");

        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_year_with_moved_visits_another_day_a_pause_and_an_early_end_balances()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-23 19:00"); // a reminder has gone
        await world.ChangeAsync(CourseWords.Moved, c => CourseChanges.Move(c, D("2026-09-21"), D("2026-09-25"), new TimeOnly(15, 0), world.Today).Value);
        await world.GoToAsync("2026-10-05 09:00");
        await world.ChangeAsync(CourseWords.CalledOff, c => CourseChanges.CallOff(c, D("2026-10-05"), world.Today).Value);
        await world.GoToAsync("2026-10-29 12:00");
        await world.ChangeAsync(CourseWords.DayChanged, c => CourseChanges.ChangeDay(c, c.Agreements[^1] with { Day = DayOfWeek.Monday }, world.Today).Value);
        await world.GoToAsync("2026-11-08 18:30"); // after the reminder of Monday's visit
        await world.ChangeAsync(CourseWords.Paused, c => CourseChanges.Rest(c, PauseReason.Illness, world.Today, D("2026-11-22"), world.Today).Value);
        await world.GoToAsync("2027-02-02 12:00");
        await world.ChangeAsync(CourseWords.Ends, c => CourseEnd.Begin(c, EndingReason.Family, D("2027-03-15"), world.Today));
        await world.GoToAsync("2027-05-02 12:00");

        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_that_is_not_there_is_lost()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-25 12:00");
        var reminder = await world.House.NoticeAsync(Partition, n => n.Template == "hto-visit-reminder");
        await world.House.ChangeAsync(Outbox.Remove(new RegisterBatch(Partition), reminder));

        (await world.House.BalanceAsync()).ShouldBe(["Lost visit-reminder 2026-09-10"]);
        var lost = (await world.House.ReportAsync()).Imbalances.Single();
        lost.CaseId.ShouldBe(CourseWorld.Id);
        lost.PersonId.ShouldBe(reminder.Value.PersonId);
    }

    [Fact]
    public async Task A_question_that_was_never_put_is_lost()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-10-20 12:00");
        await world.House.ChangeAsync(new RegisterBatch(Partition).Delete("decision:hto-holiday--child-2026-10-10-1"));

        (await world.House.BalanceAsync()).ShouldContain("Lost hto-holiday--child-2026-10-10");
    }

    // asked on Monday three weeks before the holiday's first visit; the day after, visits move to Thursdays, and by them it is three weeks on Thursday only
    [Fact]
    public async Task A_question_put_in_time_by_the_plan_of_its_day_is_not_early()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Monday);
        await world.GoToAsync("2026-09-22 12:00");
        await world.ChangeAsync(CourseWords.DayChanged, c => CourseChanges.ChangeDay(c, c.Agreements[^1] with { Day = DayOfWeek.Thursday }, world.Today).Value);
        await world.GoToAsync("2026-09-26 12:00");

        (await world.DecisionsAsync()).Single(d => d.Question == "hto-holiday--child-2026-10-10").AskedOn.ShouldBe(D("2026-09-21"));
        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    // Thursday's visit was asked about three weeks before it; they meet on Monday instead and say so when they are home
    [Fact]
    public async Task A_visit_moved_to_an_hour_that_has_passed_makes_no_question_late()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-10-12 18:30");
        await world.ChangeAsync(CourseWords.Moved, c => CourseChanges.Move(c, D("2026-10-12"), D("2026-10-12"), new TimeOnly(14, 0), world.Today).Value);
        await world.GoToAsync("2026-10-20 12:00");

        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_put_days_before_its_moment_is_mistimed()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-26 12:00");
        const string Row = "decision:hto-holiday--child-2026-10-10-1";
        var asked = (await world.House.Register.GetAsync<DecisionRecord>(Partition, Row, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await world.House.ChangeAsync(new RegisterBatch(Partition).Replace(Row, asked.Value with { AskedAt = asked.Value.AskedAt.AddDays(-3) }, asked.ETag));

        (await world.House.BalanceAsync()).ShouldBe(["Mistimed hto-holiday--child-2026-10-10"]);
    }

    [Fact]
    public async Task The_same_reminder_under_another_key_is_doubled()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-25 12:00");
        var reminder = (await world.House.NoticeAsync(Partition, n => n.Template == "hto-visit-reminder")).Value;
        await world.House.ChangeAsync(Outbox.Add(new RegisterBatch(Partition), reminder with { Key = reminder.Key.Replace("-reminder/", "-reminder-attempt-2/") }));

        (await world.House.BalanceAsync()).ShouldBe(["Doubled hto-visit-reminder"]);
    }

    [Fact]
    public async Task A_reminder_an_hour_late_is_mistimed()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-25 12:00");
        var reminder = await world.House.NoticeAsync(Partition, n => n.Template == "hto-visit-reminder");
        await world.House.ChangeAsync(new RegisterBatch(Partition).Replace(reminder.Row, reminder.Value with { Due = reminder.Value.Due.AddHours(1) }, reminder.ETag));

        (await world.House.BalanceAsync()).ShouldBe(["Mistimed visit-reminder 2026-09-10"]);
    }

    [Fact]
    public async Task A_message_that_nobody_takes_out_is_stuck()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.House.DeliverAsync();
        await world.GoToAsync("2026-09-10 12:00");

        (await world.House.ReportAsync()).Imbalances.ShouldAllBe(i => i.Kind == ImbalanceKind.Stuck && i.Step == "hto-visit-reminder");
    }

    [Fact]
    public async Task A_year_whose_orchestration_is_gone_is_lost_and_stuck()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-11 12:00");
        await world.House.Hub.TerminateInstanceAsync((await world.CourseAsync()).InstanceId, cancellation: Ct);
        await world.GoToAsync("2026-09-25 12:00");

        var found = await world.House.BalanceAsync();
        found.ShouldContain("Lost visit-reminder 2026-09-17");
        found.ShouldContain("Lost hto-met--2026-09-14");
    }

    [Fact]
    public async Task What_a_person_has_seen_to_is_no_task_any_more_and_comes_not_back()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.GoToAsync("2026-09-25 12:00");
        var reminder = await world.House.NoticeAsync(Partition, n => n.Template == "hto-visit-reminder");
        await world.House.ChangeAsync(Outbox.Remove(new RegisterBatch(Partition), reminder));
        await world.House.DeliverAsync();
        var book = world.House.Get<ReconciliationBook>();
        await book.WriteAsync(await world.House.ReportAsync(), Ct);

        (await book.ForAsync(world.House.Treasurer, 10, Ct)).ShouldBeEmpty();
        (await book.ForAsync(world.House.Operator, 10, Ct)).Count.ShouldBe(1);
        var task = (await book.ForAsync(world.House.Coordinator, 10, Ct)).Single();
        (await book.SettleAsync(world.House.Treasurer, task.Row, Ct)).ShouldBeFalse();
        (await book.SettleAsync(world.House.Coordinator, task.Row, Ct)).ShouldBeTrue();
        await book.WriteAsync(await world.House.ReportAsync(), Ct);

        (await book.ForAsync(world.House.Coordinator, 10, Ct)).ShouldBeEmpty();
        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }
}
