using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>
/// Finishes what writers left that stopped half-way: index rows of a write that happened are completed, those of one that did not are taken back.
/// Safe beside writers that are only slow, whatever the clocks say: a write given up here can never happen any more.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="json">Reads notes.</param>
/// <param name="machine">The machine's clock.</param>
internal sealed class UnfinishedWrites(TableService table, RegisterJson json, TimeProvider machine) : IStoreUpkeep
{
    /// <summary>How long a writer is left in peace.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>How long a mark is kept that nobody struck out: far longer than a request can be under way.</summary>
    public static readonly TimeSpan MarksFor = TimeSpan.FromDays(1);

    private DateTimeOffset _forgetAt = machine.GetUtcNow() + TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await SweepAsync(cancellation);
        if (machine.GetUtcNow() < _forgetAt)
            return;
        await ForgetMarksAsync(cancellation);
        _forgetAt = machine.GetUtcNow() + MarksFor;
    }

    /// <summary>All that is older than <see cref="Patience"/>.</summary>
    /// <returns>How many are left, with those that are too young.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var left = 0;
        await foreach (var row in table.QueryAsync(UnfinishedWrite.Place, KeyRange.Of("", null)!, cancellation))
        {
            if (row.IsOwn)
                continue;
            var write = json.Decode<UnfinishedWrite>(row.Record);
            if (machine.GetUtcNow() < write.Since + Patience || !await SettleAsync(write, cancellation))
                left++;
        }

        return left;
    }

    /// <summary>Removes marks that writers left in the partitions. Reads every mark there is, so not more than once a night.</summary>
    public async Task ForgetMarksAsync(CancellationToken cancellation)
    {
        var filter = $"RowKey ge '{WriteMark.Prefix}' and RowKey lt '{WriteMark.Prefix[..^1]}}}' and Timestamp lt datetime'{(machine.GetUtcNow() - MarksFor).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}'";
        await foreach (var (partition, row) in table.QueryAsync(filter, cancellation))
        {
            if (row.IsOwn)
                await DoAsync(TableChange.Delete(partition, row.Key, row.ETag), cancellation);
        }
    }

    private async Task<bool> SettleAsync(UnfinishedWrite write, CancellationToken cancellation)
    {
        using (var given = await table.SendAsync(TableChange.Insert(write.Partition, WriteMark.Row(write.Id, WriteMark.GivenUp)), cancellation))
        {
            if (!given.IsOk && given.Status != 409)
                throw given.Failure();
        }

        var mark = await table.GetAsync(write.Partition, WriteMark.KeyOf(write.Id), cancellation);
        if (mark is null)
            return false; // its writer is finishing at this moment
        foreach (var lookUp in write.LookUps)
            await SettleAsync(write, lookUp, mark.Record.Kind == WriteMark.Done, cancellation);
        await DoAsync(TableChange.Delete(UnfinishedWrite.Place, write.Id, "*"), cancellation);
        return true;
    }

    // what another has touched since is the other's to settle
    private async Task SettleAsync(UnfinishedWrite write, LookUp lookUp, bool happened, CancellationToken cancellation)
    {
        if (await table.GetAsync(lookUp.Partition, lookUp.Row, cancellation) is not { } row || row.Write != write.Id)
            return;
        if (happened && lookUp.Record is { } record)
            await DoAsync(TableChange.Replace(lookUp.Partition, new TableRow(lookUp.Row, record, Write: write.Id, Made: write.Id), row.ETag), cancellation);
        else if (happened || (lookUp.Record is not null && row.Made == write.Id))
            await DoAsync(TableChange.Delete(lookUp.Partition, lookUp.Row, row.ETag), cancellation);
    }

    private async Task DoAsync(TableChange change, CancellationToken cancellation)
    {
        using var answer = await table.SendAsync(change, cancellation);
        if (!answer.IsOk && answer.Status is not (404 or 412))
            throw answer.Failure();
    }
}
