using System.Text.Json.Nodes;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Retention;

/// <summary>Deletes a partition of any size with the look-ups of its links and messages, in batches of what a batch can hold.</summary>
internal static class PartitionEraser
{
    /// <summary>Deletes every row; the main row goes last, at the version read, together with what <paramref name="last"/> adds.</summary>
    /// <returns>False where the main row changed meanwhile: then it is still there.</returns>
    public static async Task<bool> EraseAsync(IRegister register, string partition, string mainRow, string mainETag, Action<RegisterBatch> last, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(partition);
        foreach (var row in await OthersAsync(register, partition, mainRow, cancellation))
        {
            if (batch.Changes.Count == RegisterBatch.MostChanges - 1)
            {
                await register.CommitAsync(batch, cancellation);
                batch = new RegisterBatch(partition);
            }

            await UnindexAsync(register, batch, row, cancellation);
            batch.Delete(row);
        }

        batch.Delete(mainRow, mainETag);
        last(batch);
        return await register.CommitAsync(batch, cancellation) == CommitOutcome.Done;
    }

    private static async Task<IReadOnlyList<string>> OthersAsync(IRegister register, string partition, string mainRow, CancellationToken cancellation)
    {
        var rows = new List<string>();
        await foreach (var row in register.QueryAsync<JsonObject>(partition, cancellation: cancellation))
        {
            if (row.Row != mainRow)
                rows.Add(row.Row);
        }

        return rows;
    }

    private static async Task UnindexAsync(IRegister register, RegisterBatch batch, string row, CancellationToken cancellation)
    {
        if (row.StartsWith(PersonalLinks.RowOf(""), StringComparison.Ordinal))
        {
            batch.Unindex(Partitions.LinkIndex, row[PersonalLinks.RowOf("").Length..]);
            if (await register.GetAsync<LinkRecord>(batch.Partition, row, cancellation) is { Value.Purpose: LinkPurpose.Sms } link)
                ShortLinks.Unindex(batch, link.Value);
        }
        else if (row.StartsWith(Outbox.RowPrefix, StringComparison.Ordinal) && await register.GetAsync<Notice>(batch.Partition, row, cancellation) is { } notice)
            Outbox.Unindex(batch, notice);
    }
}
