namespace Husrum.Core.Refunds.Rules;

/// <summary>The answers to a claim's questions.</summary>
public static class Answers
{
    /// <summary>The approver says yes.</summary>
    public const string Approve = "approve";

    /// <summary>The approver says no.</summary>
    public const string Reject = "reject";

    /// <summary>The approver wants more.</summary>
    public const string Return = "return";

    /// <summary>The claimant sent what was missing.</summary>
    public const string Completed = "completed";

    /// <summary>The claimant took it back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The claimant sent nothing more in time.</summary>
    public const string Lapsed = "lapsed";
}
