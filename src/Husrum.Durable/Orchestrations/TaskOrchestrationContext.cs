using Microsoft.Extensions.Logging;

namespace Husrum.Durable;

/// <summary>
/// All that an orchestrator may see of the world. Names and meaning follow the Durable Task SDK for .NET, with one promise more:
/// an external event is kept until a wait that is still alive consumes it (a wait that timed out or was cancelled takes nothing).
/// </summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>The registered name of the running orchestrator.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The instance that started this one as its sub-orchestration, or null.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The version this instance was started with; empty where none was given.</summary>
    public abstract string Version { get; }

    /// <summary>The time of the current episode, UTC; the same at every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while code that ran in an earlier episode runs again.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The instance's input.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Calls an activity and waits for its result.</summary>
    /// <exception cref="TaskFailedException">The activity failed, after its retries.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <inheritdoc cref="CallActivityAsync{TResult}"/>
    public Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) => CallActivityAsync<object?>(name, input, options);

    /// <summary>Starts a child orchestration and waits for its result.</summary>
    /// <exception cref="TaskFailedException">The child failed or was terminated.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}"/>
    public Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) => CallSubOrchestratorAsync<object?>(orchestratorName, input, options);

    /// <summary>Sleeps until a moment, however far away; one that has passed is due at once.</summary>
    /// <param name="fireAt">UTC; a time without a kind counts as UTC.</param>
    /// <param name="cancellationToken">Cancels the wait; the task ends as cancelled. Cancel it from the orchestrator's code, never by a clock.</param>
    /// <exception cref="ArgumentException">The time is in the machine's local time.</exception>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <inheritdoc cref="CreateTimer(DateTime, CancellationToken)"/>
    public Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) => CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>
    /// Waits for an event raised to this instance; one that came earlier and that nobody took is taken at once. Of several waits for one name the oldest is
    /// served first, so cancel a wait you give up: one that is merely forgotten takes the next event.
    /// </summary>
    /// <param name="eventName">Compared without regard to case.</param>
    /// <param name="cancellationToken">Withdraws the wait; it takes nothing any more.</param>
    /// <exception cref="System.Text.Json.JsonException">The event came, and its payload cannot be read as <typeparamref name="T"/>. It is used up.</exception>
    /// <exception cref="InvalidOperationException">The run is to continue as new: events go to the next run.</exception>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="WaitForExternalEvent{T}(string, CancellationToken)"/>, with a time limit.</summary>
    /// <exception cref="TaskCanceledException">The time ran out. The wait is withdrawn: an event that comes later is kept for the next wait.</exception>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken = default);

    /// <summary>Raises an event to another instance.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object? payload);

    /// <summary>Sets the status that queries show. Ids and words only, never personal data.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>
    /// Starts the same instance anew with a fresh history, once the orchestrator returns: do so at once. Events nobody took are carried over unless told otherwise.
    /// Activities and sub-orchestrations that are still open are waited for first; open timers and waits are dropped.
    /// </summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A GUID that is the same at every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    public abstract ILogger CreateReplaySafeLogger(string categoryName);
}

/// <summary>The parent of a sub-orchestration.</summary>
public sealed record ParentOrchestrationInstance(TaskName Name, string InstanceId);
