namespace Husrum.Core.Register;

/// <summary>
/// The register: the truth about people and cases. Its shape is that of Azure Tables, in both homes: rows in partitions,
/// one partition a case or person, atomic inside a partition only, a version (ETag) on every row, look-ups as index rows that can be rebuilt.
/// </summary>
public interface IRegister
{
    /// <summary>The row, or null.</summary>
    Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
        where T : class;

    /// <summary>Rows of one partition whose key begins with <paramref name="rowPrefix"/>, in ordinal key order.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="rowPrefix">Empty for all rows.</param>
    /// <param name="through">Ends with the last key that is not above this one; null for no end.</param>
    /// <param name="cancellation">Stops between pages.</param>
    IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
        where T : class;

    /// <summary>Writes a batch: all of it or nothing. In the embedded home its index rows, starts and events are in the same transaction.</summary>
    Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default);
}

/// <summary>A record as it stands in the register.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Row">Its key in the partition.</param>
/// <param name="Value">The record.</param>
/// <param name="ETag">Its version; changes with every write.</param>
public sealed record Stored<T>(string Partition, string Row, T Value, string ETag);

/// <summary>What came of a batch.</summary>
public enum CommitOutcome
{
    /// <summary>All of it is written, for good.</summary>
    Done,

    /// <summary>A row existed already, was missing, or had another version: nothing was written.</summary>
    Conflict,
}
