using Husrum.Core.Calendar;

namespace Husrum.Core.Messages;

/// <summary>When a message goes, looked at when its turn has come: machines stand still at times, and providers too.</summary>
public static class OutboxTiming
{
    // a message that is this little late still goes after 20:00
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // a provider that has been out of reach so long will be heard of otherwise
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>What to do with a message at a moment. Written inside 08-20 it goes inside 08-20, also when late; asked for at night it goes at night.</summary>
    /// <param name="notice">A message that waits.</param>
    /// <param name="now">UTC.</param>
    public static NoticeTurn At(Notice notice, DateTimeOffset now)
    {
        if (notice.UsefulUntil <= now)
            return new NoticeTurn(NoticeTurnKind.Drop, now);
        var earliest = Outbox.Second(notice.NotBefore ?? notice.Due);
        if (earliest > now)
            return new NoticeTurn(NoticeTurnKind.Wait, earliest);
        return SendWindow.IsOpen(now) || !SendWindow.IsOpen(notice.Due) || now - earliest < Grace
            ? new NoticeTurn(NoticeTurnKind.Go, now)
            : new NoticeTurn(NoticeTurnKind.Wait, SendWindow.Next(now));
    }

    /// <summary>When to try again after an attempt that came to nothing; null where it is time to give up.</summary>
    /// <param name="notice">The message, the attempt counted.</param>
    /// <param name="now">UTC.</param>
    /// <param name="asked">What the provider asked for.</param>
    public static DateTimeOffset? NextAttempt(Notice notice, DateTimeOffset now, TimeSpan? asked)
    {
        if (now - notice.Due > Patience)
            return null;
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(notice.Attempts - 1, 10)));
        var next = now + (asked > pause ? asked.Value : pause);
        var inside = SendWindow.IsOpen(notice.Due) ? SendWindow.Next(next) : next;
        return notice.UsefulUntil <= inside ? next : inside;
    }
}

/// <summary>What to do with a message now.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">With <see cref="NoticeTurnKind.Wait"/>: until when, UTC.</param>
public readonly record struct NoticeTurn(NoticeTurnKind Kind, DateTimeOffset At);

/// <summary>What to do with a message now.</summary>
public enum NoticeTurnKind
{
    /// <summary>Send it.</summary>
    Go,

    /// <summary>Later.</summary>
    Wait,

    /// <summary>It is of no use any more.</summary>
    Drop,
}
