using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>Goes through the messages that wait, after a restore.</summary>
internal static class RestoreHolding
{
    /// <summary>At the restore, before anything runs: holds what was due by then, and notes of the rest that it comes from the backup and may go when its time comes.</summary>
    /// <returns>How many are held.</returns>
    public static async Task<int> AtRestoreAsync(IRegister register, DateTimeOffset restored)
    {
        var held = 0;
        await foreach (var (place, notice) in WaitingAsync(register))
        {
            var isDue = notice.Value.State == NoticeState.Sending || Outbox.DueOf(place) <= restored;
            await (isDue ? HoldAsync(register, place, notice) : register.CommitAsync(new RegisterBatch(notice.Partition).Replace(notice.Row, notice.Value with { Released = true }, notice.ETag)));
            held += isDue ? 1 : 0;
        }

        return held;
    }

    /// <summary>Once the orchestrations have caught up: holds what they wrote meanwhile.</summary>
    public static async Task WhenCaughtUpAsync(IRegister register)
    {
        await foreach (var (place, notice) in WaitingAsync(register))
        {
            if (!notice.Value.Released)
                await HoldAsync(register, place, notice);
        }
    }

    private static Task<CommitOutcome> HoldAsync(IRegister register, string place, Stored<Notice> notice)
    {
        var held = notice.Value with { State = NoticeState.Held, LeaseUntil = null, Reason = NoticeHold.Reason };
        var batch = new RegisterBatch(notice.Partition).Replace(notice.Row, held, notice.ETag)
            .Unindex(Partitions.NoticeDueIndex, place)
            .Index(Partitions.NoticeTroubleIndex, Outbox.DueRow(held.Due, notice.Partition, notice.Row), new NoticePlace(notice.Partition, notice.Row));
        return register.CommitAsync(batch);
    }

    private static async IAsyncEnumerable<(string Place, Stored<Notice> Notice)> WaitingAsync(IRegister register)
    {
        await foreach (var place in register.QueryAsync<NoticePlace>(Partitions.NoticeDueIndex))
        {
            if (await register.GetAsync<Notice>(place.Value.Partition, place.Value.Row) is { Value.State: NoticeState.Due or NoticeState.Sending } notice)
                yield return (place.Row, notice);
        }
    }
}
