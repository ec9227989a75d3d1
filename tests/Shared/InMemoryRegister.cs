using System.Runtime.CompilerServices;
using Husrum.Core.Register;

namespace Husrum.Testing;

/// <summary>The register in memory, held to the same conformance tests as the real one; starts and events go to a callback after their batch.</summary>
public sealed class InMemoryRegister(Action<HubCommand>? onCommand = null, Upcasters? upcasters = null) : IRegister
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SortedDictionary<string, Row>> _partitions = new(StringComparer.Ordinal);
    private readonly RegisterJson _json = new(upcasters ?? new Upcasters());
    private long _sequence;

    private sealed record Row(EncodedRecord Record, string ETag);

    /// <summary>Called before each batch is looked at; a test throws here to be the store that fails.</summary>
    public Action<RegisterBatch>? BeforeCommit { get; set; }

    public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class
    {
        lock (_lock)
        {
            return Task.FromResult(Find(partition, row) is { } found ? Read<T>(partition, row, found) : null);
        }
    }

    public async IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, [EnumeratorCancellation] CancellationToken cancellation = default)
        where T : class
    {
        List<Stored<T>> rows;
        lock (_lock)
        {
            rows = _partitions.TryGetValue(partition, out var all)
                ? [.. all.Where(r => r.Key.StartsWith(rowPrefix, StringComparison.Ordinal) && (through is null || string.CompareOrdinal(r.Key, through) <= 0)).Select(r => Read<T>(partition, r.Key, r.Value))]
                : [];
        }

        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }

    public Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default)
    {
        BeforeCommit?.Invoke(batch);
        var indexes = batch.Indexes.Zip(RegisterJson.EncodeAll(batch.Indexes.Select(i => i.Record)), (i, record) => (i.Partition, i.Row, record)).ToList();
        var changes = batch.Changes.Zip(RegisterJson.EncodeAll(batch.Changes.Select(c => c.Record)), (c, record) => (batch.Partition, c.Row, record)).ToList();
        lock (_lock)
        {
            if (!batch.Changes.All(c => IsMet(batch.Partition, c)))
                return Task.FromResult(CommitOutcome.Conflict);
            foreach (var (partition, row, record) in indexes.Concat(changes))
                Write(partition, row, record);
        }

        foreach (var command in batch.Commands)
            onCommand?.Invoke(command);
        return Task.FromResult(CommitOutcome.Done);
    }

    /// <summary>Puts a row as an older program would have written it.</summary>
    public void Plant(string partition, string row, EncodedRecord record)
    {
        lock (_lock)
            PartitionFor(partition)[row] = new Row(record, NextETag());
    }

    private bool IsMet(string partition, RowChange change) => change.Condition switch
    {
        RowCondition.MustNotExist => Find(partition, change.Row) is null,
        RowCondition.MustMatch => Find(partition, change.Row)?.ETag == change.ETag,
        _ => true,
    };

    private void Write(string partition, string row, EncodedRecord? record)
    {
        if (record is null)
            PartitionFor(partition).Remove(row);
        else
            PartitionFor(partition)[row] = new Row(record, NextETag());
    }

    private Row? Find(string partition, string row) => _partitions.TryGetValue(partition, out var rows) && rows.TryGetValue(row, out var found) ? found : null;

    private Stored<T> Read<T>(string partition, string row, Row found)
        where T : class => new(partition, row, _json.Decode<T>(found.Record), found.ETag);

    private SortedDictionary<string, Row> PartitionFor(string partition)
    {
        if (!_partitions.TryGetValue(partition, out var rows))
            _partitions[partition] = rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        return rows;
    }

    private string NextETag() => (++_sequence).ToString();
}
