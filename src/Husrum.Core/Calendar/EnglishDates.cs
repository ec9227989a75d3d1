namespace Husrum.Core.Calendar;

/// <summary>Dates and times in English words. Local dates and times only: use <see cref="WallTime"/> first.</summary>
public static class EnglishDates
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"Monday 31 August 2026".</summary>
    public static string Long(DateOnly date) => $"{date.DayOfWeek} {date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>"31 Aug 2026": the month in letters, because 4/5 is May to some and April to others.</summary>
    public static string Short(DateOnly date) => $"{date.Day} {Months[date.Month - 1][..3]} {date.Year}";

    /// <summary>"at 14:05".</summary>
    public static string Time(TimeOnly time) => $"at {time.Hour:00}:{time.Minute:00}";

    /// <summary>"Mon 31 Aug at 14:05", by the clock on the wall in Denmark.</summary>
    public static string Brief(DateTimeOffset instant)
    {
        var date = WallTime.LocalDate(instant);
        return $"{date.DayOfWeek.ToString()[..3]} {date.Day} {Months[date.Month - 1][..3]} {Time(WallTime.LocalTime(instant))}";
    }

    /// <summary>"Monday 31 August 2026 at 14:05", by the clock on the wall in Denmark.</summary>
    public static string Moment(DateTimeOffset instant) => $"{Long(WallTime.LocalDate(instant))} {Time(WallTime.LocalTime(instant))}";
}
