using Husrum.Core.Language;

namespace Husrum.Core.Refunds.Views;

/// <summary>What the claimant's status page shows.</summary>
public sealed record ClaimStatusView
{
    /// <summary>The claim.</summary>
    public required ClaimView Claim { get; init; }

    /// <summary>Claimant's language, <c>da</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What it stands at, in a line: "Godkendt – venter på udbetaling".</summary>
    public required Bilingual StandsAt { get; init; }

    /// <summary>What it waits for; null when nothing more will happen.</summary>
    public Bilingual? WaitsFor { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it was sent back or turned down.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the claimant completes it (<c>/ret?t=…</c>), when it was sent back.</summary>
    public string? CompletePath { get; init; }

    /// <summary>True until it is approved.</summary>
    public required bool CanWithdraw { get; init; }

    /// <summary>True where a payment was taken back, and the claimant may say on which account it shall be tried again.</summary>
    public required bool CanCorrectAccount { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}

/// <summary>One line of what happened.</summary>
/// <param name="When">UTC.</param>
/// <param name="What">In words.</param>
/// <param name="Note">What a person wrote of it; null where nobody did.</param>
public sealed record TimelineEntry(DateTimeOffset When, Bilingual What, string? Note = null);

/// <summary>What came of a corrected account.</summary>
public abstract record AccountResult
{
    private AccountResult()
    {
    }

    /// <summary>Recorded; the treasurer sees that it was changed.</summary>
    public sealed record Corrected : AccountResult;

    /// <summary>Something must be mended first; nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Husrum.Core.Forms.FieldProblem> Problems) : AccountResult;

    /// <summary>It is on a list, paid, or no payment was taken back: too late, or not asked for.</summary>
    public sealed record TooLate : AccountResult;

    /// <summary>The link does not work.</summary>
    public sealed record Gone : AccountResult;
}

/// <summary>What came of a withdrawal.</summary>
public enum WithdrawResult
{
    /// <summary>Withdrawn (now or before).</summary>
    Withdrawn,

    /// <summary>It is approved, paid or closed: too late.</summary>
    TooLate,

    /// <summary>The link does not work.</summary>
    Gone,
}
