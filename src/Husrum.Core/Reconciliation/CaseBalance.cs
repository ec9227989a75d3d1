namespace Husrum.Core.Reconciliation;

/// <summary>What was owed in a case against what its outbox holds.</summary>
/// <param name="Fates">How many messages became of what.</param>
/// <param name="Owed">How many were derived from the records and the calendar.</param>
/// <param name="Imbalances">What does not balance.</param>
internal sealed record CaseBalance(IReadOnlyDictionary<MessageFate, int> Fates, int Owed, IReadOnlyList<Imbalance> Imbalances)
{
    private static readonly TimeSpan Near = TimeSpan.FromDays(3);
    private static readonly TimeSpan SameTime = TimeSpan.FromHours(2);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Holds what is owed against what is written, one to one: first at the right moment, then near it.</summary>
    public static CaseBalance Of(CaseLedger ledger, IEnumerable<OwedMessage> owed)
    {
        var due = owed.Where(o => o.At + CaseLedger.Grace < ledger.Now && (o.PersonId is null || !ledger.Unreachable.Contains(o.PersonId))).OrderBy(o => o.At).ToList();
        var written = WrittenMessage.Of(ledger.Notices);
        var free = written.ToList();
        var late = new List<OwedMessage>();
        foreach (var message in due)
        {
            if (free.FirstOrDefault(w => IsOf(w, message) && IsInTime(w, message)) is { } found)
                free.Remove(found);
            else
                late.Add(message);
        }

        var imbalances = new List<Imbalance>();
        foreach (var message in late)
        {
            var near = free.Where(w => IsOf(w, message) && (w.Due - message.At).Duration() < Near).MinBy(w => (w.Due - message.At).Duration());
            if (near is not null)
                free.Remove(near);
            if (!message.MayBeMissing)
                imbalances.Add(new(near is null ? ImbalanceKind.Lost : ImbalanceKind.Mistimed, ledger.CaseId, ledger.Process, ledger.DepartmentId, message.Rule, message.At, message.PersonId));
        }

        imbalances.AddRange(Doubled(ledger, written, free));
        imbalances.AddRange(Overdue(ledger, written));
        return new CaseBalance(written.GroupBy(w => w.Fate).ToDictionary(g => g.Key, g => g.Count()), due.Count, imbalances);
    }

    private static bool IsOf(WrittenMessage written, OwedMessage owed) =>
        (owed.PersonId is null || owed.PersonId == written.PersonId) && (owed.Step is null || owed.Step == written.Step) && (owed.Template is null || owed.Template == written.Template);

    private static bool IsInTime(WrittenMessage written, OwedMessage owed)
    {
        if (owed.AnyLater && written.Due >= owed.At.AddMinutes(-1))
            return true;
        return owed.Or.Prepend(owed.At).Any(moment => DanishHours.Around(moment, CaseLedger.Grace) is var (from, until) && written.Due >= from && written.Due <= until);
    }

    // whatever nobody owed and says what another one says
    private static IEnumerable<Imbalance> Doubled(CaseLedger ledger, IReadOnlyList<WrittenMessage> written, List<WrittenMessage> free)
    {
        foreach (var (one, index) in free.Select((one, index) => (one, index)))
        {
            if (one.IsEffective && written.Any(other => other != one && other.IsEffective && (other.Due - one.Due).Duration() < SameTime && one.SaysTheSameAs(other) && free.IndexOf(other) < index))
                yield return new(ImbalanceKind.Doubled, ledger.CaseId, ledger.Process, ledger.DepartmentId, one.Template, one.Due, one.PersonId);
        }
    }

    private static IEnumerable<Imbalance> Overdue(CaseLedger ledger, IEnumerable<WrittenMessage> written) =>
        from message in written
        where message.Fate == MessageFate.Waiting
        let moment = message.Rows.Max(row => row.Value.NotBefore ?? row.Value.Due)
        where DanishHours.Around(moment, Patience).Until < ledger.Now
        select new Imbalance(ImbalanceKind.Stuck, ledger.CaseId, ledger.Process, ledger.DepartmentId, message.Template, moment, message.PersonId);
}
