using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>What the nightly reconciliation found, as tasks: the partition <c>reconciliation</c>.</summary>
public sealed class ReconciliationBook(IRegister register, StaffDirectory staff, TimeProvider time)
{
    internal const string Partition = "reconciliation";
    internal const string RowPrefix = "imbalance:";

    /// <summary>What a staff member is to look at: operators and leaders all, coordinators and deputies their departments'. Newest first.</summary>
    /// <param name="personId">The staff member.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<Stored<Imbalance>>> ForAsync(string personId, int most, CancellationToken cancellation = default)
    {
        if (await staff.GetAsync(personId, cancellation) is not { Value: var member })
            return [];
        var found = new List<Stored<Imbalance>>();
        await foreach (var row in register.QueryAsync<Imbalance>(Partition, RowPrefix, cancellation: cancellation))
        {
            if (row.Value.SettledBy is null && MaySee(member, row.Value))
                found.Add(row);
        }

        return [.. found.OrderByDescending(row => row.Value.Due).ThenBy(row => row.Row, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>A person has seen to it: it is no longer shown, nor counted.</summary>
    /// <returns>False where it is not theirs to say, or gone.</returns>
    public async Task<bool> SettleAsync(string personId, string row, CancellationToken cancellation = default)
    {
        if (!row.StartsWith(RowPrefix, StringComparison.Ordinal) || !RegisterKey.IsKey(row)
            || await staff.GetAsync(personId, cancellation) is not { Value: var member }
            || await register.GetAsync<Imbalance>(Partition, row, cancellation) is not { } stored || !MaySee(member, stored.Value))
            return false;
        return await register.CommitAsync(new RegisterBatch(Partition).Replace(row, stored.Value with { SettledBy = personId }, stored.ETag), cancellation) == CommitOutcome.Done;
    }

    /// <summary>Those that nobody has said are seen to.</summary>
    internal async Task<IReadOnlyList<Imbalance>> UnsettledAsync(IReadOnlyList<Imbalance> found, CancellationToken cancellation)
    {
        var open = new List<Imbalance>();
        foreach (var imbalance in found)
        {
            if (await register.GetAsync<Imbalance>(Partition, imbalance.RowKey, cancellation) is not { Value.SettledBy: not null })
                open.Add(imbalance);
        }

        return open;
    }

    /// <summary>Writes down what was found tonight; what balances again goes, but for what a person has settled.</summary>
    internal async Task WriteAsync(ReconciliationReport report, CancellationToken cancellation)
    {
        var found = report.Imbalances.DistinctBy(i => i.RowKey).ToDictionary(i => i.RowKey, StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var batch = new RegisterBatch(Partition);
        await foreach (var row in register.QueryAsync<Imbalance>(Partition, RowPrefix, cancellation: cancellation))
        {
            known.Add(row.Row);
            if (row.Value.SettledBy is null && !found.ContainsKey(row.Row))
                batch = await NextAsync(batch.Delete(row.Row), cancellation);
        }

        foreach (var (row, imbalance) in found.Where(f => !known.Contains(f.Key)))
            batch = await NextAsync(batch.Put(row, imbalance with { Seen = time.GetUtcNow() }), cancellation);
        if (batch.Changes.Count > 0)
            await register.CommitAsync(batch, cancellation);
    }

    private async Task<RegisterBatch> NextAsync(RegisterBatch batch, CancellationToken cancellation)
    {
        if (batch.Changes.Count < RegisterBatch.MostChanges)
            return batch;
        await register.CommitAsync(batch, cancellation);
        return new RegisterBatch(Partition);
    }

    private static bool MaySee(StaffMember member, Imbalance imbalance) =>
        member.Roles.Contains(StaffRole.Operator) || member.LooksAfter(imbalance.DepartmentId);
}
