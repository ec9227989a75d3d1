namespace Husrum.Core.Refunds;

/// <summary>Where a claim stands. Which step may follow which is in <see cref="ClaimMoves"/>.</summary>
public enum ClaimState
{
    /// <summary>Sent in, not yet with an approver.</summary>
    Received,

    /// <summary>Waits for the department's approver.</summary>
    AwaitingApproval,

    /// <summary>Above the organisation's limit: waits for a second person.</summary>
    AwaitingSecondApproval,

    /// <summary>Sent back to the claimant for more.</summary>
    Returned,

    /// <summary>Waits for the treasurer.</summary>
    Approved,

    /// <summary>On exactly one payment list.</summary>
    OnPaymentList,

    /// <summary>The treasurer recorded that the money was sent.</summary>
    Paid,

    /// <summary>Turned down, with a reason.</summary>
    Rejected,

    /// <summary>Taken back by the claimant.</summary>
    Withdrawn,

    /// <summary>Sent back and not completed in time; it can be sent again.</summary>
    Lapsed,
}
