using System.Text.Json;
using Azure.Core;

namespace Husrum.Functions.Azure.Tables;

/// <summary>One change of a row, as a request.</summary>
/// <param name="Method">How.</param>
/// <param name="Partition">Where.</param>
/// <param name="Key">Which row.</param>
/// <param name="Entity">What is written; null for a deletion.</param>
/// <param name="IfMatch">The version it must have, or * for any; null where it need not exist.</param>
internal sealed record TableChange(RequestMethod Method, string Partition, string Key, byte[]? Entity, string? IfMatch)
{
    /// <summary>A row that must not exist yet.</summary>
    public static TableChange Insert(string partition, TableRow row) => new(RequestMethod.Post, partition, row.Key, row.ToEntity(partition), null);

    /// <summary>A row in the place of one at that version (or * for any).</summary>
    public static TableChange Replace(string partition, TableRow row, string etag) => new(RequestMethod.Put, partition, row.Key, row.ToEntity(partition), etag);

    /// <summary>A row, whatever is there.</summary>
    public static TableChange Put(string partition, TableRow row) => new(RequestMethod.Put, partition, row.Key, row.ToEntity(partition), null);

    /// <summary>Notes on a row that is there whose write touched it; what it holds stays.</summary>
    public static TableChange Touch(string partition, string key, string write) => new(
        new RequestMethod("MERGE"), partition, key, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["PartitionKey"] = partition, ["RowKey"] = key, ["Write"] = write }), "*");

    /// <summary>No row, where it is at that version (or * for any).</summary>
    public static TableChange Delete(string partition, string key, string etag) => new(RequestMethod.Delete, partition, key, null, etag);

    /// <summary>Path below the service's address.</summary>
    public string Path(string table) => Method == RequestMethod.Post ? table : Path(table, Partition, Key);

    public static string Path(string table, string partition, string key) => $"{table}(PartitionKey='{Escaped(partition)}',RowKey='{Escaped(key)}')";

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
