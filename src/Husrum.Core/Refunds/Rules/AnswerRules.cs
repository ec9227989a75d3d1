using Husrum.Core.Formats;
using Husrum.Core.Organisations;

namespace Husrum.Core.Refunds.Rules;

/// <summary>Where a claim goes on an answer. Pure.</summary>
public static class AnswerRules
{
    /// <summary>The next state, or null where the answer does not fit the state (it was applied before).</summary>
    /// <param name="state">Where the claim stands.</param>
    /// <param name="answer">A word of <see cref="Answers"/>.</param>
    /// <param name="total">The claim's total.</param>
    /// <param name="limits">The organisation's.</param>
    public static ClaimState? After(ClaimState state, string answer, Kroner total, Limits limits) => (state, answer) switch
    {
        (ClaimState.AwaitingApproval, Answers.Approve) => SecondApproval.IsNeeded(total, limits) ? ClaimState.AwaitingSecondApproval : ClaimState.Approved,
        (ClaimState.AwaitingSecondApproval, Answers.Approve) => ClaimState.Approved,
        (ClaimState.AwaitingApproval or ClaimState.AwaitingSecondApproval, Answers.Reject) => ClaimState.Rejected,
        (ClaimState.AwaitingApproval or ClaimState.AwaitingSecondApproval, Answers.Return) => ClaimState.Returned,
        (ClaimState.Returned, Answers.Completed) => ClaimState.Received,
        (ClaimState.Returned, Answers.Lapsed) => ClaimState.Lapsed,
        (_, Answers.Withdrawn) when ClaimMoves.CanWithdraw(state) => ClaimState.Withdrawn,
        _ => null,
    };
}
