using System.Collections.Concurrent;
using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>
/// Index rows on both sides of a write, in an order by which a reader never misses a record that is there:
/// (1) the note that a write begins; (2) new index rows, whole; those that are there already, and those to be removed, are only touched with the write's id;
/// (3) the partition; (4) what those that were there hold, and the removals; (5) the note is struck out.
/// A row is removed only where nobody touched it after this write: then it has become another's.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="write">The write.</param>
internal sealed class LookUps(TableService table, UnfinishedWrite write)
{
    private const int AtOnce = 8;
    private const int MostTries = 5;

    private readonly ConcurrentDictionary<LookUp, Found> _found = new();

    private sealed record Found(string ETag, bool WasThere);

    /// <summary>A request was sent more than once.</summary>
    public bool WasResent { get; private set; }

    /// <summary>Steps 1 and 2.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var note = new TableRow(write.Id, RegisterJson.Encode(write));
        await DoAsync(TableChange.Put(UnfinishedWrite.Place, note), cancellation);
        await EachAsync(write.LookUps, PrepareAsync, cancellation);
    }

    /// <summary>Step 4, after a write.</summary>
    public Task FinishAsync() => EachAsync(write.LookUps, FinishAsync, CancellationToken.None);

    /// <summary>Takes back what was inserted, after a write that was refused.</summary>
    public Task UndoAsync() => EachAsync(
        write.LookUps,
        async (lookUp, cancellation) =>
        {
            if (lookUp.Record is not null && _found.TryGetValue(lookUp, out var found) && !found.WasThere)
                await DoAsync(TableChange.Delete(lookUp.Partition, lookUp.Row, found.ETag), cancellation, 404, 412);
        },
        CancellationToken.None);

    /// <summary>Step 5.</summary>
    public Task ForgetAsync() => DoAsync(TableChange.Delete(UnfinishedWrite.Place, write.Id, "*"), CancellationToken.None, 404);

    private async Task PrepareAsync(LookUp lookUp, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (lookUp.Record is not null)
            {
                using var inserted = await table.SendAsync(TableChange.Insert(lookUp.Partition, RowOf(lookUp)), cancellation);
                WasResent |= inserted.WasResent;
                if (inserted.IsOk)
                {
                    _found[lookUp] = new Found(inserted.ETag!, WasThere: false);
                    return;
                }

                if (inserted.Status != 409)
                    throw inserted.Failure();
            }

            using var touched = await table.SendAsync(TableChange.Touch(lookUp.Partition, lookUp.Row, write.Id), cancellation);
            WasResent |= touched.WasResent;
            if (touched.IsOk)
            {
                _found[lookUp] = new Found(touched.ETag!, WasThere: true);
                return;
            }

            if (touched.Status != 404 || attempt == MostTries)
                throw touched.Failure();
            if (lookUp.Record is null)
                return; // gone already
        }
    }

    private async Task FinishAsync(LookUp lookUp, CancellationToken cancellation)
    {
        if (!_found.TryGetValue(lookUp, out var found))
            return;
        if (lookUp.Record is null)
            await DoAsync(TableChange.Delete(lookUp.Partition, lookUp.Row, found.ETag), cancellation, 404, 412);
        else if (found.WasThere)
            await DoAsync(TableChange.Put(lookUp.Partition, RowOf(lookUp)), cancellation); // one too many is seen through, one too few is not
    }

    private TableRow RowOf(LookUp lookUp) => new(lookUp.Row, lookUp.Record!, Write: write.Id, Made: write.Id);

    private async Task DoAsync(TableChange change, CancellationToken cancellation, params int[] alsoFine)
    {
        using var answer = await table.SendAsync(change, cancellation);
        WasResent |= answer.WasResent;
        if (!answer.IsOk && !alsoFine.Contains(answer.Status))
            throw answer.Failure();
    }

    private static Task EachAsync(IReadOnlyList<LookUp> lookUps, Func<LookUp, CancellationToken, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(lookUps, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (lookUp, token) => await work(lookUp, token));
}
