namespace Husrum.Core.Calendar;

/// <summary>Easter Sunday of the western churches, from which seven of the ten Danish holidays are counted.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year, by the Gregorian computus.</summary>
    /// <param name="year">1583 (first Easter of the Gregorian calendar) to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside that.</exception>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var century = year / 100;
        var golden = year % 19;
        // The moon's age at the turn of the year, corrected for dropped leap days and for the moon's own drift.
        var epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        // The table's last two days are pulled together, so that Easter never falls after 25 April.
        var fullMoon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + fullMoon + 2 - century + century / 4) % 7;
        // The Sunday after the full moon, counted from 28 March (0 = that day).
        var offset = fullMoon - weekday;
        return new DateOnly(year, 3, 28).AddDays(offset);
    }
}
