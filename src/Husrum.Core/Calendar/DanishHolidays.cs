using Husrum.Core.Language;

namespace Husrum.Core.Calendar;

/// <summary>
/// The Danish public holidays: ten named days since 2024, when Store bededag went (rules-and-sources.md 2.8, law L 13 of 2023).
/// Grundlovsdag, 1 May, 24 and 31 December are no public holidays, although many are off.
/// </summary>
public static class DanishHolidays
{
    private const int LastGreatPrayerDay = 2023;

    private static readonly (int DaysFromEaster, Bilingual Name)[] Moveable =
    [
        (-3, new("skærtorsdag", "Maundy Thursday")),
        (-2, new("langfredag", "Good Friday")),
        (0, new("påskedag", "Easter Sunday")),
        (1, new("2. påskedag", "Easter Monday")),
        (26, new("store bededag", "Great Prayer Day")),
        (39, new("Kristi himmelfartsdag", "Ascension Day")),
        (49, new("pinsedag", "Whit Sunday")),
        (50, new("2. pinsedag", "Whit Monday")),
    ];

    private static readonly (int Month, int Day, Bilingual Name)[] Fixed =
    [
        (1, 1, new("nytårsdag", "New Year's Day")),
        (12, 25, new("juledag", "Christmas Day")),
        (12, 26, new("2. juledag", "Boxing Day")),
    ];

    /// <summary>A year's holidays in order of date.</summary>
    /// <param name="year">1900 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that.</exception>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        var easter = Easter.Sunday(year);
        var moveable = Moveable.Where(day => IsKept(day.DaysFromEaster, year)).Select(day => new Holiday(easter.AddDays(day.DaysFromEaster), day.Name));
        return [.. Fixed.Select(day => new Holiday(new(year, day.Month, day.Day), day.Name)).Concat(moveable).OrderBy(holiday => holiday.Date)];
    }

    /// <summary>The holiday a day is, or null. Asked of every visit of a year, again and again: it makes no lists.</summary>
    /// <param name="date">In a year as for <see cref="Of"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1900.</exception>
    public static Holiday? On(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date.Year, 1900);
        foreach (var (month, day, name) in Fixed)
        {
            if (date.Month == month && date.Day == day)
                return new(date, name);
        }

        var fromEaster = date.DayNumber - Easter.Sunday(date.Year).DayNumber;
        foreach (var (days, name) in Moveable)
        {
            if (days == fromEaster && IsKept(days, date.Year))
                return new(date, name);
        }

        return null;
    }

    private static bool IsKept(int daysFromEaster, int year) => daysFromEaster != 26 || year <= LastGreatPrayerDay;
}
