namespace Husrum.Core.Calendar;

/// <summary>When people are reminded of what they have agreed to: the day before at 17:00 on the wall (seed 003_c4664cb87c6aa729: "dagen før, så familien har husket det").</summary>
public static class DayBeforeReminder
{
    /// <summary>The hour.</summary>
    public static readonly TimeOnly At = new(17, 0);

    /// <summary>The moment for something that begins at an instant.</summary>
    public static DateTimeOffset For(DateTimeOffset starts) => WallTime.ToUtc(WallTime.LocalDate(starts).AddDays(-1), At);
}
