using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>A message in hand: its row at the version last seen, and the index row it was found under.</summary>
internal sealed class Turn(IRegister register, Stored<Notice> stored, string dueRow)
{
    private Stored<Notice> _stored = stored;

    public Notice Notice => _stored.Value;

    /// <summary>The case's partition.</summary>
    public string Partition => _stored.Partition;

    /// <summary>Writes that it is in hand, and under which name the provider will speak of it. False where somebody else was quicker.</summary>
    public async Task<bool> TakeAsync(Notice notice, bool isReported, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(_stored.Partition).Replace(_stored.Row, notice, _stored.ETag);
        if (isReported)
            batch.Index(Partitions.NoticeIdIndex, NoticeId.RowOf(NoticeId.Of(notice.Key, notice.Round)), new NoticePlace(_stored.Partition, _stored.Row));
        if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Conflict)
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
                if (Outbox.NeedsAPerson(notice))
                    batch.Index(Partitions.NoticeTroubleIndex, Outbox.DueRow(notice.Due, _stored.Partition, _stored.Row), new NoticePlace(_stored.Partition, _stored.Row));
            },
            cancellation);

    /// <summary>Writes that the provider took it; where it says later whether it arrived, with the moment until which that is waited for.</summary>
    public Task<bool> SentAsync(Notice notice, CancellationToken cancellation) =>
        WriteAsync(
            notice,
            batch =>
            {
                batch.Unindex(Partitions.NoticeDueIndex, dueRow);
                if (notice.ReportDue is { } report)
                    batch.Index(Partitions.NoticeDueIndex, Outbox.ReportRow(report, _stored.Partition, _stored.Row), new NoticePlace(_stored.Partition, _stored.Row));
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
