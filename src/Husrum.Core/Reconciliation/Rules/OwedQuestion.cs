namespace Husrum.Core.Reconciliation.Rules;

/// <summary>A question that must have been put to somebody by now.</summary>
/// <param name="Question">Its name.</param>
/// <param name="At">UTC: when it should have been asked.</param>
internal sealed record OwedQuestion(string Question, DateTimeOffset At)
{
    /// <summary>True where somebody changed what it is about, so that it may have come late or fallen away.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>UTC: when somebody changed what its moment hangs on. Asked before the moment as it is now, it was in time by the plan that held then.</summary>
    public IReadOnlyList<DateTimeOffset> Moved { get; init; } = [];

    /// <summary>UTC: what was asked earlier under the same name was another matter.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>What is wrong with it: nothing, where it was asked in time, or a little after.</summary>
    public ImbalanceKind? Wrong(CaseLedger ledger)
    {
        if (MayBeMissing || At + CaseLedger.Grace >= ledger.Now)
            return null;
        var first = ledger.Decisions.Where(d => d.Question == Question && d.AskedAt >= NotBefore).MinBy(d => d.AskedAt);
        if (first is null)
            return ImbalanceKind.Lost;
        var early = first.AskedAt < At.AddMinutes(-1) && !Moved.Any(moved => moved >= first.AskedAt && moved < At);
        return early || first.AskedAt > At + CaseLedger.Grace ? ImbalanceKind.Mistimed : null;
    }
}
