namespace Husrum.Core.Refunds.Approval;

/// <summary>The questions of a claim, and which of them is open in which state.</summary>
internal static class RefundQuestions
{
    /// <summary>To the department: may it be paid?</summary>
    public const string Approve = "refund-approve";

    /// <summary>To a second person, above the limit.</summary>
    public const string Second = "refund-second";

    /// <summary>To the claimant: please send what is missing.</summary>
    public const string Complete = "refund-complete";

    /// <summary>The question that belongs to a state, or null.</summary>
    public static string? Of(ClaimState state) => state switch
    {
        ClaimState.Received or ClaimState.AwaitingApproval => Approve,
        ClaimState.AwaitingSecondApproval => Second,
        ClaimState.Returned => Complete,
        _ => null,
    };
}
