using Husrum.Durable.Client;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>Two versions of a process side by side, as CONTRIBUTING.md tells to do it.</summary>
public sealed class VersionTests
{
    private static readonly List<string> Done = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_began_under_version_1_ends_under_it_after_version_2_has_come_and_new_ones_run_2()
    {
        await using var hub = TestHub.Start(OnlyOne);
        await StartAsync(hub, "Course_1", "old");
        await hub.AdvanceAsync(TimeSpan.FromDays(1));

        await hub.RestartAsync(OneAndTwo);
        await StartAsync(hub, "Course_2", "new");
        await hub.AdvanceAsync(TimeSpan.FromDays(5)); // both pass through timers, replays and a continue-as-new
        await hub.Hub.RaiseEventAsync("old", "sign", "o", Ct);
        await hub.Hub.RaiseEventAsync("new", "sign", "n", Ct);

        var (old, young) = (await hub.InstanceAsync("old"), await hub.InstanceAsync("new"));
        (old.Name, old.RuntimeStatus, old.SerializedOutput).ShouldBe(("Course_1", OrchestrationRuntimeStatus.Completed, "\"1: o\""));
        (young.Name, young.RuntimeStatus, young.SerializedOutput).ShouldBe(("Course_2", OrchestrationRuntimeStatus.Completed, "\"2: n\""));
        lock (Done)
        {
            Done.Where(step => step.StartsWith("old", StringComparison.Ordinal)).ShouldBe(["old greet", "old remind"]);
            Done.Where(step => step.StartsWith("new", StringComparison.Ordinal)).ShouldBe(["new remind", "new greet"]);
        }
    }

    [Fact]
    public async Task The_same_change_made_in_place_parks_the_instance_and_the_old_code_put_back_lets_it_go_on()
    {
        await using var hub = TestHub.Start(OnlyOne);
        await StartAsync(hub, "Course_1", "changed");
        await hub.Hub.WhenIdleAsync();

        await hub.RestartAsync(r => Activities(r).AddOrchestratorFunc<int, string>("Course_1", TwoAsync));
        await hub.AdvanceAsync(TimeSpan.FromDays(3));
        (await hub.InstanceAsync("changed")).ParkedReason.ShouldNotBeNull().ShouldContain("activity 'greet'");

        await hub.RestartAsync(OnlyOne);
        await hub.Hub.ResumeInstanceAsync("changed", null, Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(3));
        await hub.Hub.RaiseEventAsync("changed", "sign", "x", Ct);
        (await hub.InstanceAsync("changed")).SerializedOutput.ShouldBe("\"1: x\"");
    }

    private static void OnlyOne(DurableTaskRegistry registry) => Activities(registry).AddOrchestratorFunc<int, string>("Course_1", OneAsync);

    private static void OneAndTwo(DurableTaskRegistry registry)
    {
        OnlyOne(registry);
        registry.AddOrchestratorFunc<int, string>("Course_2", TwoAsync);
    }

    private static DurableTaskRegistry Activities(DurableTaskRegistry registry) => registry
        .AddActivityFunc<string, bool>("greet", (_, id) => Did(id + " greet"))
        .AddActivityFunc<string, bool>("remind", (_, id) => Did(id + " remind"));

    private static async Task<string> OneAsync(TaskOrchestrationContext context, int stage)
    {
        if (stage == 1)
            return "1: " + await context.WaitForExternalEvent<string>("sign");
        await context.CallActivityAsync<bool>("greet", context.InstanceId);
        await context.CreateTimer(TimeSpan.FromDays(2), default);
        await context.CallActivityAsync<bool>("remind", context.InstanceId);
        context.ContinueAsNew(1);
        return "";
    }

    private static async Task<string> TwoAsync(TaskOrchestrationContext context, int stage)
    {
        if (stage == 1)
            return "2: " + await context.WaitForExternalEvent<string>("sign");
        await context.CallActivityAsync<bool>("remind", context.InstanceId);
        await context.CreateTimer(TimeSpan.FromDays(1), default);
        await context.CallActivityAsync<bool>("greet", context.InstanceId);
        context.ContinueAsNew(1);
        return "";
    }

    private static Task<bool> Did(string step)
    {
        lock (Done)
            Done.Add(step);
        return Task.FromResult(true);
    }

    private static Task StartAsync(TestHub hub, string name, string id) =>
        hub.Hub.ScheduleNewOrchestrationInstanceAsync(name, 0, new StartOrchestrationOptions(id), Ct);
}
