using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Register;

namespace Husrum.Core.Messages;

/// <summary>Messages to be sent, in the register: written with the case's own change, sent by the messenger. Due times count in whole seconds, rounded down.</summary>
public static class Outbox
{
    /// <summary>The row of the message with this key.</summary>
    public static string RowOf(string key) => "notice:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    /// <summary>The due-index row.</summary>
    public static string DueRow(DateTimeOffset due, string partition, string row) =>
        due.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "|" + partition + "|" + row;

    /// <summary>Adds a message to the batch. The batch is refused where the message exists already.</summary>
    public static RegisterBatch Add(RegisterBatch batch, Notice notice)
    {
        var row = RowOf(notice.Key);
        return batch.Insert(row, notice).Index(Partitions.NoticeDueIndex, DueRow(notice.Due, batch.Partition, row), new NoticePlace(batch.Partition, row));
    }

    /// <summary>Writes those of the messages that do not exist yet, whatever has become of the others. For activities, which may run twice.</summary>
    public static async Task PutOnceAsync(IRegister register, string partition, IReadOnlyList<Notice> notices, CancellationToken cancellation = default)
    {
        foreach (var notice in notices)
        {
            if (await register.GetAsync<Notice>(partition, RowOf(notice.Key), cancellation) is null)
                await register.CommitAsync(Add(new RegisterBatch(partition), notice), cancellation); // a conflict means that it has come meanwhile
        }
    }
}

/// <summary>A due-index row: where the message is.</summary>
/// <param name="Partition">Its case's partition.</param>
/// <param name="Row">Its row.</param>
[RegisterRecord("ix-notice-due", 1)]
public sealed record NoticePlace(string Partition, string Row);
