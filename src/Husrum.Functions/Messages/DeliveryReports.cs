using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>
/// Takes a provider's word on whether a message arrived. It may come before the send is noted, twice, late, and in any order:
/// the word on the latest moment counts, and of two on the same moment the good one.
/// </summary>
internal sealed partial class DeliveryReports(IRegister register, TimeProvider time, ILogger<DeliveryReports> logger)
{
    private readonly OtherWay _otherWay = new(register);

    /// <summary>Notes a report. One on a message that is not known here (any more) changes nothing.</summary>
    public async Task TakeAsync(DeliveryReport report, CancellationToken cancellation = default)
    {
        while (await register.GetAsync<NoticePlace>(Partitions.NoticeIdIndex, NoticeId.RowOf(report.Id), cancellation) is { } place
            && await register.GetAsync<Notice>(place.Value.Partition, place.Value.Row, cancellation) is { } stored)
        {
            if (!Changes(stored.Value, report))
                return;
            var batch = await NoteAsync(stored, report, cancellation);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
            {
                LogReported(logger, stored.Value.Key, report.HasArrived ? NoticeState.Delivered : NoticeState.Failed, report.Reason);
                return;
            }
        }
    }

    private static bool Changes(Notice notice, DeliveryReport report)
    {
        var isOfThisRound = NoticeId.Of(notice.Key, notice.Round) == report.Id;
        if (notice.State is NoticeState.Held or NoticeState.Dropped || (notice.State == NoticeState.Delivered && notice.Reported is null))
            return false; // a person's word stands
        if (!isOfThisRound)
            return report.HasArrived && notice.State != NoticeState.Delivered; // it reached the person all the same
        return notice.Reported is not { } last || report.At > last || (report.At == last && report.HasArrived && notice.State != NoticeState.Delivered);
    }

    private async Task<RegisterBatch> NoteAsync(Stored<Notice> stored, DeliveryReport report, CancellationToken cancellation)
    {
        var (before, now) = (stored.Value, time.GetUtcNow());
        var notice = before with
        {
            State = report.HasArrived ? NoticeState.Delivered : NoticeState.Failed,
            Sent = before.Sent ?? now,
            Reported = report.At,
            ReportDue = null,
            LeaseUntil = null,
            MayHaveGone = false,
            Reason = report.Reason,
        };
        Notice? instead = null;
        if (!report.HasArrived)
            (notice, instead) = await _otherWay.OfAsync(stored.Partition, notice, now, cancellation);

        // it waits for nothing any more
        var batch = new RegisterBatch(stored.Partition);
        var place = new NoticePlace(stored.Partition, stored.Row);
        batch.Unindex(Partitions.NoticeDueIndex, Outbox.DueRow(before.NotBefore ?? before.Due, stored.Partition, stored.Row));
        if (before.ReportDue is { } due)
            batch.Unindex(Partitions.NoticeDueIndex, Outbox.ReportRow(due, stored.Partition, stored.Row));
        var trouble = Outbox.DueRow(notice.Due, stored.Partition, stored.Row);
        if (Outbox.NeedsAPerson(notice))
            batch.Index(Partitions.NoticeTroubleIndex, trouble, place);
        else
            batch.Unindex(Partitions.NoticeTroubleIndex, trouble);
        if (instead is not null)
            Outbox.Add(batch, instead);
        return batch.Replace(stored.Row, notice, stored.ETag);
    }

    [LoggerMessage(LogLevel.Information, "Message {Key} is {State}, says the provider: {Reason}")]
    private static partial void LogReported(ILogger logger, string key, NoticeState state, string? reason);
}

/// <summary>A provider's word on a message.</summary>
/// <param name="Id">The message's name at the provider, see <see cref="NoticeId"/>.</param>
/// <param name="HasArrived">Whether it reached the person's phone or mailbox.</param>
/// <param name="At">The moment it is about, UTC.</param>
/// <param name="Reason">Why not, in words without personal data.</param>
internal sealed record DeliveryReport(Guid Id, bool HasArrived, DateTimeOffset At, string? Reason);
