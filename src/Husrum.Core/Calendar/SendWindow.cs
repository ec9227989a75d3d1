namespace Husrum.Core.Calendar;

/// <summary>
/// When people may be written to unasked: from 08:00 until 20:00 on the wall, every day (rules-and-sources.md 2.7).
/// 08:00 is inside, 20:00 is not.
/// </summary>
public static class SendWindow
{
    /// <summary>When the day's window opens, local time.</summary>
    public static readonly TimeOnly Opens = new(8, 0);

    /// <summary>When it closes, local time.</summary>
    public static readonly TimeOnly Closes = new(20, 0);

    /// <summary>Where a message lands that has to go the evening before: early enough that a slow provider still has it out by eight.</summary>
    public static readonly TimeOnly LastCall = new(19, 30);

    /// <summary>Whether the window is open at an instant.</summary>
    public static bool IsOpen(DateTimeOffset instant)
    {
        var time = WallTime.LocalTime(instant);
        return time >= Opens && time < Closes;
    }

    /// <summary>The instant itself when the window is open, otherwise the next 08:00.</summary>
    /// <returns>UTC, never before <paramref name="instant"/>.</returns>
    public static DateTimeOffset Next(DateTimeOffset instant)
    {
        if (IsOpen(instant))
            return instant.ToUniversalTime();
        var date = WallTime.LocalDate(instant);
        return WallTime.ToUtc(WallTime.LocalTime(instant) < Opens ? date : date.AddDays(1), Opens);
    }

    /// <summary>The instant itself when the window is open, otherwise <see cref="LastCall"/> of the evening before it.</summary>
    /// <returns>UTC, never after <paramref name="instant"/>.</returns>
    public static DateTimeOffset Latest(DateTimeOffset instant)
    {
        if (IsOpen(instant))
            return instant.ToUniversalTime();
        var date = WallTime.LocalDate(instant);
        return WallTime.ToUtc(WallTime.LocalTime(instant) < Opens ? date.AddDays(-1) : date, LastCall);
    }

    /// <summary>
    /// When a message goes that should go at <paramref name="due"/>: then, or at the next 08:00; where that would be too late to be of use,
    /// the evening before instead (a reminder for tomorrow due at 20:30 goes at 19:30, not after the visit).
    /// </summary>
    /// <param name="due">When it should go.</param>
    /// <param name="usefulUntil">From this instant it is of no use; null for always useful.</param>
    /// <returns>UTC, inside the window. May lie before <paramref name="due"/>, so also in the past: then it goes as soon as the window is open, if it is still useful.</returns>
    public static DateTimeOffset Next(DateTimeOffset due, DateTimeOffset? usefulUntil)
    {
        var next = Next(due);
        return usefulUntil is { } end && next >= end ? Latest(due) : next;
    }
}
