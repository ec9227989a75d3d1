using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>A write with index rows, noted before anything of it is done and struck out when all of it is: what the sweep goes by.</summary>
/// <param name="Id">The write.</param>
/// <param name="Partition">Where its mark will be.</param>
/// <param name="LookUps">Its index rows, each once.</param>
/// <param name="Since">When it began, on the writer's clock, UTC.</param>
[RegisterRecord("unfinished-write", 1)]
internal sealed record UnfinishedWrite(string Id, string Partition, IReadOnlyList<LookUp> LookUps, DateTimeOffset Since)
{
    /// <summary>The partition of these notes.</summary>
    public const string Place = "ix-unfinished";

    /// <exception cref="RegisterException">A record is none, or they are too large together.</exception>
    public static UnfinishedWrite Of(RegisterBatch batch, string id, DateTimeOffset now)
    {
        var records = RegisterJson.EncodeAll(batch.Indexes.Select(index => index.Record));
        // a row that is removed and written in one batch ends as the later of the two says
        var last = new Dictionary<(string, string), LookUp>();
        foreach (var (index, record) in batch.Indexes.Zip(records))
            last[(index.Partition, index.Row)] = new LookUp(index.Partition, index.Row, record);
        return new UnfinishedWrite(id, batch.Partition, [.. last.Values], now);
    }
}

/// <summary>An index row to write, or (no record) to remove.</summary>
internal sealed record LookUp(string Partition, string Row, EncodedRecord? Record);
