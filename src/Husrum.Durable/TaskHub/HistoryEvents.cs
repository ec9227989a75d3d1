using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Protocol;

namespace Husrum.Durable.TaskHub;

/// <summary>Makes and reads the history events the hub deals in.</summary>
internal static class HistoryEvents
{
    public static HistoryEvent Started(DateTimeOffset now) => new() { EventId = -1, Timestamp = now.ToTimestamp(), OrchestratorStarted = new() };

    public static HistoryEvent Completed(DateTimeOffset now) => new() { EventId = -1, Timestamp = now.ToTimestamp(), OrchestratorCompleted = new() };

    public static HistoryEvent ExecutionStarted(DateTimeOffset now, string name, string? version, string? input, string instanceId, long generation, ParentInstanceInfo? parent) => new()
    {
        EventId = -1,
        Timestamp = now.ToTimestamp(),
        ExecutionStarted = new()
        {
            Name = name,
            Version = string.IsNullOrEmpty(version) ? null : version,
            Input = input,
            OrchestrationInstance = new() { InstanceId = instanceId, ExecutionId = Generation(generation) },
            ParentInstance = parent,
        },
    };

    public static HistoryEvent ExecutionEnded(DateTimeOffset now, int id, OrchestrationStatus status, string? result, FailureDetails? failure) => new()
    {
        EventId = id,
        Timestamp = now.ToTimestamp(),
        ExecutionCompleted = new() { OrchestrationStatus = status, Result = result, FailureDetails = failure },
    };

    public static HistoryEvent Terminated(DateTimeOffset now, string? output) => new() { EventId = -1, Timestamp = now.ToTimestamp(), ExecutionTerminated = new() { Input = output } };

    public static HistoryEvent Suspended(DateTimeOffset now, string? reason) => new() { EventId = -1, Timestamp = now.ToTimestamp(), ExecutionSuspended = new() { Input = reason } };

    public static HistoryEvent Resumed(DateTimeOffset now, string? reason) => new() { EventId = -1, Timestamp = now.ToTimestamp(), ExecutionResumed = new() { Input = reason } };

    public static HistoryEvent Raised(DateTimeOffset now, string name, string? input) => new() { EventId = -1, Timestamp = now.ToTimestamp(), EventRaised = new() { Name = name, Input = input } };

    public static HistoryEvent TaskCompleted(DateTimeOffset now, int task, string? result) => new() { EventId = -1, Timestamp = now.ToTimestamp(), TaskCompleted = new() { TaskScheduledId = task, Result = result } };

    public static HistoryEvent TaskFailed(DateTimeOffset now, int task, FailureDetails failure) => new() { EventId = -1, Timestamp = now.ToTimestamp(), TaskFailed = new() { TaskScheduledId = task, FailureDetails = failure } };

    public static HistoryEvent TimerFired(DateTimeOffset now, int task, DateTimeOffset due) => new() { EventId = -1, Timestamp = now.ToTimestamp(), TimerFired = new() { TimerId = task, FireAt = due.ToTimestamp() } };

    public static HistoryEvent ChildEnded(DateTimeOffset now, int task, OrchestrationStatus status, string? result, FailureDetails? failure) => status == OrchestrationStatus.Completed
        ? new() { EventId = -1, Timestamp = now.ToTimestamp(), SubOrchestrationInstanceCompleted = new() { TaskScheduledId = task, Result = result } }
        : new()
        {
            EventId = -1,
            Timestamp = now.ToTimestamp(),
            SubOrchestrationInstanceFailed = new()
            {
                TaskScheduledId = task,
                FailureDetails = failure ?? new() { ErrorType = "Terminated", ErrorMessage = "The sub-orchestration was terminated.", IsNonRetriable = true },
            },
        };

    public static string Generation(long generation) => generation.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static FailureDetails Failure(Exception e) => new()
    {
        ErrorType = e.GetType().FullName ?? e.GetType().Name,
        ErrorMessage = e.Message,
        StackTrace = e.StackTrace,
        InnerFailure = e.InnerException is null ? null : Failure(e.InnerException),
    };

    public static TaskFailureDetails? ToPublic(FailureDetails? f) =>
        f is null ? null : new(f.ErrorType, f.ErrorMessage, f.StackTrace, ToPublic(f.InnerFailure), f.IsNonRetriable);

    public static byte[] Bytes(IMessage message) => message.ToByteArray();
}
