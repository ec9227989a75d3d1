namespace Husrum.Core.Register;

/// <summary>
/// Up to <see cref="MostChanges"/> changes to one partition, each row once, with the index rows, starts and events that belong to them. Starts and events together count as one change:
/// in the Azure home they are written as a row of their own first, and raised after.
/// The order promised in both homes: index rows first, then the partition at once, then starts and events (which are never forgotten).
/// </summary>
/// <param name="partition">The partition all changes are in.</param>
public sealed class RegisterBatch(string partition)
{
    /// <summary>The most changes: 100 is what Azure Tables takes at once, and one of them is the register's own note that the batch was written.</summary>
    public const int MostChanges = 99;

    private readonly List<RowChange> _changes = [];
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly List<IndexChange> _indexes = [];
    private readonly List<HubCommand> _commands = [];

    /// <summary>The partition all changes are in.</summary>
    public string Partition { get; } = RegisterKey.Check(partition);

    /// <summary>The changes, in the order given.</summary>
    public IReadOnlyList<RowChange> Changes => _changes;

    /// <summary>Look-up rows in other partitions; without condition, so that writing them twice is harmless.</summary>
    public IReadOnlyList<IndexChange> Indexes => _indexes;

    /// <summary>Starts and events.</summary>
    public IReadOnlyList<HubCommand> Commands => _commands;

    /// <summary>Adds a row that must not exist yet.</summary>
    public RegisterBatch Insert(string row, object record) => Add(new RowChange(row, record, RowCondition.MustNotExist, null));

    /// <summary>Changes a row that must still have this version.</summary>
    public RegisterBatch Replace(string row, object record, string etag) => Add(new RowChange(row, record, RowCondition.MustMatch, etag));

    /// <summary>Writes a row whatever is there.</summary>
    public RegisterBatch Put(string row, object record) => Add(new RowChange(row, record, RowCondition.None, null));

    /// <summary>Removes a row; with an ETag, only at that version; without, whether it is there or not.</summary>
    public RegisterBatch Delete(string row, string? etag = null) => Add(new RowChange(row, null, etag is null ? RowCondition.None : RowCondition.MustMatch, etag));

    /// <summary>Writes a look-up row in another partition.</summary>
    public RegisterBatch Index(string indexPartition, string row, object record)
    {
        _indexes.Add(new IndexChange(RegisterKey.Check(indexPartition), RegisterKey.Check(row), record));
        return this;
    }

    /// <summary>Removes a look-up row in another partition.</summary>
    public RegisterBatch Unindex(string indexPartition, string row)
    {
        _indexes.Add(new IndexChange(RegisterKey.Check(indexPartition), RegisterKey.Check(row), null));
        return this;
    }

    /// <summary>Starts an orchestration; one that exists under this id is left as it is.</summary>
    public RegisterBatch Start(string orchestrator, string instanceId, object? input)
    {
        return Add(new HubCommand(orchestrator, instanceId, null, input));
    }

    /// <summary>Raises an event to an orchestration.</summary>
    public RegisterBatch Raise(string instanceId, string eventName, object? payload)
    {
        return Add(new HubCommand(null, instanceId, eventName, payload));
    }

    private RegisterBatch Add(RowChange change)
    {
        RefuseMoreThan(_changes.Count + 1, Math.Min(1, _commands.Count));
        if (!_rows.Add(RegisterKey.Check(change.Row)))
            throw new InvalidOperationException("A batch changes a row once.");
        _changes.Add(change);
        return this;
    }

    private RegisterBatch Add(HubCommand command)
    {
        RefuseMoreThan(_changes.Count, 1);
        _commands.Add(command);
        return this;
    }

    private static void RefuseMoreThan(int changes, int commands)
    {
        if (changes + commands > MostChanges)
            throw new InvalidOperationException($"A batch holds at most {MostChanges} changes.");
    }
}

/// <summary>What must be so for a change to be written.</summary>
public enum RowCondition
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The row must not exist.</summary>
    MustNotExist,

    /// <summary>The row must exist with the version named.</summary>
    MustMatch,
}

/// <summary>One change of a batch; no record means delete.</summary>
public sealed record RowChange(string Row, object? Record, RowCondition Condition, string? ETag);

/// <summary>A look-up row to write, or (no record) to remove.</summary>
public sealed record IndexChange(string Partition, string Row, object? Record);

/// <summary>An orchestration to start (no event name) or an event to raise.</summary>
public sealed record HubCommand(string? Orchestrator, string InstanceId, string? EventName, object? Payload);
