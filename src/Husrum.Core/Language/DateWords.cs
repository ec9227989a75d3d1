using Husrum.Core.Calendar;

namespace Husrum.Core.Language;

/// <summary>Dates and times in the words of a person's language.</summary>
public static class DateWords
{
    /// <summary>"mandag den 31. august 2026" or "Monday 31 August 2026".</summary>
    public static string Long(DateOnly date, string? language) =>
        Languages.Of(language) == Languages.English ? EnglishDates.Long(date) : DanishDates.Long(date);

    /// <summary>"31.8.2026" or "31 Aug 2026".</summary>
    public static string Short(DateOnly date, string? language) =>
        Languages.Of(language) == Languages.English ? EnglishDates.Short(date) : DanishDates.Short(date);

    /// <summary>"man. 31/8 kl. 14.05" or "Mon 31 Aug at 14:05", by the clock on the wall in Denmark: for an SMS, where every letter counts.</summary>
    public static string Brief(DateTimeOffset instant, string? language) =>
        Languages.Of(language) == Languages.English ? EnglishDates.Brief(instant) : DanishDates.Brief(instant);

    /// <summary>"mandag den 31. august 2026 kl. 14.05" or "Monday 31 August 2026 at 14:05", by the clock on the wall in Denmark.</summary>
    public static string Moment(DateTimeOffset instant, string? language) =>
        Languages.Of(language) == Languages.English ? EnglishDates.Moment(instant) : DanishDates.Moment(instant);
}
