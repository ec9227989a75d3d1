namespace Husrum.Core.Calendar;

/// <summary>
/// How long vouchers are kept: five years from the end of the financial year they belong to
/// (bogføringsloven § 12; rules-and-sources.md 2.5). The financial year is the calendar year.
/// </summary>
public static class FinancialYears
{
    private const int YearsKept = 5;

    /// <summary>The last day a voucher must be kept.</summary>
    /// <param name="paidOn">The local date the money was paid, or the case was closed without payment.</param>
    public static DateOnly RetainUntil(DateOnly paidOn) => new(paidOn.Year + YearsKept, 12, 31);

    /// <summary>The first day it may be deleted, and is: the day after <see cref="RetainUntil"/>.</summary>
    /// <param name="paidOn">As for <see cref="RetainUntil"/>.</param>
    public static DateOnly DeletableFrom(DateOnly paidOn) => RetainUntil(paidOn).AddDays(1);
}
