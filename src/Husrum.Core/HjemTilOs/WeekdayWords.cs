using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs;

/// <summary>Days of the week in words.</summary>
public static class WeekdayWords
{
    /// <summary>The days that have an afternoon to offer, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> All { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>"mandag", "Monday".</summary>
    public static Bilingual Of(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => new("mandag", "Monday"),
        DayOfWeek.Tuesday => new("tirsdag", "Tuesday"),
        DayOfWeek.Wednesday => new("onsdag", "Wednesday"),
        DayOfWeek.Thursday => new("torsdag", "Thursday"),
        DayOfWeek.Friday => new("fredag", "Friday"),
        DayOfWeek.Saturday => new("lørdag", "Saturday"),
        _ => new("søndag", "Sunday"),
    };
}
