using System.Collections.Concurrent;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Functions.Azure;
using Husrum.Functions.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure;

/// <summary>A call that breaks during an episode ends the instance for good. The case goes on in a new run; the run itself never.</summary>
public sealed class FailedRunsTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<FailedRun> _asked = new();
    private Homes.AzureHome _home = null!;
    private FailedRuns _failed = null!;
    private RunReplacement _answer = RunReplacement.Begun;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _home = await Homes.AzureHome.StartAsync(registry => registry
            .AddOrchestratorFunc<object?, string>("Main_1", (context, _) => context.WaitForExternalEvent<string>("e"))
            .AddOrchestratorFunc<object?, string>("Bad_1", (_, _) => throw new InvalidOperationException("Asta Invented")));
        var process = new Process(_ => { }, [], [("Main_1", "always")], Replace: (_, run, _) =>
        {
            _asked.Enqueue(run);
            return Task.FromResult(run.InstanceId.StartsWith("case", StringComparison.Ordinal) ? _answer : RunReplacement.NotOurs);
        });
        _failed = new FailedRuns(_home.Client, [process], new ServiceCollection().BuildServiceProvider(), NullLogger<FailedRuns>.Instance);
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task One_that_broke_on_its_way_is_replaced_and_cleared_away_once_it_is()
    {
        await BreakAsync("case-1", "Main_1");
        await _failed.SweepAsync(Cancellation);
        _asked.ShouldHaveSingleItem().ShouldBe(new FailedRun("case-1", _home.Clock.Now, null));
        (await StateAsync("case-1"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed); // until it is sure that another drives the case
        _answer = RunReplacement.Superseded;
        await _failed.SweepAsync(Cancellation);
        (await StateAsync("case-1")).ShouldBeNull();
    }

    [Fact]
    public async Task One_whose_turn_is_later_is_asked_about_again()
    {
        await BreakAsync("case-1", "Main_1");
        _answer = RunReplacement.Later;
        await _failed.SweepAsync(Cancellation);
        await _failed.SweepAsync(Cancellation);
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_failed_by_its_own_code_waits_for_a_person_and_says_nothing_that_was_typed()
    {
        await _home.Client.ScheduleNewOrchestrationInstanceAsync("Bad_1", null, new StartOrchestrationOptions("case-2"), Cancellation);
        await _home.SettleAsync();
        await _failed.SweepAsync(Cancellation);
        _asked.ShouldBeEmpty();
        var run = await _failed.AllAsync(Cancellation).SingleAsync(Cancellation);
        FailedRuns.IsTransport(run).ShouldBeFalse();
        run.FailureDetails!.ErrorType.ShouldBe("System.InvalidOperationException");
        $"{run.SerializedOutput}{run.FailureDetails}".ShouldNotContain("Asta");

        (await _failed.ReplaceAsync("case-2", "p-operator", Cancellation)).ShouldBeTrue();
        _asked.ShouldHaveSingleItem().ByPersonId.ShouldBe("p-operator");
    }

    [Fact]
    public async Task One_that_never_was_deployed_counts_as_broken_on_its_way()
    {
        await _home.Client.ScheduleNewOrchestrationInstanceAsync("Unheard_9", null, new StartOrchestrationOptions("case-3"), Cancellation);
        await _home.SettleAsync();
        FailedRuns.IsTransport(await _failed.AllAsync(Cancellation).SingleAsync(Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_there_is_always_one_of_begins_again_under_its_own_id()
    {
        await BreakAsync("always", "Main_1");
        await _failed.SweepAsync(Cancellation);
        await _home.SettleAsync();
        (await StateAsync("always"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_whose_call_breaks_fails_the_activity_alone()
    {
        await using var home = await Homes.AzureHome.StartAsync(registry => registry
            .AddOrchestratorFunc<object?, string>("Main_1", (context, _) => context.CallActivityAsync<string>("Echo", "x", new TaskOptions(new RetryPolicy(3, TimeSpan.FromSeconds(1)))))
            .AddActivityFunc<string, string>("Echo", (_, text) => Task.FromResult(text)));
        home.App.Calls.HalfWay = BreakOnce("Echo");
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Cancellation);
        await home.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await home.Client.GetInstanceAsync("i1", true, Cancellation))!.SerializedOutput.ShouldBe("\"x\"");
        home.App.Host.FailedCalls.ShouldBe((0, 1));
    }

    private async Task BreakAsync(string id, string orchestrator)
    {
        _home.App.Calls.HalfWay = BreakOnce(orchestrator);
        await _home.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, null, new StartOrchestrationOptions(id), Cancellation);
        await _home.SettleAsync();
        (await StateAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
    }

    private static Func<string, Task> BreakOnce(string function)
    {
        var isDone = false;
        return name =>
        {
            if (isDone || name != function)
                return Task.CompletedTask;
            isDone = true;
            throw new IOException("the connection is gone");
        };
    }

    private Task<OrchestrationMetadata?> StateAsync(string id) => _home.Client.GetInstanceAsync(id, true, Cancellation);
}
