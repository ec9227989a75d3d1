using Husrum.Core.Forms;
using Husrum.Core.Language;

namespace Husrum.Core.Refunds.Views;

/// <summary>What the decision page shows to one who was asked.</summary>
public sealed record DecisionView
{
    /// <summary>The claim.</summary>
    public required ClaimView Claim { get; init; }

    /// <summary>True when this is the second approval of an amount above the limit.</summary>
    public required bool IsSecond { get; init; }

    /// <summary>True when a second person will be asked after this approval.</summary>
    public required bool NeedsSecond { get; init; }

    /// <summary>Name of the person this link was sent to.</summary>
    public required string AskedName { get; init; }

    /// <summary>That person's language, <c>da</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What the approver should look at, in words.</summary>
    public required IReadOnlyList<Bilingual> Flags { get; init; }

    /// <summary>Earlier decisions on this claim (the first approval; returns), oldest first.</summary>
    public required IReadOnlyList<RecordedDecision> Earlier { get; init; }

    /// <summary>Set when this question is closed: the page shows it and no buttons.</summary>
    public RecordedDecision? Decided { get; init; }
}

/// <summary>A decision that was taken.</summary>
/// <param name="Answer"><c>approve</c>, <c>reject</c>, <c>return</c>, or <c>withdrawn</c>, <c>completed</c>, <c>lapsed</c>.</param>
/// <param name="ByName">Who; empty when time decided.</param>
/// <param name="When">UTC.</param>
/// <param name="Reason">Why, where one was given.</param>
public sealed record RecordedDecision(string Answer, string ByName, DateTimeOffset When, string? Reason);

/// <summary>What the decision page posts.</summary>
/// <param name="Decision"><c>approve</c>, <c>reject</c> or <c>return</c>.</param>
/// <param name="Reason">Needed to reject or return.</param>
/// <param name="Amount">Needed to approve: the total in whole kroner, typed by the person.</param>
public sealed record DecisionInput(string Decision, string Reason, string Amount);

/// <summary>What came of a posted decision.</summary>
public abstract record DecideResult
{
    private DecideResult()
    {
    }

    /// <summary>It counts.</summary>
    public sealed record Decided(RecordedDecision Decision) : DecideResult;

    /// <summary>Another answer came first (perhaps this person's own, sent twice); it stands.</summary>
    public sealed record AlreadyDecided(RecordedDecision Decision) : DecideResult;

    /// <summary>Something must be mended first; nothing was recorded. Fields: <c>decision</c>, <c>reason</c>, <c>amount</c>.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : DecideResult;

    /// <summary>This person may not decide this claim (own claim, pays themselves, took the first approval, no longer in the role).</summary>
    public sealed record NotAllowed(Bilingual Why) : DecideResult;

    /// <summary>The link does not work: the neutral page.</summary>
    public sealed record Gone : DecideResult;
}
