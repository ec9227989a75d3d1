using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>A file opened with a hub's care (held, checked, backed up, migrated), without a hub in it: for a home whose orchestrations live elsewhere.</summary>
public sealed class SqliteStore : IDisposable
{
    private readonly HubFile _file;

    private SqliteStore(HubFile file) => _file = file;

    /// <summary>The connection; every commit is on disk before it returns. One caller at a time.</summary>
    public SqliteDatabase Database => _file.Writer;

    /// <summary>Opens (or makes) the file and migrates it.</summary>
    /// <exception cref="TaskHubException">The file is damaged, newer than the program, or held by another process; the message says what to do.</exception>
    public static SqliteStore Open(string path, IReadOnlyList<Migration> migrations, TimeProvider time) =>
        new(HubFile.Open(new TaskHubOptions { Path = path, Migrations = migrations, Time = time }, withHub: false));

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
