using System.Runtime.CompilerServices;
using Husrum.Core.Register;
using Husrum.Durable.TaskHub;

namespace Husrum.Functions.Embedded;

/// <summary>The register in the hub's file: a batch, its index rows, its starts and its events are one transaction.</summary>
/// <param name="hub">Whose file and transactions it shares.</param>
/// <param name="json">Reads rows.</param>
internal sealed class SqliteRegister(SqliteTaskHub hub, RegisterJson json) : IRegister, ICommitNews
{
    private const int PageSize = 200;

    public event Action<RegisterBatch>? Committed;

    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class
    {
        cancellation.ThrowIfCancellationRequested();
        var found = hub.Read(database => RegisterRows.Find(database, partition, row));
        return Task.FromResult(found is null ? null : Read<T>(partition, found));
    }

    public async IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, [EnumeratorCancellation] CancellationToken cancellation = default)
        where T : class
    {
        await Task.CompletedTask;
        string? after = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var last = after;
            var page = hub.Read(database => RegisterRows.Page(database, partition, rowPrefix, last, through, PageSize));
            foreach (var row in page)
                yield return Read<T>(partition, row);
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Row;
        }
    }

    public async Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        var write = new RegisterWrite(batch); // makes the JSON here, not on the hub's thread
        var outcome = await hub.WriteAsync(write.Run, cancellation);
        if (outcome == CommitOutcome.Done)
            Committed?.Invoke(batch);
        return outcome;
    }

    private Stored<T> Read<T>(string partition, RegisterRow row)
        where T : class => new(partition, row.Row, json.Decode<T>(row.Record), row.ETag);
}
