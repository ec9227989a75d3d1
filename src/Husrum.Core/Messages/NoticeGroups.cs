using Husrum.Core.Register;

namespace Husrum.Core.Messages;

/// <summary>Messages written ahead that belong together, such as the reminders of one visit: taken back together when what they are about is moved or called off.</summary>
public static class NoticeGroups
{
    /// <summary>Kept as the reason on messages that were taken back.</summary>
    public const string TakenBack = "taken back: what it is about has changed";

    /// <summary>
    /// Adds to the batch that the group's messages which still wait do not go. Those in hand or sent stay as they are: who got one is to be told, which the answer says.
    /// The batch is refused where one of them was taken in hand meanwhile: read and make it again.
    /// </summary>
    /// <param name="register">To read them.</param>
    /// <param name="batch">The case's batch.</param>
    /// <param name="group">See <see cref="Notice.Group"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The person ids to whom one has gone, or is going.</returns>
    public static async Task<IReadOnlyList<string>> TakeBackAsync(IRegister register, RegisterBatch batch, string group, CancellationToken cancellation = default)
    {
        var gone = new List<string>();
        await foreach (var stored in register.QueryAsync<Notice>(batch.Partition, Outbox.RowPrefix, cancellation: cancellation))
        {
            var notice = stored.Value;
            if (notice.Group != group)
                continue;
            if (notice.State == NoticeState.Due && !notice.MayHaveGone)
                Drop(batch, stored);
            else if (notice is { PersonId: { } person, State: not (NoticeState.Dropped or NoticeState.Failed) })
                gone.Add(person);
        }

        return [.. gone.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The same for a group of any size, in batches of its own. May run any number of times.</summary>
    public static async Task TakeBackAllAsync(IRegister register, string partition, string group, CancellationToken cancellation = default)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            var batch = new RegisterBatch(partition);
            await foreach (var stored in register.QueryAsync<Notice>(partition, Outbox.RowPrefix, cancellation: cancellation))
            {
                if (stored.Value.Group == group && stored.Value is { State: NoticeState.Due, MayHaveGone: false } && batch.Changes.Count < RegisterBatch.MostChanges)
                    Drop(batch, stored);
            }

            if (batch.Changes.Count == 0 || (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done && batch.Changes.Count < RegisterBatch.MostChanges))
                return;
        }
    }

    private static void Drop(RegisterBatch batch, Stored<Notice> stored) => batch
        .Replace(stored.Row, stored.Value with { State = NoticeState.Dropped, Reason = TakenBack }, stored.ETag)
        .Unindex(Partitions.NoticeDueIndex, Outbox.DueRow(stored.Value.NotBefore ?? stored.Value.Due, stored.Partition, stored.Row));
}
