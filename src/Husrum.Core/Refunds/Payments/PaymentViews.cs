using Husrum.Core.Formats;
using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Refunds.Payments;

/// <summary>A payment list in the overview.</summary>
/// <param name="Id">List id.</param>
/// <param name="Created">UTC.</param>
/// <param name="CreatedByName">The treasurer who made it.</param>
/// <param name="Count">Claims on it.</param>
/// <param name="PaidCount">Of them paid.</param>
/// <param name="Total">Sum.</param>
public sealed record PaymentListSummary(string Id, DateTimeOffset Created, string CreatedByName, int Count, int PaidCount, Kroner Total);

/// <summary>A payment list with its claims, in the order of the CSV.</summary>
public sealed record PaymentListView(PaymentListSummary Summary, IReadOnlyList<PaymentListLine> Lines);

/// <summary>One claim of a list.</summary>
/// <param name="Claim">The claim; its state says whether it is paid.</param>
/// <param name="PaidOn">UTC, when recorded as paid.</param>
public sealed record PaymentListLine(ClaimView Claim, DateTimeOffset? PaidOn);

/// <summary>What came of the treasurer's request.</summary>
public enum PaymentResult
{
    /// <summary>Recorded (now or before).</summary>
    Done,

    /// <summary>The claim is not at that step (taken back, on another list, not approved).</summary>
    NotThere,

    /// <summary>A reason is needed, 3 to 500 characters, without a CPR number.</summary>
    NeedsReason,
}
