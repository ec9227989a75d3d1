using Husrum.Core.Formats;

namespace Husrum.Core.Refunds.Views;

/// <summary>A claim as pages show it. The account is masked.</summary>
public sealed record ClaimView
{
    /// <summary>Claim id.</summary>
    public required string Id { get; init; }

    /// <summary>Department's id.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Department's name.</summary>
    public required string DepartmentName { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClaimState State { get; init; }

    /// <summary>Who sent it.</summary>
    public required string ClaimantName { get; init; }

    /// <summary>What it was for.</summary>
    public required string Purpose { get; init; }

    /// <summary>When the activity was, local date.</summary>
    public required DateOnly ActivityDate { get; init; }

    /// <summary>What was bought.</summary>
    public required IReadOnlyList<ClaimLine> Lines { get; init; }

    /// <summary>Sum of the lines.</summary>
    public required Kroner Total { get; init; }

    /// <summary>Documents (SHA-256 hex), in the order sent.</summary>
    public required IReadOnlyList<string> ReceiptIds { get; init; }

    /// <summary>The signed statement, where there is no receipt.</summary>
    public string? MissingReceiptStatement { get; init; }

    /// <summary>Who is paid.</summary>
    public required string PayeeName { get; init; }

    /// <summary>Reg.nr. and the last three digits.</summary>
    public required string AccountMasked { get; init; }

    /// <summary>True where the account was changed after the approval: whoever pays asks first.</summary>
    public bool AccountCorrected { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset Created { get; init; }
}
