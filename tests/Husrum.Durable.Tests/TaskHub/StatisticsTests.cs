using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Tests.TaskHub;

public sealed class StatisticsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Instances_are_counted_by_state_and_the_next_timer_is_named()
    {
        await using var hub = TestHub.Start(Register);
        foreach (var id in new[] { "sleeper-1", "sleeper-2" })
            await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Sleeper_1", null, new StartOrchestrationOptions(id), Ct);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Quick_1", null, new StartOrchestrationOptions("quick"), Ct);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Quick_1", null, new StartOrchestrationOptions("later", hub.Clock.Now.AddDays(1)), Ct);
        await hub.Hub.WhenIdleAsync();

        var statistics = hub.Hub.Statistics();
        statistics.IsRunning.ShouldBeTrue();
        statistics.Now.ShouldBe(hub.Clock.Now);
        statistics.Instances.ShouldBe([
            new InstanceCount("Quick_1", OrchestrationRuntimeStatus.Completed, 1),
            new InstanceCount("Quick_1", OrchestrationRuntimeStatus.Pending, 1),
            new InstanceCount("Sleeper_1", OrchestrationRuntimeStatus.Running, 2)]);
        statistics.Timers.ShouldBe(3);
        statistics.NextTimer.ShouldBe(new WaitingTimer("later", hub.Clock.Now.AddDays(1)));
        statistics.OverdueTimer.ShouldBeNull();
        (statistics.ReadyActivities, statistics.ReadyInstances, statistics.ParkedCount).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_timer_is_overdue_a_minute_after_its_moment_and_no_longer_once_it_has_fired()
    {
        await using var hub = TestHub.Start(Register);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Sleeper_1", null, new StartOrchestrationOptions("sleeper"), Ct);
        await hub.Hub.WhenIdleAsync();
        var due = hub.Hub.NextDue!.Value;
        hub.Clock.Now = due.AddMinutes(1); // and nobody tells the hub
        hub.Hub.Statistics().OverdueTimer.ShouldBeNull();
        hub.Clock.Now = due.AddMinutes(1).AddMilliseconds(1);
        hub.Hub.Statistics().OverdueTimer.ShouldBe(new WaitingTimer("sleeper", due));
        hub.Hub.ClockMoved();
        await hub.Hub.WhenIdleAsync();
        hub.Hub.Statistics().OverdueTimer.ShouldBeNull();
    }

    [Fact]
    public async Task Parked_instances_are_listed_with_their_reason_and_their_work_is_not_called_ready()
    {
        await using var hub = TestHub.Start(Register);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Unknown_3", null, new StartOrchestrationOptions("stranger"), Ct);
        await hub.Hub.RaiseEventAsync("stranger", "e", 1, Ct);
        await hub.Hub.WhenIdleAsync();
        var statistics = hub.Hub.Statistics();
        var parked = statistics.Parked.ShouldHaveSingleItem();
        (parked.InstanceId, parked.Orchestrator, parked.Since).ShouldBe(("stranger", "Unknown_3", hub.Clock.Now));
        parked.Reason.ShouldContain("Unknown_3");
        (statistics.ParkedCount, statistics.ReadyInstances).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Work_that_waits_for_its_turn_is_counted()
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource<int>());
        await using var hub = TestHub.Start(
            r => r.AddOrchestratorFunc<object?, int>("Two_1", async (c, _) => (await Task.WhenAll(c.CallActivityAsync<int>("slow"), c.CallActivityAsync<int>("slow"))).Sum())
                .AddActivityFunc<object?, int>("slow", (_, _) =>
                {
                    begun.TrySetResult();
                    return gate.Task;
                }),
            o => o with { MaxConcurrentActivities = 1 });
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Two_1", null, new StartOrchestrationOptions("i"), Ct);
        await begun.Task.WaitAsync(Ct);
        hub.Hub.Statistics().ReadyActivities.ShouldBe(2); // one in hand, one waiting
        gate.SetResult(1);
        await hub.Hub.WaitForInstanceCompletionAsync("i", cancellation: Ct);
        hub.Hub.Statistics().ReadyActivities.ShouldBe(0);
    }

    [Fact]
    public async Task A_hub_that_was_not_started_or_was_stopped_does_not_run()
    {
        await using var hub = TestHub.Start(Register);
        hub.Hub.IsRunning.ShouldBeTrue();
        await hub.Hub.StopAsync();
        hub.Hub.IsRunning.ShouldBeFalse();
    }

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<object?, int>("Quick_1", (_, _) => Task.FromResult(1))
        .AddOrchestratorFunc<object?, int>("Sleeper_1", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(30), default);
            return 1;
        });
}
