using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Tests.Refunds;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>
/// Faults that programs like this one have had, planted from outside, each found by the reckoning. The list is seven; two of them need kills and a post with faults, and stand with the simulation:
/// a reminder an hour late over the night of the clock, months counted in a chain, a holiday passed over, a waiter for each reminder, a purge before the end (here);
/// a key with the attempt in it, an event raised outside the transaction (Husrum.Functions.Tests).
/// </summary>
public sealed class PlantedFaultsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_planted_nothing_found()
    {
        await using var world = await PlantedCourse.WorldAsync("2026-10-31 12:00", DayOfWeek.Saturday, (_, moments) => moments);
        await world.GoToAsync("2027-11-02 12:00");
        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    // each reminder a week of hours after the one before: right all winter, and an hour late from the last Sunday in March
    [Fact]
    public async Task Reminders_an_hour_late_over_the_night_of_the_clock_are_found()
    {
        await using var world = await PlantedCourse.WorldAsync("2026-10-31 12:00", DayOfWeek.Thursday, (course, moments) => moments.Select(m => m.Key.StartsWith("visit-", StringComparison.Ordinal) && m.Key.EndsWith("-reminder", StringComparison.Ordinal)
            ? m with { Due = WallTime.ToUtc(course.StartedOn, new TimeOnly(17, 0)).AddDays(DateOnly.Parse(m.Key.AsSpan(6, 10)).DayNumber - 1 - course.StartedOn.DayNumber) }
            : m));
        await world.GoToAsync("2027-03-26 12:00");
        (await world.House.BalanceAsync()).ShouldBeEmpty();
        await world.GoToAsync("2027-04-02 12:00");
        (await world.House.BalanceAsync()).ShouldBe(["Mistimed visit-reminder 2027-04-01", "Mistimed visit-reminder 2027-04-01"]);
    }

    // 30 November and 3 months is 28 February; 7 months on from there is 28 and not 30 September
    [Fact]
    public async Task Months_counted_in_a_chain_are_found()
    {
        await using var world = await PlantedCourse.WorldAsync("2026-11-30 12:00", DayOfWeek.Thursday, (course, moments) => moments.Select(m => m.Key == "future"
            ? m with { Due = WallTime.ToUtc(course.StartedOn.AddMonths(3).AddMonths(7), new TimeOnly(9, 0)) }
            : m));
        await world.GoToAsync("2027-10-02 12:00");
        (await world.House.BalanceAsync()).ShouldBe(["Mistimed hto-future-wish--family"]);
    }

    [Fact]
    public async Task A_holiday_passed_over_in_silence_is_found()
    {
        await using var world = await PlantedCourse.WorldAsync("2026-08-31 16:00", DayOfWeek.Thursday, (_, moments) => moments.Where(m => m.Key != "holiday-2026-10-10"));
        await world.GoToAsync("2026-10-20 12:00");
        (await world.House.BalanceAsync()).ShouldBe(["Lost hto-holiday--child-2026-10-10", "Lost hto-holiday--family-2026-10-10"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_waiter_for_each_reminder_is_found()
    {
        await using var world = await RefundWorld.StartAsync(besides: new TestProcess(_ => { }, _ => { }, WithWaiterPerReminder));
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-09-03 12:00"); // reminded once
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        await world.GoToAsync("2026-09-04 12:00");
        (await world.BalanceAsync()).ShouldBe(["Stuck refund-approve"]);
    }

    [Fact]
    public async Task A_run_purged_before_its_case_is_closed_is_found()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-09-03 12:00");
        var run = (await world.ClaimAsync(id)).InstanceId;
        await world.Hub.TerminateInstanceAsync(run, cancellation: Ct); // what a sweep that goes by the date alone would do
        await world.SettleAsync();
        (await world.Hub.PurgeInstanceAsync(run, Ct)).ShouldBeTrue();
        await world.GoToAsync("2026-09-10 12:00");
        (await world.BalanceAsync()).ShouldContain("Stuck refund-approve");
    }

    private static DurableTaskRegistry WithWaiterPerReminder() => new DurableTaskRegistry().AddDecisions().AddCases()
        .AddOrchestrator(RefundClaim_1.Name, () => new WaiterPerReminder())
        .AddActivity(RefundTasks.Welcome, services => services.GetRequiredService<WelcomeActivity>())
        .AddActivity(RefundTasks.Apply, services => services.GetRequiredService<ApplyAnswerActivity>());
}
