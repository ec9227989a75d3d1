using Husrum.Core.Cases;

namespace Husrum.Core.Reconciliation;

/// <summary>Whether a case that is open waits for something that will come: a question that somebody has before them and is reminded of, or a date.</summary>
internal static class StuckCases
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>What nothing and nobody will move.</summary>
    /// <param name="ledger">The rows.</param>
    /// <param name="open">The questions that are open by the record.</param>
    /// <param name="since">When the case was touched last, UTC.</param>
    /// <param name="rests">Whether a case in this state may wait for nobody.</param>
    public static IEnumerable<Imbalance> Of(CaseLedger ledger, IReadOnlyList<OpenStep> open, DateTimeOffset since, bool rests)
    {
        if (open.Count == 0 && !rests && since + Patience < ledger.Now)
            yield return Stuck(ledger, "nobody's turn", since);
        foreach (var step in open)
        {
            if (Problem(ledger, step, since) is { } due)
                yield return Stuck(ledger, step.Question, due);
        }
    }

    private static DateTimeOffset? Problem(CaseLedger ledger, OpenStep step, DateTimeOffset since)
    {
        var from = step.NotBefore is { } date && date > since ? date : since;
        DateTimeOffset? due = ledger.Decisions.FirstOrDefault(d => d.Question == step.Question && d.Round == step.Round) switch
        {
            null => from, // it should have been asked
            { Answer: not null } answered => answered.AnsweredAt ?? from, // it should have moved the case
            { Asked.Count: 0 } nobody => nobody.AskedAt,
            var asked => asked.NextMoment, // the next reminder, or the deadline
        };
        return due + Patience < ledger.Now ? due : null;
    }

    private static Imbalance Stuck(CaseLedger ledger, string step, DateTimeOffset due) => new(ImbalanceKind.Stuck, ledger.CaseId, ledger.Process, ledger.DepartmentId, step, due);
}
