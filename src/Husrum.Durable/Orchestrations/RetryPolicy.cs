namespace Husrum.Durable;

/// <summary>
/// When a failed call is made again. The waits between attempts are durable timers. A failure marked as not retriable ends the attempts,
/// and so does any error other than <see cref="TaskFailedException"/> (a result that cannot be read, for one).
/// </summary>
/// <param name="MaxNumberOfAttempts">At least 1; the first call counts.</param>
/// <param name="FirstRetryInterval">Wait before the second attempt; more than zero.</param>
/// <param name="BackoffCoefficient">Each further wait is the one before times this; at least 1.</param>
/// <param name="MaxRetryInterval">No wait is longer; null means one hour, as in the SDK, and <see cref="Timeout.InfiniteTimeSpan"/> means no limit.</param>
/// <param name="RetryTimeout">No further attempt starts after this much time since the first; null means no limit.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
public sealed record RetryPolicy(
    int MaxNumberOfAttempts,
    TimeSpan FirstRetryInterval,
    double BackoffCoefficient = 1.0,
    TimeSpan? MaxRetryInterval = null,
    TimeSpan? RetryTimeout = null)
{
    /// <summary>At least 1; the first call counts.</summary>
    public int MaxNumberOfAttempts { get; } = MaxNumberOfAttempts >= 1 ? MaxNumberOfAttempts : throw Refuse(nameof(MaxNumberOfAttempts), MaxNumberOfAttempts);

    /// <summary>Wait before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; } = FirstRetryInterval > TimeSpan.Zero ? FirstRetryInterval : throw Refuse(nameof(FirstRetryInterval), FirstRetryInterval);

    /// <summary>Each further wait is the one before times this.</summary>
    public double BackoffCoefficient { get; } = BackoffCoefficient >= 1 ? BackoffCoefficient : throw Refuse(nameof(BackoffCoefficient), BackoffCoefficient);

    private static ArgumentOutOfRangeException Refuse(string name, object value) => new(name, value, $"A retry policy's {name} cannot be {value}.");
}
