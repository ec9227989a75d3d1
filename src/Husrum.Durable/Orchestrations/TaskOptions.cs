namespace Husrum.Durable;

/// <summary>How a call is made.</summary>
/// <param name="Retry">Retries after failures; null means none.</param>
/// <param name="InstanceId">For sub-orchestrations: the child's id, the same for all attempts; null lets the executor choose one.</param>
public sealed record TaskOptions(RetryPolicy? Retry = null, string? InstanceId = null)
{
    /// <summary>Options with a retry policy only.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);
}
