using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;

namespace Husrum.Durable.Tests.Execution;

/// <summary>History events as a host would deliver them.</summary>
internal static class Events
{
    public static readonly DateTime Noon = new(2026, 8, 31, 12, 0, 0, DateTimeKind.Utc);

    public static HistoryEvent EpisodeStarted(DateTime time) => new() { EventId = -1, Timestamp = Timestamp.FromDateTime(time), OrchestratorStarted = new() };

    public static HistoryEvent EpisodeEnded(DateTime time) => new() { EventId = -1, Timestamp = Timestamp.FromDateTime(time), OrchestratorCompleted = new() };

    public static HistoryEvent Started(string name, object? input = null, string? version = null, ParentInstanceInfo? parent = null) =>
        Of(e => e.ExecutionStarted = new() { Name = name, Input = DataConverter.Serialize(input), Version = version, ParentInstance = parent });

    public static HistoryEvent Done(int task, object? result = null) =>
        Of(e => e.TaskCompleted = new() { TaskScheduledId = task, Result = DataConverter.Serialize(result) });

    public static HistoryEvent Failed(int task, string message = "no luck", bool isNonRetriable = false) =>
        Of(e => e.TaskFailed = new() { TaskScheduledId = task, FailureDetails = Details(message, isNonRetriable) });

    public static HistoryEvent Fired(int timer) => Of(e => e.TimerFired = new() { TimerId = timer });

    public static HistoryEvent ChildDone(int task, object? result = null) =>
        Of(e => e.SubOrchestrationInstanceCompleted = new() { TaskScheduledId = task, Result = DataConverter.Serialize(result) });

    public static HistoryEvent ChildFailed(int task, string message = "no luck") =>
        Of(e => e.SubOrchestrationInstanceFailed = new() { TaskScheduledId = task, FailureDetails = Details(message, false) });

    public static HistoryEvent Raised(string name, object? payload = null) => Of(e => e.EventRaised = new() { Name = name, Input = DataConverter.Serialize(payload) });

    public static HistoryEvent RaisedRaw(string name, string? json) => Of(e => e.EventRaised = new() { Name = name, Input = json });

    public static HistoryEvent Suspended() => Of(e => e.ExecutionSuspended = new());

    public static HistoryEvent Resumed() => Of(e => e.ExecutionResumed = new());

    public static HistoryEvent Terminated(object? output = null) => Of(e => e.ExecutionTerminated = new() { Input = DataConverter.Serialize(output) });

    /// <summary>The decision as the history holds it once the host has carried it out.</summary>
    public static HistoryEvent Confirmation(OrchestratorAction action) => action.OrchestratorActionTypeCase switch
    {
        OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask => Of(e => e.TaskScheduled = new() { Name = action.ScheduleTask.Name, Input = action.ScheduleTask.Input }, action.Id),
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer => Of(e => e.TimerCreated = new() { FireAt = action.CreateTimer.FireAt }, action.Id),
        OrchestratorAction.OrchestratorActionTypeOneofCase.CreateSubOrchestration => Of(
            e => e.SubOrchestrationInstanceCreated = new() { Name = action.CreateSubOrchestration.Name, InstanceId = action.CreateSubOrchestration.InstanceId }, action.Id),
        OrchestratorAction.OrchestratorActionTypeOneofCase.SendEvent => Of(e => e.EventSent = new() { Name = action.SendEvent.Name, InstanceId = action.SendEvent.Instance.InstanceId }, action.Id),
        _ => Of(e => e.ExecutionCompleted = new() { OrchestrationStatus = action.CompleteOrchestration.OrchestrationStatus }, action.Id),
    };

    public static FailureDetails Details(string message, bool isNonRetriable) => new()
    {
        ErrorType = "Made.Up.Error",
        ErrorMessage = message,
        IsNonRetriable = isNonRetriable,
        InnerFailure = new() { ErrorType = "Made.Up.Cause", ErrorMessage = "the cause" },
    };

    private static HistoryEvent Of(Action<HistoryEvent> fill, int id = -1)
    {
        var e = new HistoryEvent { EventId = id, Timestamp = Timestamp.FromDateTime(Noon) };
        fill(e);
        return e;
    }
}
