using Husrum.Core.Decisions;
using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Testing;

namespace Husrum.Core.Tests.Decisions;

/// <summary>The waiting itself, on the real hub, with activities that do what the test needs.</summary>
public sealed class AskingTests : IAsyncDisposable
{
    private static readonly DecisionRef Question = new("case:1", "1", "well", 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("husrum-asking-").FullName;
    private readonly TestClock _clock = new();
    private SqliteTaskHub? _hub;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_comes_while_a_reminder_is_being_sent_is_not_lost()
    {
        var hub = Open(onMoment: async index =>
        {
            if (index == 1)
                await _hub!.RaiseEventAsync("a", Question.EventName, new DecisionAnswered("yes"), Ct); // the person clicks at this very moment
            return new DecisionProgress(null, index + 1, _clock.GetUtcNow().AddDays(30));
        });
        await StartAsync(hub);
        _clock.Advance(TimeSpan.FromDays(1));
        hub.ClockMoved();
        (await OutputAsync(hub)).ShouldBe("\"yes\"");
    }

    [Fact]
    public async Task An_answer_that_comes_before_the_asking_is_done_is_not_lost()
    {
        var hub = Open(
            onMoment: _ => throw new InvalidOperationException("too late"),
            onAsk: async () => await _hub!.RaiseEventAsync("a", Question.EventName, new DecisionAnswered("yes"), Ct));
        await StartAsync(hub);
        (await OutputAsync(hub)).ShouldBe("\"yes\"");
    }

    [Fact]
    public async Task An_answer_after_fifty_reminders_is_taken_and_the_history_has_stayed_small()
    {
        var moments = 0;
        var hub = Open(onMoment: index =>
        {
            moments++;
            return Task.FromResult(new DecisionProgress(null, index + 1, _clock.GetUtcNow().AddDays(1)));
        });
        await StartAsync(hub);
        for (var day = 0; day < 50; day++)
        {
            _clock.Advance(TimeSpan.FromDays(1));
            hub.ClockMoved();
            await hub.WhenIdleAsync();
        }

        moments.ShouldBe(50);
        await hub.RaiseEventAsync("a", Question.EventName, new DecisionAnswered("at last"), Ct);
        (await OutputAsync(hub)).ShouldBe("\"at last\"");
    }

    [Fact]
    public async Task The_deadlines_outcome_is_the_answer()
    {
        var hub = Open(onMoment: _ => Task.FromResult(new DecisionProgress("lapsed", 2, null)));
        await StartAsync(hub);
        _clock.Advance(TimeSpan.FromDays(1));
        hub.ClockMoved();
        (await OutputAsync(hub)).ShouldBe("\"lapsed\"");
    }

    [Fact]
    public async Task An_answer_to_another_question_is_not_taken()
    {
        var hub = Open(onMoment: index => Task.FromResult(new DecisionProgress(null, index + 1, null)));
        await StartAsync(hub);
        await hub.RaiseEventAsync("a", (Question with { Round = 2 }).EventName, new DecisionAnswered("no"), Ct);
        await hub.WhenIdleAsync();
        (await hub.GetInstanceAsync("a", cancellation: Ct))!.IsCompleted.ShouldBeFalse();
        await hub.RaiseEventAsync("a", Question.EventName, new DecisionAnswered("yes"), Ct);
        (await OutputAsync(hub)).ShouldBe("\"yes\"");
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteTaskHub Open(Func<int, Task<DecisionProgress>> onMoment, Func<Task>? onAsk = null)
    {
        DecisionProgress? now = null;
        var registry = new DurableTaskRegistry()
            .AddOrchestratorFunc<object?, string?>("asks", async (context, _) =>
            {
                var answer = await context.AskAsync(Question);
                if (answer is null)
                    context.ContinueAsNew(null);
                return answer;
            })
            .AddActivityFunc<DecisionRef, DecisionProgress>(DecisionTasks.Ask, async (_, _) =>
            {
                if (onAsk is not null)
                    await onAsk();
                return now ??= new DecisionProgress(null, 1, _clock.GetUtcNow().AddDays(1));
            })
            .AddActivityFunc<DecisionMomentInput, DecisionProgress>(DecisionTasks.Moment, async (_, input) => now = await onMoment(input.Index));
        _hub = SqliteTaskHub.Open(new TaskHubOptions { Path = Path.Combine(_folder, "hub.db"), Time = _clock }, registry, NoServices.Instance);
        _hub.Start();
        return _hub;
    }

    private static async Task StartAsync(SqliteTaskHub hub)
    {
        await hub.ScheduleNewOrchestrationInstanceAsync("asks", null, new StartOrchestrationOptions("a"), Ct);
        await hub.WhenIdleAsync();
    }

    private static async Task<string?> OutputAsync(SqliteTaskHub hub)
    {
        await hub.WhenIdleAsync();
        var instance = (await hub.GetInstanceAsync("a", getInputsAndOutputs: true, Ct)).ShouldNotBeNull();
        instance.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        return instance.SerializedOutput;
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
