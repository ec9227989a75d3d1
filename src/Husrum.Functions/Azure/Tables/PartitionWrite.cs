using Azure.Core;
using Husrum.Core.Register;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Azure.Tables;

/// <summary>The part of a batch that lies in one partition: one transaction of the service, recognised by its mark where an answer was lost.</summary>
internal sealed class PartitionWrite
{
    private const int MostAttempts = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly TableService _table;
    private readonly string _partition;
    private readonly List<TableChange> _changes;

    public PartitionWrite(TableService table, RegisterBatch batch, IReadOnlyList<EncodedRecord?> records, string id)
    {
        (_table, _partition, Id) = (table, batch.Partition, id);
        _changes = [TableChange.Insert(_partition, WriteMark.Row(id, WriteMark.Done)), .. batch.Changes.Zip(records, Change)];
    }

    public string Id { get; }

    /// <summary>An attempt whose answer nobody heard may have been carried out, or may be yet.</summary>
    public bool WasResent { get; private set; }

    /// <summary>The sweep was quicker: nothing is written, nor will be.</summary>
    public bool IsGivenUp { get; private set; }

    /// <exception cref="StorageException">Nobody knows whether it is written; the same records may be written again, by whoever reads first.</exception>
    public async Task<CommitOutcome> CommitAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await _table.SendAsync(_changes, Id, cancellation);
            WasResent |= answer.WasResent;
            if (answer.IsOk)
                return CommitOutcome.Done;
            if (answer.Status is 404 or 409 or 412 && answer.ErrorCode != "TableNotFound")
            {
                if (await IsWrittenAsync(cancellation))
                    return CommitOutcome.Done;
                if (answer.Status != 404 || attempt == MostAttempts || !await WithoutMissingAsync(cancellation))
                    return CommitOutcome.Conflict;
                continue;
            }

            if (!answer.IsTransient || attempt == MostAttempts)
                throw answer.Failure();
            WasResent = true;
            await Task.Delay(Pause * attempt * (1 + Random.Shared.NextDouble()), cancellation);
        }
    }

    /// <summary>Removes the mark, once nobody needs to know any more.</summary>
    public async Task ForgetAsync()
    {
        using var answer = await _table.SendAsync(TableChange.Delete(_partition, WriteMark.KeyOf(Id), "*"), CancellationToken.None);
    }

    private TableChange Change(RowChange change, EncodedRecord? record) => (record, change.Condition) switch
    {
        (null, _) => TableChange.Delete(_partition, change.Row, change.ETag ?? "*"),
        (_, RowCondition.MustNotExist) => TableChange.Insert(_partition, new TableRow(change.Row, record)),
        (_, RowCondition.MustMatch) => TableChange.Replace(_partition, new TableRow(change.Row, record), change.ETag!),
        _ => TableChange.Put(_partition, new TableRow(change.Row, record)),
    };

    private async Task<bool> IsWrittenAsync(CancellationToken cancellation)
    {
        var kind = (await _table.GetAsync(_partition, WriteMark.KeyOf(Id), cancellation))?.Record.Kind;
        IsGivenUp = kind == WriteMark.GivenUp;
        return IsGivenUp ? throw new StorageException("The write took so long that it was given up. Nothing of it is written.") : kind is not null;
    }

    // the service refuses to delete what is not there; a deletion without a version is content with that
    private async Task<bool> WithoutMissingAsync(CancellationToken cancellation)
    {
        var before = _changes.Count;
        foreach (var deletion in _changes.Where(change => change.Method == RequestMethod.Delete && change.IfMatch == "*").ToList())
        {
            if (await _table.GetAsync(_partition, deletion.Key, cancellation) is null)
                _changes.Remove(deletion);
        }

        return _changes.Count < before;
    }
}
