using Husrum.Core.Calendar;
using Husrum.Core.Language;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>Weekdays and times as these pages write them.</summary>
internal static class CourseTexts
{
    private static readonly Bilingual[] Days =
    [
        new("søndag", "Sunday"), new("mandag", "Monday"), new("tirsdag", "Tuesday"), new("onsdag", "Wednesday"),
        new("torsdag", "Thursday"), new("fredag", "Friday"), new("lørdag", "Saturday"),
    ];

    /// <summary>"torsdag".</summary>
    public static string Day(DayOfWeek day, string language) => Days[(int)day].In(language);

    /// <summary>"kl. 15.00".</summary>
    public static string Time(TimeOnly time, string language) => Languages.Of(language) == Languages.English ? EnglishDates.Time(time) : DanishDates.Time(time);
}
