using System.Globalization;
using Husrum.Core.Register;

namespace Husrum.Core.Retention;

/// <summary>The look-up of what is to be deleted when. A hint: the record itself says whether it is time.</summary>
public static class RetentionIndex
{
    /// <summary>Notes that a partition may be deleted from a local date on.</summary>
    public static RegisterBatch Add(RegisterBatch batch, DateOnly from) => batch.Index(Partitions.RetainIndex, Row(from, batch.Partition), new RetainPlace(batch.Partition));

    /// <summary>Removes the note.</summary>
    public static RegisterBatch Remove(RegisterBatch batch, DateOnly from) => batch.Unindex(Partitions.RetainIndex, Row(from, batch.Partition));

    /// <summary>The last row that is due on a local date.</summary>
    public static string Through(DateOnly today) => Day(today) + "|" + RegisterKey.AfterAll;

    private static string Row(DateOnly from, string partition) => Day(from) + "|" + partition;

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>A row of the look-up.</summary>
/// <param name="Partition">What is to be deleted.</param>
[RegisterRecord("ix-retain", 1)]
public sealed record RetainPlace(string Partition);
