using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>A hub in which one thing comes after the other (<see cref="TaskHubOptions.TakeTurns"/>), and when a hub is at rest.</summary>
public sealed class TurnsTests
{
    private const int Legs = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_activity_starts_when_somebody_waits_for_the_rest_and_not_beside_a_callers_next_write()
    {
        var ran = 0;
        await using var hub = Start(r => r
            .AddOrchestratorFunc<object?, int>("o", (c, _) => c.CallActivityAsync<int>("a"))
            .AddActivityFunc<object?, int>("a", (_, _) => Task.FromResult(Interlocked.Increment(ref ran))));
        for (var i = 0; i < 20; i++)
            await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions($"i{i}"), Ct);
        Volatile.Read(ref ran).ShouldBe(0);
        await hub.Hub.WhenIdleAsync();
        Volatile.Read(ref ran).ShouldBe(20);
    }

    [Fact]
    public async Task Who_writes_hears_of_it_when_all_that_followed_has_been_done()
    {
        await using var hub = Start(r => r.AddOrchestratorFunc<object?, string>("o", async (c, _) =>
        {
            await c.WaitForExternalEvent<string>("e");
            for (var leg = 1; leg <= Legs; leg++)
            {
                await c.CreateTimer(c.CurrentUtcDateTime, CancellationToken.None); // due at once, and a transaction of its own
                c.SetCustomStatus(leg);
            }

            return "done";
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i"), Ct);
        await hub.Hub.RaiseEventAsync("i", "e", "x", Ct);

        (await hub.Hub.GetInstanceAsync("i", cancellation: Ct)).ShouldNotBeNull().RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task It_stops_with_nobody_left_untold()
    {
        await using var hub = Start(r => r
            .AddOrchestratorFunc<object?, int>("o", (c, _) => c.CallActivityAsync<int>("a"))
            .AddActivityFunc<object?, int>("a", (_, _) => Task.FromResult(1)));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i"), Ct);
        await hub.RestartAsync();

        (await hub.InstanceAsync("i")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    // the loop has looked for work and found none; then a clock is moved, and somebody asks for the rest: what became due must come first
    [Fact]
    public async Task Who_asks_while_the_loop_looks_for_work_is_not_told_of_the_rest_before()
    {
        using var pulse = new HubPulse(TimeProvider.System);
        pulse.Listen();
        var asked = pulse.WhenIdleAsync();
        pulse.IsIdle();
        asked.IsCompleted.ShouldBeFalse();

        pulse.Listen();
        pulse.IsIdle();
        await asked;
    }

    private static TestHub Start(Action<DurableTaskRegistry> register) => TestHub.Start(register, o => o with { MaxConcurrentActivities = 1, TakeTurns = true });
}
