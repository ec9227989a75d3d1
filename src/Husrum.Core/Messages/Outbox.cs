using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Calendar;
using Husrum.Core.Register;

namespace Husrum.Core.Messages;

/// <summary>Messages to be sent, in the register: written with the case's own change, sent by the messenger. In the index due times count in whole seconds, rounded down.</summary>
public static class Outbox
{
    /// <summary>What the rows of messages begin with.</summary>
    public const string RowPrefix = "notice:";

    private const string Stamp = "yyyyMMddHHmmss";

    private const string ReportEnd = "|report";

    /// <summary>The row of the message with this key.</summary>
    public static string RowOf(string key) => RowPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    /// <summary>An index row: by moment, then by place.</summary>
    public static string DueRow(DateTimeOffset due, string partition, string row) =>
        due.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + "|" + partition + "|" + row;

    /// <summary>An index row of the same list: by the moment until which a report is waited for.</summary>
    public static string ReportRow(DateTimeOffset due, string partition, string row) => DueRow(due, partition, row) + ReportEnd;

    /// <summary>True for the index row of a message that is sent and whose report is waited for.</summary>
    public static bool WaitsForReport(string dueRow) => dueRow.EndsWith(ReportEnd, StringComparison.Ordinal);

    /// <summary>Above every index row up to this moment, and below those after.</summary>
    public static string DueThrough(DateTimeOffset moment) => moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + "|~";

    /// <summary>The moment an index row is under.</summary>
    public static DateTimeOffset DueOf(string dueRow) =>
        new(DateTime.ParseExact(dueRow[..Stamp.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    /// <summary>The whole second a moment is in.</summary>
    public static DateTimeOffset Second(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>True where a person has to look at it.</summary>
    public static bool NeedsAPerson(Notice notice) => !notice.IsPassedOn && (notice.State is NoticeState.Failed or NoticeState.Uncertain or NoticeState.Held);

    /// <summary>The same message by its other way, or null where it has none. It exists once, also where the process wrote it itself.</summary>
    /// <param name="notice">The message that does not reach the person.</param>
    /// <param name="now">UTC.</param>
    public static Notice? ByOtherWay(Notice notice, DateTimeOffset now) => notice.Fallback is not { } other || notice.UsefulUntil <= now
        ? null
        : new Notice
        {
            Key = NoticeKey.InChannel(notice.Key, other.Channel),
            Channel = other.Channel,
            Template = notice.Template,
            Language = notice.Language,
            To = other.To,
            Fields = notice.Fields,
            Links = notice.Links,
            Due = SendWindow.IsOpen(notice.Due) ? SendWindow.Next(now) : now,
            UsefulUntil = notice.UsefulUntil,
            MustArrive = notice.MustArrive,
            PersonId = notice.PersonId,
            Group = notice.Group,
            IsRecruitment = notice.IsRecruitment,
        };

    /// <summary>Adds a message to the batch. The batch is refused where the message exists already.</summary>
    public static RegisterBatch Add(RegisterBatch batch, Notice notice)
    {
        var row = RowOf(notice.Key);
        var index = DueRow(notice.Due, batch.Partition, row);
        var place = new NoticePlace(batch.Partition, row);
        return batch.Insert(row, notice).Index(Partitions.NoticeDueIndex, index, place).Index(Partitions.NoticeIndex, index, place);
    }

    /// <summary>Removes a message in any state, with its index rows, for good.</summary>
    public static RegisterBatch Remove(RegisterBatch batch, Stored<Notice> notice) => Unindex(batch.Delete(notice.Row, notice.ETag), notice);

    /// <summary>Removes a message's index rows, where the row itself goes otherwise.</summary>
    public static RegisterBatch Unindex(RegisterBatch batch, Stored<Notice> notice)
    {
        var written = DueRow(notice.Value.Due, notice.Partition, notice.Row);
        if (notice.Value.ReportDue is { } report)
            batch.Unindex(Partitions.NoticeDueIndex, ReportRow(report, notice.Partition, notice.Row));
        if (notice.Value.FirstTried is not null || notice.Value.Round > 0)
        {
            foreach (var id in NoticeId.AllOf(notice.Value))
                batch.Unindex(Partitions.NoticeIdIndex, NoticeId.RowOf(id));
        }

        return batch
            .Unindex(Partitions.NoticeDueIndex, DueRow(notice.Value.NotBefore ?? notice.Value.Due, notice.Partition, notice.Row))
            .Unindex(Partitions.NoticeIndex, written)
            .Unindex(Partitions.NoticeTroubleIndex, written);
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

/// <summary>A message-index row: where the message is.</summary>
/// <param name="Partition">Its case's partition.</param>
/// <param name="Row">Its row.</param>
[RegisterRecord("ix-notice", 1)]
public sealed record NoticePlace(string Partition, string Row);
