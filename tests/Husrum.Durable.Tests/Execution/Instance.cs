using Husrum.Durable.Protocol;

namespace Husrum.Durable.Tests.Execution;

/// <summary>
/// A host of one instance. Each episode runs twice, on the live execution and on one rebuilt from the history, and must come out the same:
/// so every test here is also a test of replay.
/// </summary>
internal sealed class Instance
{
    public const string Id = "case-1";

    private readonly DurableTaskRegistry _registry;
    private readonly OrchestrationExecutorOptions? _options;
    private readonly OrchestrationExecution _live;

    public Instance(DurableTaskRegistry registry, OrchestrationExecutorOptions? options = null)
    {
        _registry = registry;
        _options = options;
        _live = new OrchestrationExecution(registry, Id, null, options);
    }

    public List<HistoryEvent> History { get; } = [];

    public DateTime Now { get; set; } = Events.Noon;

    public OrchestrationExecution Live => _live;

    public bool IsCompleted => _live.IsCompleted;

    /// <summary>An instance whose orchestrator is this function, started with this input.</summary>
    public static (Instance Instance, OrchestratorResponse First) Start<TInput, TOutput>(
        Func<TaskOrchestrationContext, TInput, Task<TOutput>> run, TInput input, OrchestrationExecutorOptions? options = null)
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc("Test", run), options);
        return (instance, instance.Episode(Events.Started("Test", input)));
    }

    public static (Instance Instance, OrchestratorResponse First) Start<TOutput>(Func<TaskOrchestrationContext, Task<TOutput>> run) =>
        Start<string?, TOutput>((context, _) => run(context), null);

    /// <summary>Runs one episode over these events and commits it.</summary>
    public OrchestratorResponse Episode(params HistoryEvent[] events)
    {
        HistoryEvent[] all = [Events.EpisodeStarted(Now), .. events];
        var response = _live.RunEpisode(all);
        var rebuilt = new OrchestrationExecution(_registry, Id, null, _options);
        rebuilt.Replay(History);
        WithoutStacks(rebuilt.RunEpisode(all)).ShouldBe(WithoutStacks(response));
        History.AddRange(all);
        History.AddRange(response.Actions.Select(Events.Confirmation));
        History.Add(Events.EpisodeEnded(Now));
        return response;
    }

    /// <summary>Runs the history against other code, as after a deployment.</summary>
    public void ReplayWith<TInput, TOutput>(Func<TaskOrchestrationContext, TInput, Task<TOutput>> run) =>
        new OrchestrationExecution(new DurableTaskRegistry().AddOrchestratorFunc("Test", run), Id).Replay(History);

    private static OrchestratorResponse WithoutStacks(OrchestratorResponse response)
    {
        var copy = response.Clone();
        foreach (var action in copy.Actions)
        {
            for (var failure = action.CompleteOrchestration?.FailureDetails; failure is not null; failure = failure.InnerFailure)
                failure.StackTrace = null;
        }

        return copy;
    }
}

internal static class Responses
{
    /// <summary>The decisions in short: <c>0:A["x"]</c>, <c>1:timer 12:00:05</c>, <c>2:child C=id</c>, <c>3:send name&gt;id</c>, <c>4:Completed 42</c>.</summary>
    public static string[] Short(this OrchestratorResponse response) => [.. response.Actions.Select(action => action.Id + ":" + action.OrchestratorActionTypeCase switch
    {
        OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => action.ScheduleTask.Name + action.ScheduleTask.Input,
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => $"timer {action.CreateTimer.FireAt.ToDateTime():HH:mm:ss}",
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration => $"child {action.CreateSubOrchestration.Name}={action.CreateSubOrchestration.InstanceId}",
        OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent => $"send {action.SendEvent.Name}>{action.SendEvent.Instance.InstanceId}",
        _ => $"{action.CompleteOrchestration.OrchestrationStatus} {action.CompleteOrchestration.Result}".TrimEnd(),
    })];

    public static CompleteOrchestrationAction Completion(this OrchestratorResponse response) => response.Actions[^1].CompleteOrchestration.ShouldNotBeNull();

    /// <summary>JSON.</summary>
    public static string? Result(this OrchestratorResponse response)
    {
        var completion = response.Completion();
        completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.Completed, completion.FailureDetails?.ErrorMessage);
        return completion.Result;
    }
}
