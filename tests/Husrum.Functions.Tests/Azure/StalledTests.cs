using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Functions.Azure;
using Husrum.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure;

/// <summary>Code that cannot be run must not fail the call. The instance stands still, is woken, and loses nothing.</summary>
public sealed class StalledTests : IAsyncLifetime
{
    private readonly InMemoryRegister _register = new();
    private readonly Husrum.Durable.Tests.TaskHub.TestClock _machine = new();
    private Homes.AzureHome _home = null!;
    private StalledInstances _stalled = null!;
    private bool _isBroken = true;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _home = await Homes.AzureHome.StartAsync(registry => registry
            .AddOrchestrator("Main_1", () => _isBroken ? throw new InvalidOperationException("not deployed") : new Waiting())
            .AddActivityFunc<string, string>("Echo", (_, text) => Task.FromResult(text)));
        _stalled = new StalledInstances(_register, _home.Client, _machine, NullLogger<StalledInstances>.Instance);
        _home.Handler.Stalled = _stalled;
        await _home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Cancellation);
        await _home.SettleAsync();
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task It_runs_on_and_is_noted_with_the_reason_and_goes_on_where_it_stood_once_the_code_is_there()
    {
        (await StateAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        var noted = await _stalled.AllAsync(Cancellation).SingleAsync(Cancellation);
        (noted.InstanceId, noted.Orchestrator).ShouldBe(("i1", "Main_1"));
        noted.Reason.ShouldContain("Main_1");
        await _home.Client.RaiseEventAsync("i1", "said", "kept", Cancellation); // its episode cannot be run either; the host commits the event all the same
        await _home.SettleAsync();

        _isBroken = false;
        await _stalled.SweepAsync(Cancellation);
        await _home.SettleAsync();
        (await StateAsync()).IsCompleted.ShouldBeFalse(); // not its time yet
        _machine.Now += TimeSpan.FromMinutes(1);
        await _stalled.SweepAsync(Cancellation);
        await _home.SettleAsync();
        (await StateAsync()).SerializedOutput.ShouldBe("\"kept\"");
        (await _stalled.AllAsync(Cancellation).CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_woken_ever_less_often_because_each_time_adds_to_its_history()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            _machine.Now += TimeSpan.FromMinutes(1);
            await _stalled.SweepAsync(Cancellation);
            await _home.SettleAsync();
        }

        var noted = await _stalled.AllAsync(Cancellation).SingleAsync(Cancellation);
        noted.Wakes.ShouldBeInRange(9, 12);
        _home.App.Host.Find("i1")!.History.Count.ShouldBeLessThan(60);
    }

    [Fact]
    public async Task It_can_be_terminated_though_its_code_cannot_be_run()
    {
        await _home.Client.TerminateInstanceAsync("i1", "enough", Cancellation);
        await _home.SettleAsync();
        (await StateAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        await _stalled.SweepAsync(Cancellation);
        (await _stalled.AllAsync(Cancellation).CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_wake_up_changes_nothing_for_one_that_does_not_stand_still()
    {
        _isBroken = false;
        await _home.Client.RaiseEventAsync("i1", OrchestrationExecutor.WakeUpEvent, null, Cancellation);
        await _home.Client.RaiseEventAsync("i1", OrchestrationExecutor.WakeUpEvent, null, Cancellation);
        await _home.Client.RaiseEventAsync("i1", "said", "only this", Cancellation);
        await _home.SettleAsync();
        (await StateAsync()).SerializedOutput.ShouldBe("\"only this\"");
    }

    [Fact]
    public async Task A_register_that_is_away_does_not_fail_the_call()
    {
        _register.BeforeCommit = _ => throw new IOException("away");
        await _home.Client.RaiseEventAsync("i1", "said", "x", Cancellation);
        await _home.SettleAsync();
        (await StateAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
    }

    private async Task<OrchestrationMetadata> StateAsync() => (await _home.Client.GetInstanceAsync("i1", true, Cancellation)).ShouldNotBeNull();

    private sealed class Waiting : TaskOrchestrator<object?, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, object? input) =>
            await context.CallActivityAsync<string>("Echo", await context.WaitForExternalEvent<string>("said"));
    }
}
