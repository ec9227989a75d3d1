using System.Runtime.ExceptionServices;

namespace Husrum.Durable.Execution;

/// <summary>
/// Calls again after failures, as the SDK does, timer for timer: an instance may move between the two with its history.
/// That is why the last failure is followed by a timer that is due at once, which does nothing.
/// </summary>
internal static class Retries
{
    private static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromHours(1);

    public static async Task<T> RunAsync<T>(RunContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var start = context.CurrentUtcDateTime;
        for (var n = 0; ; n++)
        {
            ExceptionDispatchInfo failure;
            try
            {
                return await attempt();
            }
            catch (TaskFailedException e) when (!e.FailureDetails.IsNonRetriable)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }

            var now = context.CurrentUtcDateTime;
            if (n + 1 >= policy.MaxNumberOfAttempts)
            {
                await context.CreateTimerInOne(now, CancellationToken.None);
                failure.Throw();
            }

            if (IsOver(policy, start, now))
                failure.Throw();
            await context.CreateTimerInOne(Later(now, Delay(policy, n)), CancellationToken.None);
        }
    }

    private static bool IsOver(RetryPolicy policy, DateTime start, DateTime now) =>
        policy.RetryTimeout is { } limit && limit != Timeout.InfiniteTimeSpan && now - start >= limit;

    private static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt);
        var most = policy.MaxRetryInterval ?? DefaultMaxInterval;
        if (most == Timeout.InfiniteTimeSpan)
            most = TimeSpan.MaxValue;
        return milliseconds < most.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : most;
    }

    private static DateTime Later(DateTime now, TimeSpan delay) => delay < DateTime.MaxValue - now ? now + delay : DateTime.MaxValue;
}
