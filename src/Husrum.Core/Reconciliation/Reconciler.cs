using Husrum.Core.Cases;
using Husrum.Core.Gatherings;
using Husrum.Core.Refunds;
using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>
/// Holds what was due against what the outbox shows, for everything there is. What was due is derived from records and calendar by rules of its own,
/// not by the code that plans and sends, and not from the engine's tables: whatever those lose, they lose from both sides.
/// </summary>
public sealed class Reconciler
{
    private readonly IRegister _register;
    private readonly TimeProvider _time;
    private readonly ReconciliationBook _book;
    private readonly Dictionary<string, ICaseReckoning> _kinds;
    private readonly IReadOnlyList<IParkedRuns> _engines;

    internal Reconciler(IRegister register, TimeProvider time, ReconciliationBook book, IEnumerable<ICaseReckoning> kinds, IEnumerable<IParkedRuns> engines)
    {
        (_register, _time, _book, _engines) = (register, time, book, [.. engines]);
        _kinds = kinds.ToDictionary(k => k.Process, StringComparer.Ordinal);
    }

    /// <summary>Looks at all of it. Writes nothing.</summary>
    public async Task<ReconciliationReport> RunAsync(CancellationToken cancellation = default)
    {
        var totals = _kinds.Keys.Order(StringComparer.Ordinal).ToDictionary(name => name, name => new ProcessBalance(name), StringComparer.Ordinal);
        var imbalances = new List<Imbalance>();
        foreach (var (process, caseId) in await CasesAsync(cancellation))
        {
            if (!_kinds.TryGetValue(process, out var kind) || await kind.BalanceAsync(caseId, cancellation) is not { } balance)
                continue;
            var open = await _book.UnsettledAsync(balance.Imbalances, cancellation);
            totals[process] = totals[process].With(balance with { Imbalances = open });
            imbalances.AddRange(open);
        }

        foreach (var engine in _engines)
        {
            foreach (var run in await engine.ParkedAsync(cancellation))
                imbalances.Add(new Imbalance(ImbalanceKind.Stuck, run.InstanceId, "engine", "", "parked", run.Since));
        }

        return new ReconciliationReport(_time.GetUtcNow(), [.. totals.Values], [.. imbalances.OrderBy(i => i.Kind).ThenBy(i => i.Due).ThenBy(i => i.CaseId, StringComparer.Ordinal)]);
    }

    // the look-ups that the pages use; a row may lead to what is gone
    private async Task<SortedSet<(string Process, string CaseId)>> CasesAsync(CancellationToken cancellation)
    {
        var cases = new SortedSet<(string, string)>();
        foreach (var index in new[] { CaseIndexes.Open, CaseIndexes.OfPerson })
        {
            await foreach (var place in _register.QueryAsync<CasePlace>(index, cancellation: cancellation))
                cases.Add((place.Value.Process, place.Value.CaseId));
        }

        await foreach (var place in _register.QueryAsync<ClaimPlace>(Partitions.ClaimIndex, cancellation: cancellation))
            cases.Add(("refund", place.Value.Id));
        await foreach (var place in _register.QueryAsync<GatheringPlace>(GatheringBook.Index, cancellation: cancellation))
            cases.Add((GatheringReckoning.Name, place.Value.GatheringId));
        return cases;
    }
}

/// <summary>What the engine says it has set aside.</summary>
public interface IParkedRuns
{
    /// <summary>Instances that stand still until a person looks at them.</summary>
    Task<IReadOnlyList<(string InstanceId, DateTimeOffset Since)>> ParkedAsync(CancellationToken cancellation);
}
