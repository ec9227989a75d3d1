using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Tests.TaskHub;

public sealed class BrokenLoopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_loop_fails_everybody_who_waits_is_told_and_nobody_waits_for_ever()
    {
        var breaks = false;
        await using var hub = TestHub.Start(
            r => r.AddOrchestratorFunc<object?, string>("o", (c, _) => c.WaitForExternalEvent<string>("e")),
            o => o with { BeforeCommit = _ => _ = Volatile.Read(ref breaks) ? throw new InvalidOperationException("broken") : 0 });
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i1"), Ct);
        var end = hub.Hub.WaitForInstanceCompletionAsync("i1", cancellation: Ct);
        await hub.Hub.WhenIdleAsync();
        Volatile.Write(ref breaks, true);
        var write = hub.Hub.RaiseEventAsync("i1", "e", "x", Ct);

        await Should.ThrowAsync<TaskHubException>(write);
        await Should.ThrowAsync<TaskHubException>(end);
        await Should.ThrowAsync<TaskHubException>(hub.Hub.WhenIdleAsync());
        await Should.ThrowAsync<TaskHubException>(hub.Hub.WaitForInstanceCompletionAsync("i1", cancellation: Ct));
        await Should.ThrowAsync<TaskHubException>(hub.Hub.RaiseEventAsync("i1", "e", "x", Ct));
        hub.Hub.IsRunning.ShouldBeFalse();
    }
}
