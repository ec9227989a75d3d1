using System.Globalization;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>Opens the database file: takes hold of it, looks whether it is whole and not newer than the program, backs it up and migrates it.</summary>
internal sealed class HubFile : IDisposable
{
    // a file up to this size is checked before anything runs; a larger one in the background
    private const long CheckAtOnceBytes = 32L << 20;

    private readonly TaskHubOptions _options;
    private readonly FileStream? _hold;

    private HubFile(TaskHubOptions options, FileStream? hold, SqliteDatabase writer, bool checkLater)
    {
        _options = options;
        _hold = hold;
        Writer = writer;
        CheckLater = checkLater;
    }

    public SqliteDatabase Writer { get; }

    /// <summary>True where the file was too large to be checked while opening.</summary>
    public bool CheckLater { get; }

    /// <param name="options">Which file, and what to put into it beside the hub's own.</param>
    /// <param name="withHub">False for a file without a hub's tables.</param>
    /// <exception cref="TaskHubException">The file cannot be used; the message says why and what to do.</exception>
    public static HubFile Open(TaskHubOptions options, bool withHub = true)
    {
        var hold = options.Vfs is null ? TakeHold(options.Path) : null;
        SqliteDatabase? writer = null;
        try
        {
            var size = options.Vfs is null && File.Exists(options.Path) ? new FileInfo(options.Path).Length : 0;
            writer = SqliteDatabase.Open(options.Path, vfs: options.Vfs);
            writer.Execute($"PRAGMA journal_mode=WAL; PRAGMA synchronous={options.Synchronous}; PRAGMA temp_store=MEMORY;");
            RefuseForeign(writer, options.Path);
            if (size is > 0 and <= CheckAtOnceBytes)
                RefuseDamaged(writer, options.Path);
            Migrate(writer, options, withHub ? HubSchema.Migrations : []);
            return new HubFile(options, hold, writer, size > CheckAtOnceBytes);
        }
        catch (SqliteException e)
        {
            writer?.Dispose();
            hold?.Dispose();
            throw e.IsDamage ? Damaged(options.Path, e.Message) : new TaskHubException($"The database '{options.Path}' cannot be opened: {e.Message}. Check that the folder exists, is writable and has room.", e);
        }
        catch
        {
            writer?.Dispose();
            hold?.Dispose();
            throw;
        }
    }

    /// <summary>A connection that reads committed states only.</summary>
    public SqliteDatabase OpenReader() => SqliteDatabase.Open(_options.Path, readOnly: true, _options.Vfs);

    /// <summary>Throws where the pages of the file do not hang together. Takes about a second per GiB.</summary>
    public static void RefuseDamaged(SqliteDatabase database, string path)
    {
        var verdict = database.ScalarText("PRAGMA quick_check(1)");
        if (verdict != "ok")
            throw Damaged(path, verdict);
    }

    public void Dispose()
    {
        Writer.Dispose();
        _hold?.Dispose();
    }

    private static TaskHubException Damaged(string path, string detail) => new(
        $"The database '{path}' is damaged ({detail}). Nothing was changed. Stop the program, keep the file, and restore the newest backup (verb 'restore').");

    private static FileStream TakeHold(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when ((e is IOException && !IsHeld(e)) || e is UnauthorizedAccessException)
        {
            throw new TaskHubException($"The data folder '{folder}' cannot be written to: {e.Message} Mend that, or choose another folder with --data DIR.", e);
        }
        catch (IOException e)
        {
            throw new TaskHubException($"The data folder '{folder}' is in use by another running program. Stop that one first, or start this one on a folder of its own with --data DIR.", e);
        }
    }

    // the errors by which systems say that another process holds a file: Windows, Linux, macOS
    private static bool IsHeld(Exception e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static void RefuseForeign(SqliteDatabase database, string path)
    {
        var id = database.Scalar("PRAGMA application_id");
        var isEmpty = database.Scalar("SELECT count(*) FROM sqlite_schema") == 0;
        if (id != HubSchema.ApplicationId && !isEmpty)
            throw new TaskHubException($"The file '{path}' is a database of another program. Nothing was changed. Use another folder with --data DIR.");
        if (isEmpty)
            database.Execute($"PRAGMA application_id={HubSchema.ApplicationId}");
    }

    private static void Migrate(SqliteDatabase database, TaskHubOptions options, IEnumerable<Migration> own)
    {
        database.Execute("CREATE TABLE IF NOT EXISTS migration(component TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID");
        var wanted = own.Concat(options.Migrations).GroupBy(m => m.Component).ToList();
        var have = wanted.ToDictionary(g => g.Key, g => Number(database, g.Key));
        foreach (var component in wanted)
            RefuseNewer(component.Key, have[component.Key], component.Max(m => m.Number), options.Path);

        var isNew = have.Values.All(n => n == 0);
        var missing = wanted.SelectMany(g => g.Where(m => m.Number > have[g.Key]).OrderBy(m => m.Number)).ToList();
        if (missing.Count == 0)
            return;
        if (!isNew && options.Vfs is null)
            BackUp(database, options);
        database.Execute("BEGIN IMMEDIATE");
        foreach (var migration in missing)
        {
            database.Execute(migration.Sql);
            database.Prepare("INSERT INTO migration(component, number) VALUES(?1, ?2) ON CONFLICT(component) DO UPDATE SET number = ?2")
                .Bind(1, migration.Component).Bind(2, migration.Number).Run();
        }

        database.Execute("COMMIT");
    }

    private static int Number(SqliteDatabase database, string component)
    {
        var statement = database.Prepare("SELECT number FROM migration WHERE component = ?1").Bind(1, component);
        var number = statement.Step() ? (int)statement.Int64(0) : 0;
        statement.Reset();
        return number;
    }

    private static void RefuseNewer(string component, int have, int known, string path)
    {
        if (have > known)
            throw new TaskHubException($"The database '{path}' was written by a newer version of the program ({component} {have}, this program knows {known}). Nothing was changed. Start the newer version, or restore a backup from before the upgrade.");
    }

    private static void BackUp(SqliteDatabase database, TaskHubOptions options)
    {
        var stamp = options.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var target = $"{options.Path}.before-upgrade-{stamp}";
        if (!File.Exists(target))
            database.Prepare("VACUUM INTO ?1").Bind(1, target).Run();
    }
}
