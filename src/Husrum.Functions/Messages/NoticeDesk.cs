using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>What a person says about messages the program will not decide on alone: failed, uncertain, held after a restore.</summary>
internal sealed class NoticeDesk(IRegister register, NoticeList list, TimeProvider time)
{
    /// <summary>Lets it go (again), under its key; what may have gone before is a new message to a provider that would take the key for a repeat. False where it is not waiting for a word.</summary>
    public Task<bool> ReleaseAsync(string partition, string row, CancellationToken cancellation = default) => ChangeAsync(
        partition,
        row,
        (notice, batch) =>
        {
            var now = time.GetUtcNow();
            batch.Index(Partitions.NoticeDueIndex, Outbox.DueRow(now, partition, row), new NoticePlace(partition, row));
            var again = notice.State == NoticeState.Held ? notice : notice with { Round = notice.Round + 1, MayHaveGone = false };
            return again with { State = NoticeState.Due, NotBefore = now, LeaseUntil = null, FirstTried = null, Reported = null, IsPassedOn = false, Reason = null, Released = true };
        },
        cancellation);

    /// <summary>Lets it be: it is not sent.</summary>
    /// <param name="partition">Its partition.</param>
    /// <param name="row">Its row.</param>
    /// <param name="by">Whose word it is: a person id.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<bool> DropAsync(string partition, string row, string by, CancellationToken cancellation = default) =>
        ChangeAsync(partition, row, (notice, _) => notice with { State = NoticeState.Dropped, Reason = NoticeReasons.DroppedBy + by }, cancellation);

    /// <summary>Records that it did arrive.</summary>
    public Task<bool> HasArrivedAsync(string partition, string row, string by, CancellationToken cancellation = default) =>
        ChangeAsync(partition, row, (notice, _) => notice with { State = NoticeState.Delivered, Reported = null, Reason = NoticeReasons.ArrivedBy + by }, cancellation);

    /// <summary>Lets all go that are held.</summary>
    /// <returns>How many.</returns>
    public Task<int> ReleaseHeldAsync(CancellationToken cancellation = default) => EachHeldAsync(n => ReleaseAsync(n.Partition, n.Row, cancellation), cancellation);

    /// <summary>Lets all be that are held.</summary>
    /// <returns>How many.</returns>
    public Task<int> DropHeldAsync(string by, CancellationToken cancellation = default) => EachHeldAsync(n => DropAsync(n.Partition, n.Row, by, cancellation), cancellation);

    private async Task<int> EachHeldAsync(Func<Stored<Notice>, Task<bool>> act, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var notice in list.TroubledAsync(cancellation))
        {
            if (notice.Value.State == NoticeState.Held && await act(notice))
                count++;
        }

        return count;
    }

    private async Task<bool> ChangeAsync(string partition, string row, Func<Notice, RegisterBatch, Notice> change, CancellationToken cancellation)
    {
        if (!row.StartsWith(Outbox.RowPrefix, StringComparison.Ordinal))
            return false;
        while (await register.GetAsync<Notice>(partition, row, cancellation) is { } stored && Outbox.NeedsAPerson(stored.Value))
        {
            var batch = new RegisterBatch(partition).Unindex(Partitions.NoticeTroubleIndex, Outbox.DueRow(stored.Value.Due, partition, row));
            batch.Replace(row, change(stored.Value, batch), stored.ETag);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return true;
        }

        return false;
    }
}
