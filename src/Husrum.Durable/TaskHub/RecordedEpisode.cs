using Husrum.Durable.Protocol;

namespace Husrum.Durable.TaskHub;

/// <summary>One episode of an instance, as its history has it.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Orchestrator">Its registered name, version included.</param>
/// <param name="Generation">0 for the first run, one more with each continue-as-new.</param>
/// <param name="Events">The episode's events, from OrchestratorStarted to OrchestratorCompleted.</param>
public sealed record RecordedEpisode(string InstanceId, string Orchestrator, long Generation, IReadOnlyList<HistoryEvent> Events);
