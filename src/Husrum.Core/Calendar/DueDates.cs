namespace Husrum.Core.Calendar;

/// <summary>
/// Due dates by the month. Always counted from the <em>original</em> date: chaining months would turn 31 January
/// into the 28th for good (31 Jan, 28 Feb, 28 Mar …).
/// </summary>
public static class DueDates
{
    /// <summary>The same day of the month <paramref name="months"/> later, or that month's last day when it has no such day (31 Oct 2026 + 4 = 28 Feb 2027).</summary>
    /// <param name="original">The date the agreement runs from, never a date computed from it.</param>
    /// <param name="months">How many months; may be negative.</param>
    public static DateOnly AddMonths(DateOnly original, int months) => original.AddMonths(months);

    /// <summary>The same date <paramref name="years"/> later; 29 February becomes the 28th in common years.</summary>
    /// <param name="original">The date the agreement runs from.</param>
    /// <param name="years">How many years; may be negative.</param>
    public static DateOnly AddYears(DateOnly original, int years) => original.AddMonths(checked(years * 12));
}
