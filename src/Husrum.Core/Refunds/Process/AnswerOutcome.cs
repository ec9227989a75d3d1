using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Rules;

namespace Husrum.Core.Refunds.Process;

/// <summary>What an answer makes of a claim. Pure.</summary>
internal static class AnswerOutcome
{
    /// <summary>The claim in its next state.</summary>
    public static ExpenseClaim Of(ExpenseClaim claim, ClaimState state, DecisionRecord? decision, DateTimeOffset now)
    {
        var next = claim with { State = state, WithdrawalAsked = false, RetainUntil = RetentionRule.Until(state, WallTime.LocalDate(now)) };
        return state switch
        {
            ClaimState.AwaitingSecondApproval => next with { FirstApproverId = decision?.AnsweredBy },
            ClaimState.Approved => next with { PayableSince = now, PaymentReminders = 0, Reason = null },
            ClaimState.Returned or ClaimState.Rejected => next with { Reason = decision?.Reason },
            ClaimState.Received => next with { Round = claim.Round + 1, FirstApproverId = null, Reason = null },
            _ => next,
        };
    }

    /// <summary>The timeline's word.</summary>
    public static string Word(ClaimState state) => state switch
    {
        ClaimState.AwaitingSecondApproval => TimelineWords.FirstApproved,
        ClaimState.Approved => TimelineWords.Approved,
        ClaimState.Returned => TimelineWords.Returned,
        ClaimState.Rejected => TimelineWords.Rejected,
        ClaimState.Received => TimelineWords.Completed,
        ClaimState.Withdrawn => TimelineWords.Withdrawn,
        ClaimState.Lapsed => TimelineWords.Lapsed,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What the claimant is told; null where another message says it (a claim sent back comes with its link) or they did it themselves.</summary>
    public static string? Message(ClaimState state) => state switch
    {
        ClaimState.Approved => RefundMessages.Approved,
        ClaimState.Rejected => RefundMessages.Rejected,
        ClaimState.Lapsed => RefundMessages.Lapsed,
        _ => null,
    };
}
