namespace Husrum.Core.Refunds.Process;

/// <summary>Input of <see cref="RefundClaim_1"/>.</summary>
/// <param name="ClaimId">The claim.</param>
public sealed record RefundInput(string ClaimId);

/// <summary>Where the register says a claim stands, for its orchestrator. Words, numbers and times only.</summary>
/// <param name="State">Its state; null where it is gone.</param>
/// <param name="Round">Which time it is before the approvers.</param>
/// <param name="PaymentRound">Which time it is to be paid.</param>
/// <param name="NextIndex">The next moment while it waits for payment.</param>
/// <param name="NextMoment">When that is, UTC; for a paid claim, until when its payment can be taken back by this run.</param>
public sealed record RefundStage(ClaimState? State, int Round, int PaymentRound, int NextIndex, DateTimeOffset? NextMoment);

/// <summary>The event that a treasurer's record raises. It only wakes the orchestrator: what happened is read from the register, so that late, doubled and disordered events are harmless.</summary>
/// <param name="What">A word.</param>
public sealed record PaymentSignal(string What)
{
    /// <summary>The event's name.</summary>
    public const string EventName = "payment";
}

/// <summary>Input of <see cref="RemindTreasurerActivity"/>.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="PaymentRound">Which time it is to be paid.</param>
/// <param name="Index">Which reminder.</param>
public sealed record RemindTreasurerInput(string ClaimId, int PaymentRound, int Index);
