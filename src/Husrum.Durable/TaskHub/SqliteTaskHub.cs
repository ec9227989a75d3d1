using Husrum.Durable.Client;
using Husrum.Durable.TaskHub.Sqlite;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable.TaskHub;

/// <summary>The embedded task hub: instances, histories, inboxes and due times in one SQLite file, and the loop that drives them.</summary>
public abstract class SqliteTaskHub : DurableTaskClient, IAsyncDisposable
{
    /// <summary>Opens (or makes) the file, migrates it, and takes hold of it. Nothing runs before <see cref="Start"/>.</summary>
    /// <exception cref="TaskHubException">The file is damaged, newer than the program, or held by another process; the message says what to do.</exception>
    public static SqliteTaskHub Open(TaskHubOptions options, DurableTaskRegistry registry, IServiceProvider services, ILoggerFactory? loggers = null) =>
        new EmbeddedTaskHub(options, registry, services, loggers);

    /// <summary>Begins to run instances and activities.</summary>
    public abstract void Start();

    /// <summary>Stops taking up work, waits for the running episode and activities (cancelled after a grace), and closes the file.</summary>
    public abstract Task StopAsync();

    /// <summary>Runs <paramref name="write"/> inside the next transaction, grouped with others; completes when it is on disk. If it throws, nothing of it is written and the exception comes out here.</summary>
    public abstract Task<T> WriteAsync<T>(Func<HubTransaction, T> write, CancellationToken cancellation = default);

    /// <summary>Runs <paramref name="read"/> on a reading connection that sees one committed state.</summary>
    public abstract T Read<T>(Func<SqliteDatabase, T> read);

    /// <summary>When the next timer or delayed start is due, UTC; null where nothing waits. Work that is ready now is not counted.</summary>
    public abstract DateTimeOffset? NextDue { get; }

    /// <summary>The same without the timers of some instances, such as a nightly job's that is of no interest to whoever waits for something to happen.</summary>
    public abstract DateTimeOffset? NextDueWithout(IReadOnlyCollection<string> instanceIds);

    /// <summary>True while the hub's loop runs; false before <see cref="Start"/>, after <see cref="StopAsync"/>, and where the loop failed.</summary>
    public abstract bool IsRunning { get; }

    /// <summary>How the hub stands, read on a reading connection; nothing waits for it.</summary>
    public abstract HubStatistics Statistics();

    /// <summary>Completes when nothing is ready or running at the current time: no episode, no activity, no timer due.</summary>
    public abstract Task WhenIdleAsync();

    /// <summary>Tells the hub that its clock has moved, so that it looks at what is due.</summary>
    public abstract void ClockMoved();

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}

/// <summary>The hub cannot be opened. The message is for an operator: what is wrong, with which file, and what to do.</summary>
public sealed class TaskHubException(string message, Exception? inner = null) : Exception(message, inner);
