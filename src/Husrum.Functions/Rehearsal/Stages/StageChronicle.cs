using Husrum.Core.Register;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>Everything that was written to the register since a stage was opened, in the order in which it was.</summary>
internal sealed class StageChronicle(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<StageEntry> _entries = [];
    private int _batches;
    private int _forgotten;

    /// <summary>So many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _forgotten + _entries.Count;
        }
    }

    /// <summary>All, where none were let go of.</summary>
    public IReadOnlyList<StageEntry> Entries => After(0);

    /// <summary>Those after the first ones.</summary>
    public IReadOnlyList<StageEntry> After(int count)
    {
        lock (_lock)
        {
            var from = count - _forgotten;
            return _entries.Count > from ? _entries.GetRange(from, _entries.Count - from) : [];
        }
    }

    /// <summary>Lets go of the first ones, which nobody will ask for any more: years of an organisation are more than a machine remembers.</summary>
    public void Forget(int count)
    {
        lock (_lock)
        {
            _entries.RemoveRange(0, count - _forgotten);
            _forgotten = count;
        }
    }

    internal void Heard(RegisterBatch batch)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _batches++;
            _entries.AddRange(batch.Changes.Select(change => new StageEntry(now, batch.Partition, change.Row, change.Record, _batches)));
        }
    }
}

/// <summary>A row that was written.</summary>
/// <param name="At">UTC, by the stage's clock.</param>
/// <param name="Partition">Where.</param>
/// <param name="Row">Which row.</param>
/// <param name="Record">As it stands from then on; null where it was removed.</param>
/// <param name="Batch">Which batch it was part of, from 1: rows of one were written at once.</param>
internal sealed record StageEntry(DateTimeOffset At, string Partition, string Row, object? Record, int Batch);
