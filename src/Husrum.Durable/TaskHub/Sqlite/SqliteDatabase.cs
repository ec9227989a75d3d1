using SQLitePCL;

namespace Husrum.Durable.TaskHub.Sqlite;

/// <summary>
/// One SQLite connection with its prepared statements. Not thread-safe: the writer's connection belongs to the hub's loop,
/// reading connections are lent to one caller at a time.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _db;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    private SqliteDatabase(sqlite3 db) => _db = db;

    /// <summary>Rows the last INSERT, UPDATE or DELETE touched.</summary>
    public int Changes => raw.sqlite3_changes(_db);

    /// <summary>False also where SQLite has given a transaction up by itself (disk full, I/O error).</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_db) == 0;

    /// <summary>The rowid of the last INSERT.</summary>
    public long LastInsertRowId => raw.sqlite3_last_insert_rowid(_db);

    /// <summary>Opens a file. The caller sets the pragmas.</summary>
    /// <param name="path">The file; made if missing and <paramref name="readOnly"/> is false.</param>
    /// <param name="readOnly">Opens for reading only.</param>
    /// <param name="vfs">The SQLite file system to use, for tests; null for the machine's.</param>
    /// <exception cref="SqliteException">SQLite refused.</exception>
    public static SqliteDatabase Open(string path, bool readOnly = false, string? vfs = null)
    {
        SqliteLibrary.Use();
        var flags = readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out var db, flags | raw.SQLITE_OPEN_NOMUTEX, vfs);
        if (code != raw.SQLITE_OK)
        {
            db?.manual_close_v2();
            throw new SqliteException(code, "open");
        }

        raw.sqlite3_busy_timeout(db, 5_000);
        return new SqliteDatabase(db);
    }

    /// <summary>Runs one or more statements that return nothing of interest.</summary>
    /// <exception cref="SqliteException">SQLite refused.</exception>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_db, sql);
        if (code != raw.SQLITE_OK)
            throw Error(code);
    }

    /// <summary>The statement for this text, prepared once per connection, reset and without bindings. Use it before asking for the same text again.</summary>
    /// <exception cref="SqliteException">The text is not SQL that this database understands.</exception>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            var code = raw.sqlite3_prepare_v2(_db, sql, out var stmt);
            if (code != raw.SQLITE_OK)
                throw Error(code);
            statement = new SqliteStatement(this, stmt);
            _statements.Add(sql, statement);
        }

        statement.Reset();
        return statement;
    }

    /// <summary>The first column of the first row as a number; 0 where there is no row.</summary>
    public long Scalar(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.Int64(0) : 0;
        statement.Reset();
        return value;
    }

    /// <summary>The first column of the first row as text; empty where there is no row.</summary>
    public string ScalarText(string sql)
    {
        var statement = Prepare(sql);
        var value = statement.Step() ? statement.TextOrNull(0) ?? "" : "";
        statement.Reset();
        return value;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
        _db.manual_close_v2();
    }

    internal SqliteException Error(int code) => new(code, raw.sqlite3_errmsg(_db).utf8_to_string());
}
