using System.Runtime.CompilerServices;
using Husrum.Core.Register;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded;

/// <summary>The register without a hub, for the verbs: records only, no starts and no events. Beside a running program it waits its turn at the file.</summary>
internal sealed class DirectRegister(SqliteDatabase database, RegisterJson json) : IRegister
{
    private readonly Lock _lock = new();

    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class
    {
        lock (_lock)
            return Task.FromResult(RegisterRows.Find(database, partition, row) is { } found ? Read<T>(partition, found) : null);
    }

    public async IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, [EnumeratorCancellation] CancellationToken cancellation = default)
        where T : class
    {
        await Task.CompletedTask;
        List<RegisterRow> rows;
        lock (_lock)
            rows = RegisterRows.Page(database, partition, rowPrefix, null, through, int.MaxValue);
        foreach (var row in rows)
            yield return Read<T>(partition, row);
    }

    public Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        var write = new RegisterWrite(batch);
        lock (_lock)
        {
            database.Execute("BEGIN IMMEDIATE");
            try
            {
                var outcome = write.Run(database, _ => throw new NotSupportedException("Starts and events need the hub."));
                database.Execute("COMMIT");
                return Task.FromResult(outcome);
            }
            catch
            {
                database.Execute("ROLLBACK");
                throw;
            }
        }
    }

    private Stored<T> Read<T>(string partition, RegisterRow row)
        where T : class => new(partition, row.Row, json.Decode<T>(row.Record), row.ETag);
}
