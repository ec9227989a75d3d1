using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs;

/// <summary>Days, times and names in the words people read.</summary>
internal static class HtoWords
{
    private static readonly Bilingual[] Days =
    [
        new("søndag", "Sunday"), new("mandag", "Monday"), new("tirsdag", "Tuesday"), new("onsdag", "Wednesday"),
        new("torsdag", "Thursday"), new("fredag", "Friday"), new("lørdag", "Saturday"),
    ];

    /// <summary>"torsdag" or "Thursday".</summary>
    public static Bilingual Day(DayOfWeek day) => Days[(int)day];

    /// <summary>"kl. 15.00" or "at 15:00".</summary>
    public static string Time(TimeOnly time, string language) => Languages.Of(language) == Languages.English ? EnglishDates.Time(time) : DanishDates.Time(time);

    /// <summary>"torsdag den 10. september 2026 kl. 15.00".</summary>
    public static string When(DateOnly day, TimeOnly time, string language) => $"{DateWords.Long(day, language)} {Time(time, language)}";

    /// <summary>"tor. 10/9 kl. 15.00": for an SMS.</summary>
    public static string Brief(DateOnly day, TimeOnly time, string language) => DateWords.Brief(WallTime.ToUtc(day, time), language);

    /// <summary>Days in a row: "torsdag den 1. juli 2027 og torsdag den 8. juli 2027".</summary>
    public static string List(IReadOnlyList<DateOnly> days, string language)
    {
        var words = days.Select(d => DateWords.Long(d, language)).ToList();
        return words.Count < 2 ? string.Concat(words) : string.Join(", ", words[..^1]) + new Bilingual(" og ", " and ").In(language) + words[^1];
    }

    /// <summary>A course's short name, by which people find it without a child's name in a message: "7K3Q2".</summary>
    public static string Reference(string caseId) => caseId[^5..].ToUpperInvariant();

    /// <summary>A day in a key or a value.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day from a form or a value.</summary>
    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A time from a form.</summary>
    public static bool TryTime(string text, out TimeOnly time) => TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "HH:mm:ss", "HH.mm", "H:mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
