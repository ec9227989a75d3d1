namespace Husrum.Durable;

/// <summary>How a call is made.</summary>
/// <param name="Retry">Retries after failures; null means none.</param>
/// <param name="InstanceId">For sub-orchestrations: the child's id; null lets the executor choose one.</param>
public sealed record TaskOptions(RetryPolicy? Retry = null, string? InstanceId = null)
{
    /// <summary>Options with a retry policy only.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);
}

/// <summary>When a failed call is made again. The waits between attempts are durable timers.</summary>
/// <param name="MaxNumberOfAttempts">At least 1; the first call counts.</param>
/// <param name="FirstRetryInterval">Wait before the second attempt.</param>
/// <param name="BackoffCoefficient">Each further wait is the one before times this; at least 1.</param>
/// <param name="MaxRetryInterval">No wait is longer; null means no limit.</param>
/// <param name="RetryTimeout">No further attempt starts after this much time since the first; null means no limit.</param>
public sealed record RetryPolicy(
    int MaxNumberOfAttempts,
    TimeSpan FirstRetryInterval,
    double BackoffCoefficient = 1.0,
    TimeSpan? MaxRetryInterval = null,
    TimeSpan? RetryTimeout = null);
