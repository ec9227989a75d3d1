using System.Collections.Concurrent;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>Reading connections, lent to one caller at a time. Each read sees one committed state.</summary>
internal sealed class ReadConnections(Func<SqliteDatabase> open) : IDisposable
{
    private readonly ConcurrentBag<SqliteDatabase> _idle = [];
    private volatile bool _closed;

    public T Read<T>(Func<SqliteDatabase, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var database = _idle.TryTake(out var idle) ? idle : open();
        var isWell = false;
        try
        {
            database.Execute("BEGIN");
            var result = read(database);
            database.Execute("COMMIT");
            isWell = true;
            return result;
        }
        finally
        {
            if (isWell)
                _idle.Add(database);
            else
                database.Dispose();
            if (_closed) // perhaps meanwhile: then nobody else looks into the bag again
                Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var database))
            database.Dispose();
    }
}
