using Husrum.Durable.Client;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>What was under way for an instance that is gone reaches nobody who came after it, not even under its id.</summary>
public sealed class NamesakeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("i1")]
    [InlineData("i2")]
    public async Task The_outcome_of_an_activity_of_a_purged_instance_does_not_reach_the_next_one(string next)
    {
        var hold = new TaskCompletionSource();
        var atWork = new TaskCompletionSource();
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<string, string>("o", (c, activity) => c.CallActivityAsync<string>(activity))
            .AddActivityFunc<object?, string>("slow", async (_, _) =>
            {
                atWork.SetResult();
                await hold.Task;
                return "somebody else's";
            })
            .AddActivityFunc<object?, string>("mine", async (_, _) =>
            {
                hold.SetResult();
                await Task.Delay(50, Ct); // the other's outcome comes first
                return "mine";
            }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", "slow", new StartOrchestrationOptions("i1"), Ct);
        await atWork.Task;
        await hub.Hub.TerminateInstanceAsync("i1", null, Ct);
        (await hub.Hub.PurgeInstanceAsync("i1", Ct)).ShouldBeTrue();
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", "mine", new StartOrchestrationOptions(next), Ct);

        (await hub.InstanceAsync(next)).SerializedOutput.ShouldBe("\"mine\"");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_result_of_a_child_whose_parent_is_purged_does_not_reach_the_parents_namesake(bool restarts)
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<string, string>("parent", (c, child) => c.CallSubOrchestratorAsync<string>("child", child, new TaskOptions(InstanceId: child)))
            .AddOrchestratorFunc<string, string>("child", async (c, name) =>
            {
                await c.CreateTimer(TimeSpan.FromDays(name == "c1" ? 1 : 2), default);
                return name;
            }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("parent", "c1", new StartOrchestrationOptions("p1"), Ct);
        await hub.Hub.WhenIdleAsync();
        await hub.Hub.TerminateInstanceAsync("p1", null, Ct);
        (await hub.Hub.PurgeInstanceAsync("p1", Ct)).ShouldBeTrue();
        if (restarts)
            await hub.RestartAsync();
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("parent", "c2", new StartOrchestrationOptions("p1"), Ct);

        await hub.AdvanceAsync(TimeSpan.FromDays(3));

        (await hub.InstanceAsync("p1")).SerializedOutput.ShouldBe("\"c2\"");
    }
}
