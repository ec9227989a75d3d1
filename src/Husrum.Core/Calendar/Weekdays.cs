namespace Husrum.Core.Calendar;

/// <summary>Weekdays ("hverdage"): Monday to Friday that are no public holiday.</summary>
public static class Weekdays
{
    /// <summary>Whether a day is one.</summary>
    public static bool Includes(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && DanishHolidays.On(date) is null;

    /// <summary>The <paramref name="count"/>-th weekday after a day, which itself does not count; before it when negative; with 0 the day itself, whatever it is.</summary>
    /// <param name="date">Where to count from; need not be a weekday.</param>
    /// <param name="count">How many weekdays.</param>
    public static DateOnly Add(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(step);
            if (Includes(date))
                left--;
        }

        return date;
    }

    /// <summary>The day itself when it is a weekday, otherwise the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly date) => Includes(date) ? date : Add(date, 1);
}
