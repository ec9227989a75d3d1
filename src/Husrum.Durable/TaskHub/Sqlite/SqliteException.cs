using SQLitePCL;

namespace Husrum.Durable.TaskHub.Sqlite;

/// <summary>SQLite said no. The message holds SQLite's words and never bound values.</summary>
public sealed class SqliteException(int code, string message) : Exception($"SQLite error {code}: {message}")
{
    /// <summary>SQLite's result code.</summary>
    public int Code { get; } = code;

    /// <summary>A unique key, a foreign key or a check stood in the way.</summary>
    public bool IsConstraint => (Code & 0xff) == raw.SQLITE_CONSTRAINT;

    /// <summary>The file is not a database, or is damaged.</summary>
    public bool IsDamage => (Code & 0xff) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>There is no room left on the disk.</summary>
    public bool IsFull => (Code & 0xff) == raw.SQLITE_FULL;

    /// <summary>Another process holds the file.</summary>
    public bool IsBusy => (Code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
}
