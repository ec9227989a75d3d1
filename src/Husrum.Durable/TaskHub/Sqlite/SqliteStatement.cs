using SQLitePCL;

namespace Husrum.Durable.TaskHub.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite.</summary>
public sealed class SqliteStatement
{
    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _stmt;

    internal SqliteStatement(SqliteDatabase database, sqlite3_stmt stmt)
    {
        _database = database;
        _stmt = stmt;
    }

    /// <summary>Binds text, or NULL.</summary>
    public SqliteStatement Bind(int index, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_stmt, index) : raw.sqlite3_bind_text(_stmt, index, value));
        return this;
    }

    /// <summary>Binds a number.</summary>
    public SqliteStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_stmt, index, value));
        return this;
    }

    /// <summary>Binds a number, or NULL.</summary>
    public SqliteStatement Bind(int index, long? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_stmt, index) : raw.sqlite3_bind_int64(_stmt, index, value.Value));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_stmt, index, 0) : raw.sqlite3_bind_blob(_stmt, index, value));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="SqliteException">SQLite refused, also where a constraint was broken.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(_stmt);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw Failed(code),
        };
    }

    /// <summary>Runs to the end and resets.</summary>
    /// <returns>How many rows were touched.</returns>
    public int Run()
    {
        while (Step())
        {
        }

        Reset();
        return _database.Changes;
    }

    /// <summary>Makes the statement ready to run again, without bindings.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(_stmt);
        raw.sqlite3_clear_bindings(_stmt);
    }

    /// <summary>A column that is never NULL, as text.</summary>
    public string Text(int column) => raw.sqlite3_column_text(_stmt, column).utf8_to_string();

    /// <summary>A column as text, or null.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A column as a number.</summary>
    public long Int64(int column) => raw.sqlite3_column_int64(_stmt, column);

    /// <summary>A column as a number, or null.</summary>
    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    /// <summary>A column's bytes; valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_stmt, column);

    /// <summary>True where the column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_stmt, column) == raw.SQLITE_NULL;

    internal void Dispose() => _stmt.manual_close();

    private SqliteException Failed(int code)
    {
        var error = _database.Error(code);
        Reset();
        return error;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw _database.Error(code);
    }
}
