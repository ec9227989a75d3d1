using Husrum.Core.Calendar;

namespace Husrum.Core.HjemTilOs.Referrals.Rules;

/// <summary>How long a closed referral is kept (rules-and-sources.md 2.2, suggested defaults): 12 months, with a match or without; six where it was turned down.</summary>
public static class ReferralRetention
{
    private const int Months = 12;
    private const int MonthsRejected = 6;

    /// <summary>The last day; null while it is open.</summary>
    public static DateOnly? Until(ReferralState state, DateOnly closedOn) => state switch
    {
        ReferralState.Rejected => DueDates.AddMonths(closedOn, MonthsRejected),
        ReferralState.Withdrawn or ReferralState.Lapsed or ReferralState.Finished => DueDates.AddMonths(closedOn, Months),
        _ => null,
    };
}
