using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded;

/// <summary>One batch on its way into the file: looks at all conditions before it writes anything.</summary>
internal sealed class RegisterWrite
{
    private readonly RegisterBatch _batch;
    private readonly EncodedRecord?[] _changes;
    private readonly EncodedRecord?[] _indexes;

    public RegisterWrite(RegisterBatch batch)
    {
        _batch = batch;
        _changes = RegisterJson.EncodeAll(batch.Changes.Select(c => c.Record));
        _indexes = RegisterJson.EncodeAll(batch.Indexes.Select(i => i.Record));
    }

    /// <summary>Writes the batch in the hub's transaction.</summary>
    public CommitOutcome Run(HubTransaction transaction) => Run(transaction.Database, command => Send(transaction, command));

    /// <summary>Writes the batch in whatever transaction the connection is in.</summary>
    public CommitOutcome Run(SqliteDatabase database, Action<HubCommand> send)
    {
        if (!_batch.Changes.All(c => IsMet(database, c)))
            return CommitOutcome.Conflict;

        var etag = RegisterRows.NextETag(database);
        for (var i = 0; i < _indexes.Length; i++)
            Write(database, _batch.Indexes[i].Partition, _batch.Indexes[i].Row, _indexes[i], etag);
        for (var i = 0; i < _changes.Length; i++)
            Write(database, _batch.Partition, _batch.Changes[i].Row, _changes[i], etag);
        foreach (var command in _batch.Commands)
            send(command);
        return CommitOutcome.Done;
    }

    private bool IsMet(SqliteDatabase database, RowChange change) => change.Condition switch
    {
        RowCondition.MustNotExist => RegisterRows.ETag(database, _batch.Partition, change.Row) is null,
        RowCondition.MustMatch => RegisterRows.ETag(database, _batch.Partition, change.Row) == change.ETag,
        _ => true,
    };

    private static void Write(SqliteDatabase database, string partition, string row, EncodedRecord? record, long etag)
    {
        if (record is null)
            RegisterRows.Delete(database, partition, row);
        else
            RegisterRows.Put(database, partition, row, record, etag);
    }

    private static void Send(HubTransaction transaction, HubCommand command)
    {
        if (command.EventName is { } name)
            transaction.RaiseEvent(command.InstanceId, name, command.Payload);
        else
            transaction.ScheduleNewOrchestrationInstance(new TaskName(command.Orchestrator!), command.InstanceId, command.Payload);
    }
}
