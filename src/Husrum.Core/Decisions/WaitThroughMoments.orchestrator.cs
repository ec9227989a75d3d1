using Husrum.Durable;

namespace Husrum.Core.Decisions;

/// <summary>Waiting for an event while moments pass.</summary>
internal static class WaitThroughMoments
{
    /// <summary>A history stays small: after so many moments the caller continues as new.</summary>
    private const int MomentsPerHistory = 12;

    /// <summary>
    /// Waits for the event with the <em>one</em> waiter given, kept through all moments: an event that comes while a moment's activity runs is not lost
    /// (with a new waiter for each stretch it would go to one that nobody listens to any more).
    /// </summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="waiter">Waits for the event.</param>
    /// <param name="next">The first moment; null waits for the event alone.</param>
    /// <param name="onMoment">Does what the moment asks and names the next one; null ends the waiting.</param>
    /// <returns>What the event brought, or null where it has not come.</returns>
    public static async Task<T?> WaitThroughMomentsAsync<T>(this TaskOrchestrationContext context, Task<T> waiter, WaitMoment? next, Func<int, Task<WaitMoment?>> onMoment)
        where T : class
    {
        if (next is null)
            return await waiter;
        for (var passed = 0; next is not null && passed < MomentsPerHistory; passed++)
        {
            using var timer = new CancellationTokenSource();
            if (await Task.WhenAny(waiter, context.CreateTimer(next.Due.UtcDateTime, timer.Token)) == waiter)
            {
                timer.Cancel();
                return await waiter;
            }

            next = await onMoment(next.Index);
        }

        return waiter.IsCompleted ? await waiter : null;
    }
}

/// <summary>A moment to wait for.</summary>
/// <param name="Index">Which.</param>
/// <param name="Due">UTC.</param>
internal sealed record WaitMoment(int Index, DateTimeOffset Due);
