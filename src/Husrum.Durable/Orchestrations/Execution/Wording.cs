using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>Decisions in words, for messages that a person reads. Ids and registered names only.</summary>
internal static class Wording
{
    public static string Of(CallKind kind, int id, string name) => kind switch
    {
        CallKind.Activity => $"activity '{name}' (#{id})",
        CallKind.Timer => $"timer (#{id})",
        CallKind.SubOrchestration => $"sub-orchestration '{name}' (#{id})",
        CallKind.SentEvent => $"sent event '{name}' (#{id})",
        _ => $"completion (#{id})",
    };

    public static string Of(OrchestratorAction action) => action.CompleteOrchestration is { } completion
        ? $"to end as {completion.OrchestrationStatus} (#{action.Id})"
        : Of(KindOf(action), action.Id, NameOf(action));

    public static CallKind KindOf(OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => CallKind.Activity,
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => CallKind.Timer,
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration => CallKind.SubOrchestration,
        OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent => CallKind.SentEvent,
        _ => CallKind.Completion,
    };

    public static string NameOf(OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => action.ScheduleTask.Name,
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration => action.CreateSubOrchestration.Name,
        OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent => action.SendEvent.Name,
        _ => "",
    };
}
