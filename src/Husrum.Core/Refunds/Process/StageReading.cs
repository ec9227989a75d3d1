using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Refunds.Rules;

namespace Husrum.Core.Refunds.Process;

/// <summary>From a claim to its stage. Pure; called in activities, so that the moments are recorded.</summary>
internal static class StageReading
{
    public static RefundStage Of(ExpenseClaim? claim, RefundSettings settings)
    {
        if (claim is null)
            return new RefundStage(null, 0, 0, 0, null);
        var index = claim.PaymentReminders + 1;
        return new RefundStage(claim.State, claim.Round, claim.PaymentRound, index, NextMoment(claim, index, settings));
    }

    /// <summary>Until when a payment is watched.</summary>
    public static DateTimeOffset WatchedUntil(ExpenseClaim claim, RefundSettings settings) =>
        WallTime.ToUtc(WallTime.LocalDate(claim.PaidAt!.Value).AddDays(settings.TakeBackDays), DecisionPlan.At);

    private static DateTimeOffset? NextMoment(ExpenseClaim claim, int index, RefundSettings settings) => claim.State switch
    {
        ClaimState.Approved or ClaimState.OnPaymentList => ReminderPlan.Payment.Moment(WallTime.LocalDate(claim.PayableSince!.Value), index)?.Due,
        ClaimState.Paid => WatchedUntil(claim, settings),
        _ => null,
    };
}
