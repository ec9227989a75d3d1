namespace Husrum.Core.Calendar;

/// <summary>Dates and times in Danish words. Local dates and times only: use <see cref="WallTime"/> first.</summary>
public static class DanishDates
{
    private static readonly string[] Days = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    private static readonly string[] Months =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    /// <summary>"mandag den 31. august 2026".</summary>
    public static string Long(DateOnly date) => $"{Days[(int)date.DayOfWeek]} den {date.Day}. {Months[date.Month - 1]} {date.Year}";

    /// <summary>"31.8.2026".</summary>
    public static string Short(DateOnly date) => $"{date.Day}.{date.Month}.{date.Year}";

    /// <summary>"kl. 14.05".</summary>
    public static string Time(TimeOnly time) => $"kl. {time.Hour}.{time.Minute:00}";

    /// <summary>"man. 31/8 kl. 14.05", by the clock on the wall.</summary>
    public static string Brief(DateTimeOffset instant)
    {
        var date = WallTime.LocalDate(instant);
        return $"{Days[(int)date.DayOfWeek][..3]}. {date.Day}/{date.Month} {Time(WallTime.LocalTime(instant))}";
    }

    /// <summary>"mandag den 31. august 2026 kl. 14.05", by the clock on the wall.</summary>
    public static string Moment(DateTimeOffset instant) => $"{Long(WallTime.LocalDate(instant))} {Time(WallTime.LocalTime(instant))}";
}
