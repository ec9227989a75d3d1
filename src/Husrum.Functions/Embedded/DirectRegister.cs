using System.Runtime.CompilerServices;
using Husrum.Core.Register;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded;

/// <summary>The register without a hub: records only, no starts and no events. For the verbs, where it waits its turn at the file beside a running program, and for the Azure home.</summary>
/// <param name="database">The file.</param>
/// <param name="json">Reads rows.</param>
/// <param name="crash">Where a test ends the process; null for nowhere.</param>
internal sealed class DirectRegister(SqliteDatabase database, RegisterJson json, CrashPoint? crash = null) : IRegister
{
    private readonly Lock _lock = new();
    private long _commits;

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
                _commits++;
                crash?.Before?.Invoke(_commits);
                database.Execute("COMMIT");
                crash?.After?.Invoke(_commits);
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
