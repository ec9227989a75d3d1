using Husrum.Core.Calendar;

namespace Husrum.Core.Refunds.Rules;

/// <summary>How long a claim is kept.</summary>
public static class RetentionRule
{
    /// <summary>
    /// A claim that was not paid is no voucher: nothing was booked, so the duty to keep vouchers does not reach it, and GDPR art. 5(1)(e) asks to let go of it.
    /// Half a year answers questions and shows a receipt that comes twice; the length is our choice.
    /// </summary>
    private const int MonthsUnpaid = 6;

    /// <summary>The last day it is kept; null while it is open.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="closedOn">Local date of the payment or the closing. Paid: five years from the end of the financial year (bogføringsloven § 12; rules-and-sources.md 2.5).</param>
    public static DateOnly? Until(ClaimState state, DateOnly closedOn) => state switch
    {
        ClaimState.Paid => FinancialYears.RetainUntil(closedOn),
        ClaimState.Rejected or ClaimState.Withdrawn or ClaimState.Lapsed => DueDates.AddMonths(closedOn, MonthsUnpaid),
        _ => null,
    };
}
