using Husrum.Durable.Protocol;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable;

/// <summary>
/// One live run of an instance: feed the committed history once, then new events as they come. It may be kept between episodes, or thrown away and rebuilt by <see cref="Replay"/>.
/// </summary>
internal sealed class OrchestrationExecution
{
    /// <summary>A run that has seen nothing yet. Nothing of the orchestrator runs before the first event.</summary>
    public OrchestrationExecution(DurableTaskRegistry registry, string instanceId, ILoggerFactory? loggers = null, OrchestrationExecutorOptions? options = null)
    {
    }

    /// <summary>Replays committed events. What the history already holds is not decided again. Called at most once, before the first episode.</summary>
    /// <exception cref="NonDeterminismException">The code did something else than the history says; the message names the first diverging event and what the code did instead.</exception>
    /// <exception cref="UnknownOrchestratorException">No orchestrator of that name is registered.</exception>
    public void Replay(IEnumerable<HistoryEvent> pastEvents) => throw new NotImplementedException();

    /// <summary>Runs one episode over new events (the first is OrchestratorStarted with the episode's time) and returns what this episode newly decided.</summary>
    /// <exception cref="UnknownOrchestratorException">No orchestrator of that name is registered.</exception>
    public OrchestratorResponse RunEpisode(IReadOnlyList<HistoryEvent> newEvents) => throw new NotImplementedException();

    /// <summary>True once the instance has ended (or continued as new): its completion action has been given out.</summary>
    public bool IsCompleted { get; private set; }
}
