namespace Husrum.Durable.Client;

/// <summary>Starts, addresses and looks at orchestration instances, in either home.</summary>
public abstract class DurableTaskClient
{
    /// <summary>Starts an instance. With an id in <paramref name="options"/> the start is idempotent: an instance of that id that exists, in whatever state, is left as it is.</summary>
    /// <returns>The instance's id.</returns>
    public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Raises an event to an instance. It is kept until consumed; to an instance that has ended or is unknown it has no effect.</summary>
    public abstract Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default);

    /// <summary>Waits until the instance has ended. Real time, for tests and tools.</summary>
    public abstract Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>The instance, or null.</summary>
    public abstract Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default);

    /// <summary>All instances that match, page by page, in the order of their ids.</summary>
    public abstract IAsyncEnumerable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null, CancellationToken cancellation = default);

    /// <summary>Ends an instance in any state, also one that has not begun, is suspended or is parked.</summary>
    public abstract Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellation = default);

    /// <summary>Holds an instance: what comes in is kept until it is resumed.</summary>
    public abstract Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Lets a suspended or parked instance go on.</summary>
    public abstract Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Deletes an ended instance and its history. One that has not ended is left alone.</summary>
    /// <returns>True when it was deleted.</returns>
    public abstract Task<bool> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default);
}

/// <summary>How an instance is started.</summary>
/// <param name="InstanceId">Chosen id; null lets the hub choose.</param>
/// <param name="StartAt">Not before this moment; null means now.</param>
/// <param name="Version">Shown to the orchestrator as its version.</param>
public sealed record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null, string? Version = null);

/// <summary>Which instances a query lists; a null leaves that side open.</summary>
public sealed record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses = null,
    string? InstanceIdPrefix = null,
    int PageSize = 100,
    bool ParkedOnly = false,
    bool FetchInputsAndOutputs = false);

/// <summary>States of an instance; the numbers are the protocol's.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>At work or waiting.</summary>
    Running = 0,

    /// <summary>Ended with a result.</summary>
    Completed = 1,

    /// <summary>Between two generations of its history; not seen from outside.</summary>
    ContinuedAsNew = 2,

    /// <summary>Ended by an exception nobody caught.</summary>
    Failed = 3,

    /// <summary>Not used; the number is the protocol's.</summary>
    Canceled = 4,

    /// <summary>Ended from outside.</summary>
    Terminated = 5,

    /// <summary>Accepted, not begun.</summary>
    Pending = 6,

    /// <summary>Held until resumed.</summary>
    Suspended = 7,
}

/// <summary>An instance as queries show it.</summary>
public sealed record OrchestrationMetadata(string Name, string InstanceId, OrchestrationRuntimeStatus RuntimeStatus, DateTimeOffset CreatedAt, DateTimeOffset LastUpdatedAt)
{
    /// <summary>Version given at the start.</summary>
    public string Version { get; init; } = "";

    /// <summary>JSON, where asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>JSON, where asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>JSON of the custom status, if set.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Why it failed, if it did.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>Why the hub parked it, if it did: nothing is lost, a person resumes or terminates it.</summary>
    public string? ParkedReason { get; init; }

    /// <summary>True in each of the end states.</summary>
    public bool IsCompleted => RuntimeStatus is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
