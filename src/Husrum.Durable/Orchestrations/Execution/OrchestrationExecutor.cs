using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable;

/// <summary>The executor without memory: a whole history and new events in, actions out. Safe to use from many threads.</summary>
public sealed class OrchestrationExecutor(DurableTaskRegistry registry, ILoggerFactory? loggers = null, OrchestrationExecutorOptions? options = null)
{
    /// <summary>
    /// An event that only makes an episode happen: no code can wait for it and nothing keeps it. Raised to an instance whose last episode committed its events without deciding anything;
    /// what was left undecided is decided then.
    /// </summary>
    public const string WakeUpEvent = "$wake-up";

    /// <summary>Replays the request's past events, runs one episode over its new events and returns the actions.</summary>
    /// <exception cref="NonDeterminismException">The code did something else than the history says.</exception>
    /// <exception cref="UnknownOrchestratorException">No orchestrator of that name is registered.</exception>
    /// <exception cref="InvalidHistoryException">The history holds an event of an unknown kind.</exception>
    public OrchestratorResponse Execute(OrchestratorRequest request)
    {
        var execution = new OrchestrationExecution(registry, request.InstanceId, loggers, options);
        execution.Replay(request.PastEvents);
        var response = execution.RunEpisode(request.NewEvents);
        if (options is { KeepFailureMessages: false })
            FailureMessages.Scrub(response);
        return response;
    }

    /// <summary>Replays a recorded history, whole or cut after an episode, against today's code. Silent where they agree.</summary>
    /// <exception cref="NonDeterminismException">The code did something else, or more, than the history says.</exception>
    /// <exception cref="UnknownOrchestratorException">No orchestrator of that name is registered.</exception>
    /// <exception cref="InvalidHistoryException">The history holds an event of an unknown kind.</exception>
    public void Verify(string instanceId, IEnumerable<HistoryEvent> history) =>
        new OrchestrationExecution(registry, instanceId, loggers, options).Verify(history);
}
