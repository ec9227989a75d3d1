using Husrum.Core.Calendar;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Rehearsal.Collecting;

/// <summary>What a day is besides: a public holiday or one that many have off, a day of the school holidays, the day the clock is changed.</summary>
/// <param name="municipality">Whose school holidays; null for none.</param>
internal sealed class CalendarMarks(Municipality? municipality)
{
    private static readonly (int Month, int Day, Bilingual Name)[] OftenOff =
    [
        (6, 5, new("Grundlovsdag", "Constitution Day")),
        (12, 24, new("juleaften", "Christmas Eve")),
        (12, 31, new("nytårsaften", "New Year's Eve")),
    ];

    private static readonly Bilingual ToSummer = new("sommertid begynder", "summer time begins");

    private static readonly Bilingual ToWinter = new("sommertid slutter", "summer time ends");

    /// <summary>All of a day's.</summary>
    public IReadOnlyList<Bilingual> On(DateOnly day) =>
    [
        .. DayOff(day) is { } name ? [name] : Array.Empty<Bilingual>(),
        .. SchoolHolidays(day, day).Select(holiday => holiday.Name),
        .. ClockChange(day) is { } change ? [change] : Array.Empty<Bilingual>(),
    ];

    /// <summary>The school holidays that touch a stretch of days.</summary>
    public IEnumerable<SchoolHoliday> SchoolHolidays(DateOnly from, DateOnly until) => (municipality?.SchoolHolidays ?? []).Where(h => h.From <= until && h.Until >= from);

    /// <summary>The last day whose school holidays are known; null where none are.</summary>
    public DateOnly? KnownUntil => municipality is { SchoolHolidays.Count: > 0 } ? municipality.SchoolHolidays.Max(h => h.Until) : null;

    /// <summary>What changes on a day about the clock; null on all others. A day is not 24 hours long then.</summary>
    public static Bilingual? ClockChange(DateOnly day) => (WallTime.ToUtc(day.AddDays(1), TimeOnly.MinValue) - WallTime.ToUtc(day, TimeOnly.MinValue)).TotalHours switch
    {
        < 24 => ToSummer,
        > 24 => ToWinter,
        _ => null,
    };

    /// <summary>A public holiday or a day that many have off.</summary>
    public static Bilingual? DayOff(DateOnly day) => DanishHolidays.On(day)?.Name ?? OftenOff.FirstOrDefault(d => d.Month == day.Month && d.Day == day.Day).Name;
}
