using Husrum.Core.Cases;
using Husrum.Core.Reconciliation.Rules;

namespace Husrum.Core.Reconciliation;

/// <summary>The plain rules of one kind of case: what it owes to whom and when, worked out from its record and the calendar.</summary>
/// <typeparam name="TCase">Its record.</typeparam>
internal sealed record CaseRules<TCase>
    where TCase : CaseRecord
{
    /// <summary>Messages owed beside the questions themselves.</summary>
    public Func<TCase, CaseLedger, IEnumerable<OwedMessage>> Messages { get; init; } = (_, _) => [];

    /// <summary>Questions that must have been asked.</summary>
    public Func<TCase, CaseLedger, IEnumerable<OwedQuestion>> Questions { get; init; } = (_, _) => [];

    /// <summary>Whether an open case may wait for nobody: a family that is approved, a child in the middle of a year.</summary>
    public Func<TCase, DateTimeOffset, bool> Rests { get; init; } = (_, _) => false;
}
