using System.Globalization;
using Husrum.Core.Register;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Functions.Embedded;

/// <summary>A row as it is in the table.</summary>
internal sealed record RegisterRow(string Row, EncodedRecord Record, string ETag);

/// <summary>The register's SQL.</summary>
internal static class RegisterRows
{
    public static RegisterRow? Find(SqliteDatabase database, string partition, string row)
    {
        var statement = database.Prepare("SELECT row, kind, version, etag, body FROM register_row WHERE partition = ?1 AND row = ?2").Bind(1, partition).Bind(2, row);
        var found = statement.Step() ? Read(statement) : null;
        statement.Reset();
        return found;
    }

    /// <summary>So many rows after one, in key order (SQLite compares bytes, which for ASCII is ordinal).</summary>
    public static List<RegisterRow> Page(SqliteDatabase database, string partition, string prefix, string? after, string? through, int size)
    {
        var statement = database.Prepare("""
            SELECT row, kind, version, etag, body FROM register_row
            WHERE partition = ?1 AND row >= ?2 AND row < ?3 AND row > ?4 AND row <= ?5
            ORDER BY row LIMIT ?6
            """)
            .Bind(1, partition).Bind(2, prefix).Bind(3, prefix + RegisterKey.AfterAll)
            .Bind(4, after ?? "").Bind(5, through ?? RegisterKey.AfterAll.ToString()).Bind(6, size);
        var page = new List<RegisterRow>();
        while (statement.Step())
            page.Add(Read(statement));
        statement.Reset();
        return page;
    }

    /// <summary>The version of a row, or null where there is none.</summary>
    public static string? ETag(SqliteDatabase database, string partition, string row)
    {
        var statement = database.Prepare("SELECT etag FROM register_row WHERE partition = ?1 AND row = ?2").Bind(1, partition).Bind(2, row);
        var etag = statement.Step() ? Text(statement.Int64(0)) : null;
        statement.Reset();
        return etag;
    }

    /// <summary>A version no row has had.</summary>
    public static long NextETag(SqliteDatabase database)
    {
        var statement = database.Prepare("UPDATE register_sequence SET value = value + 1 RETURNING value");
        statement.Step();
        var value = statement.Int64(0);
        statement.Step();
        statement.Reset();
        return value;
    }

    public static void Put(SqliteDatabase database, string partition, string row, EncodedRecord record, long etag) =>
        database.Prepare("""
            INSERT INTO register_row(partition, row, kind, version, etag, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT(partition, row) DO UPDATE SET kind = ?3, version = ?4, etag = ?5, body = ?6
            """)
            .Bind(1, partition).Bind(2, row).Bind(3, record.Kind).Bind(4, record.Version).Bind(5, etag).Bind(6, record.Body).Run();

    public static void Delete(SqliteDatabase database, string partition, string row) =>
        database.Prepare("DELETE FROM register_row WHERE partition = ?1 AND row = ?2").Bind(1, partition).Bind(2, row).Run();

    private static RegisterRow Read(SqliteStatement statement) =>
        new(statement.Text(0), new EncodedRecord(statement.Text(1), (int)statement.Int64(2), statement.Text(4)), Text(statement.Int64(3)));

    private static string Text(long etag) => etag.ToString(CultureInfo.InvariantCulture);
}
