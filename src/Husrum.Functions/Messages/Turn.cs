using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>A message in hand: its row at the version last seen, and the index row it was found under.</summary>
internal sealed class Turn(IRegister register, Stored<Notice> stored, string dueRow)
{
    private Stored<Notice> _stored = stored;

    public Notice Notice => _stored.Value;

    /// <summary>Writes that it is in hand. False where somebody else was quicker.</summary>
    public async Task<bool> TakeAsync(Notice notice, CancellationToken cancellation)
    {
        if (await register.CommitAsync(new RegisterBatch(_stored.Partition).Replace(_stored.Row, notice, _stored.ETag), cancellation) == CommitOutcome.Conflict)
            return false;
        var now = await register.GetAsync<Notice>(_stored.Partition, _stored.Row, cancellation);
        _stored = now!;
        return now?.Value.State == NoticeState.Sending;
    }

    /// <summary>Writes how it ended; it waits no longer. With it, where there is one, another that goes in its place.</summary>
    public Task<bool> EndAsync(Notice notice, CancellationToken cancellation, Notice? instead = null) =>
        WriteAsync(
            notice,
            batch =>
            {
                batch.Unindex(Partitions.NoticeDueIndex, dueRow);
                if (instead is not null)
                    Outbox.Add(batch, instead);
                if (Outbox.NeedsAPerson(notice.State))
                    batch.Index(Partitions.NoticeTroubleIndex, Outbox.DueRow(notice.Due, _stored.Partition, _stored.Row), new NoticePlace(_stored.Partition, _stored.Row));
            },
            cancellation);

    /// <summary>Writes that it waits until another moment.</summary>
    public Task<bool> WaitAsync(Notice notice, DateTimeOffset until, CancellationToken cancellation) =>
        WriteAsync(
            notice,
            batch => batch.Unindex(Partitions.NoticeDueIndex, dueRow)
                .Index(Partitions.NoticeDueIndex, Outbox.DueRow(until, _stored.Partition, _stored.Row), new NoticePlace(_stored.Partition, _stored.Row)),
            cancellation);

    // one who changed the row meanwhile (a delivery report, an erasure) has the last word
    private async Task<bool> WriteAsync(Notice notice, Action<RegisterBatch> index, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(_stored.Partition).Replace(_stored.Row, notice, _stored.ETag);
        index(batch);
        return await register.CommitAsync(batch, cancellation) == CommitOutcome.Done;
    }
}
