using System.Runtime.CompilerServices;
using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>
/// The register on Azure Tables: one table, the register's partitions and rows as its own. A batch without index rows is one transaction of the service;
/// index rows lie in other partitions, where nothing is atomic, and <see cref="LookUps"/> says in which order they are written so that no reader misses what is there.
/// Starts and events are another's: <see cref="IntentRegister"/>.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="json">Reads rows.</param>
/// <param name="ids">Names writes.</param>
/// <param name="machine">The machine's clock.</param>
/// <param name="logger">Ids and words.</param>
internal sealed partial class TablesRegister(TableService table, RegisterJson json, Ids ids, TimeProvider machine, ILogger<TablesRegister> logger) : IRegister
{
    public async Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class
    {
        if (!RegisterKey.IsKey(partition) || !RegisterKey.IsKey(row))
            return null;
        return await table.GetAsync(partition, row, cancellation) is { IsOwn: false } found ? Read<T>(partition, found) : null;
    }

    public async IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, [EnumeratorCancellation] CancellationToken cancellation = default)
        where T : class
    {
        if (!RegisterKey.IsKey(partition) || KeyRange.Of(rowPrefix, through) is not { } range)
            yield break;
        await foreach (var row in table.QueryAsync(partition, range, cancellation))
        {
            if (!row.IsOwn)
                yield return Read<T>(partition, row);
        }
    }

    public async Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        if (batch.Commands.Count > 0)
            throw new NotSupportedException("Starts and events need the hub.");
        var id = ids.New();
        var changes = RegisterJson.EncodeAll(batch.Changes.Select(change => change.Record));
        if (batch.Changes.Count == 0 && batch.Indexes.Count == 0)
            return CommitOutcome.Done;
        var partition = new PartitionWrite(table, batch, changes, id);
        if (batch.Indexes.Count == 0)
            return await AloneAsync(partition, cancellation);

        var lookUps = new LookUps(table, UnfinishedWrite.Of(batch, id, machine.GetUtcNow()));
        await lookUps.PrepareAsync(cancellation);
        var outcome = await CommitAsync(partition, lookUps, cancellation);
        // from here on the outcome stands, and what cannot be done now is the sweep's
        await LaterAsync(id, async () =>
        {
            if (outcome == CommitOutcome.Done)
                await lookUps.FinishAsync();
            else
                await lookUps.UndoAsync();
            if (lookUps.WasResent || partition.WasResent)
                return; // an attempt may still be on its way: the sweep looks at what it left
            await lookUps.ForgetAsync();
            await partition.ForgetAsync();
        });
        return outcome;
    }

    private async Task<CommitOutcome> AloneAsync(PartitionWrite partition, CancellationToken cancellation)
    {
        var outcome = await partition.CommitAsync(cancellation);
        if (outcome == CommitOutcome.Done && !partition.WasResent)
            await LaterAsync(partition.Id, partition.ForgetAsync);
        return outcome;
    }

    private async Task<CommitOutcome> CommitAsync(PartitionWrite partition, LookUps lookUps, CancellationToken cancellation)
    {
        try
        {
            return await partition.CommitAsync(cancellation);
        }
        catch when (partition.IsGivenUp)
        {
            // whoever gave it up may have missed what was prepared since
            await LaterAsync(partition.Id, lookUps.UndoAsync);
            throw;
        }
    }

    private async Task LaterAsync(string id, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            LogUnfinished(logger, id, e.GetType().Name);
        }
    }

    private Stored<T> Read<T>(string partition, TableRow row)
        where T : class => new(partition, row.Key, json.Decode<T>(row.Record), row.ETag);

    [LoggerMessage(LogLevel.Warning, "What follows write {Id} could not be done at once ({Reason}); the sweep finishes it")]
    private static partial void LogUnfinished(ILogger logger, string id, string reason);
}
