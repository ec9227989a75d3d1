using Husrum.Durable.Client;

namespace Husrum.Durable.Tests.TaskHub;

public sealed class PoisonTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_orchestrator_this_program_does_not_know_is_parked_with_the_reason_and_goes_on_once_it_is_known()
    {
        await using var hub = TestHub.Start(_ => { });
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Course_2", null, new StartOrchestrationOptions("i1"), Ct);
        await hub.Hub.RaiseEventAsync("i1", "e", "kept", Ct);
        var parked = await hub.InstanceAsync("i1");
        parked.ParkedReason.ShouldNotBeNull().ShouldContain("Course_2");
        (await hub.Hub.GetAllInstancesAsync(new OrchestrationQuery(ParkedOnly: true), Ct).CountAsync(Ct)).ShouldBe(1);

        await hub.RestartAsync(r => r.AddOrchestratorFunc<object?, string>("Course_2", (c, _) => c.WaitForExternalEvent<string>("e")));
        (await hub.InstanceAsync("i1")).ParkedReason.ShouldNotBeNull();
        await hub.Hub.ResumeInstanceAsync("i1", null, Ct);
        (await hub.InstanceAsync("i1")).SerializedOutput.ShouldBe("\"kept\"");
    }

    [Fact]
    public async Task Code_that_no_longer_fits_its_history_is_parked_naming_what_diverged()
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, string>("P_1", async (c, _) => await c.CallActivityAsync<string>("a") + await c.WaitForExternalEvent<string>("e"))
            .AddActivityFunc<object?, string>("a", (_, _) => Task.FromResult("A")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("P_1", null, new StartOrchestrationOptions("i1"), Ct);
        await hub.Hub.WhenIdleAsync();
        await hub.RestartAsync(r => r.AddOrchestratorFunc<object?, string>("P_1", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(1), default);
            return await c.WaitForExternalEvent<string>("e");
        }));
        await hub.Hub.RaiseEventAsync("i1", "e", "x", Ct);
        var parked = await hub.InstanceAsync("i1");
        parked.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        parked.ParkedReason.ShouldNotBeNull().ShouldContain("a");
    }

    [Fact]
    public async Task An_activity_this_program_does_not_know_parks_the_instance_and_runs_once_it_is_known()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, string>("o", (c, _) => c.CallActivityAsync<string>("later")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i1"), Ct);
        (await hub.InstanceAsync("i1")).ParkedReason.ShouldNotBeNull().ShouldContain("later");
        await hub.RestartAsync(r => r
            .AddOrchestratorFunc<object?, string>("o", (c, _) => c.CallActivityAsync<string>("later"))
            .AddActivityFunc<object?, string>("later", (_, _) => Task.FromResult("ran")));
        await hub.Hub.ResumeInstanceAsync("i1", null, Ct);
        (await hub.InstanceAsync("i1")).SerializedOutput.ShouldBe("\"ran\"");
    }
}
