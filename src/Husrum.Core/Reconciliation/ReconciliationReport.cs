namespace Husrum.Core.Reconciliation;

/// <summary>What was due in a kind of case and what became of it. Numbers and words only.</summary>
/// <param name="Process">A word for it.</param>
public sealed record ProcessBalance(string Process)
{
    /// <summary>How many cases were looked at.</summary>
    public int Cases { get; init; }

    /// <summary>Messages that were derived from the records and the calendar.</summary>
    public int Owed { get; init; }

    /// <summary>Messages there are, each once whatever its channels.</summary>
    public int Written { get; init; }

    /// <summary>Taken by the provider.</summary>
    public int Sent { get; init; }

    /// <summary>Arrived, says the provider.</summary>
    public int Delivered { get; init; }

    /// <summary>Does not arrive; a person is shown it.</summary>
    public int Failed { get; init; }

    /// <summary>May have gone; a person is shown it.</summary>
    public int Uncertain { get; init; }

    /// <summary>Left out, with the reason on its row.</summary>
    public int Dropped { get; init; }

    /// <summary>Waits for a person's word.</summary>
    public int Held { get; init; }

    /// <summary>Waits for its moment.</summary>
    public int Waiting { get; init; }

    /// <summary>Due, and not there.</summary>
    public int Lost { get; init; }

    /// <summary>Told twice.</summary>
    public int Doubled { get; init; }

    /// <summary>Written for another moment than the rules say.</summary>
    public int Mistimed { get; init; }

    /// <summary>Waits for nothing that will come.</summary>
    public int Stuck { get; init; }

    /// <summary>What was due: everything that is there, and what is lost.</summary>
    public int Due => Sent + Delivered + Failed + Uncertain + Dropped + Held + Waiting + Lost;

    internal ProcessBalance With(CaseBalance balance) => this with
    {
        Cases = Cases + 1,
        Owed = Owed + balance.Owed,
        Written = Written + balance.Fates.Values.Sum(),
        Sent = Sent + balance.Fates.GetValueOrDefault(MessageFate.Sent),
        Delivered = Delivered + balance.Fates.GetValueOrDefault(MessageFate.Delivered),
        Failed = Failed + balance.Fates.GetValueOrDefault(MessageFate.Failed),
        Uncertain = Uncertain + balance.Fates.GetValueOrDefault(MessageFate.Uncertain),
        Dropped = Dropped + balance.Fates.GetValueOrDefault(MessageFate.Dropped),
        Held = Held + balance.Fates.GetValueOrDefault(MessageFate.Held),
        Waiting = Waiting + balance.Fates.GetValueOrDefault(MessageFate.Waiting),
        Lost = Lost + Count(balance, ImbalanceKind.Lost),
        Doubled = Doubled + Count(balance, ImbalanceKind.Doubled),
        Mistimed = Mistimed + Count(balance, ImbalanceKind.Mistimed),
        Stuck = Stuck + Count(balance, ImbalanceKind.Stuck),
    };

    private static int Count(CaseBalance balance, ImbalanceKind kind) => balance.Imbalances.Count(i => i.Kind == kind);
}

/// <summary>The whole of it.</summary>
/// <param name="At">UTC: the moment it speaks of.</param>
/// <param name="Processes">By kind of case.</param>
/// <param name="Imbalances">What does not balance and nobody has seen to.</param>
public sealed record ReconciliationReport(DateTimeOffset At, IReadOnlyList<ProcessBalance> Processes, IReadOnlyList<Imbalance> Imbalances)
{
    /// <summary>True where nothing is lost, doubled, mistimed or stuck.</summary>
    public bool Balances => Imbalances.Count == 0;

    /// <summary>How many of a kind.</summary>
    public int Count(ImbalanceKind kind) => Imbalances.Count(i => i.Kind == kind);
}
