using Google.Protobuf;
using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>The statements the loop runs on the hub's tables; nothing else in the hub writes SQL to them.</summary>
internal sealed class HubTables(SqliteDatabase database)
{
    private const string Columns = "key, id, name, version, status, generation, episodes, start_at, parent, parent_task, parent_generation, custom_status, parked, recoveries, parent_key";

    private long? _lastKey;

    public InstanceRow? Find(string id) => Row(database.Prepare($"SELECT {Columns} FROM instance WHERE id = ?1").Bind(1, id));

    public InstanceRow? Find(long key) => Row(database.Prepare($"SELECT {Columns} FROM instance WHERE key = ?1").Bind(1, key));

    /// <summary>Makes a new instance. Its key is never given a second time while this program runs: what was under way for one that is gone must not reach the next.</summary>
    /// <returns>The new row, or null where the id is taken.</returns>
    public InstanceRow? Insert(string id, string name, string version, long now, long? startAt, InstanceRow? parent = null, int parentTask = 0)
    {
        _lastKey ??= database.Scalar("SELECT max(key) FROM instance");
        var inserted = database.Prepare("""
            INSERT INTO instance(key, id, name, version, status, generation, episodes, created, updated, start_at, parent, parent_task, parent_generation, parent_key)
            VALUES(?1, ?2, ?3, ?4, 6, 0, 0, ?5, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT(id) DO NOTHING
            """).Bind(1, _lastKey.Value + 1).Bind(2, id).Bind(3, name).Bind(4, version).Bind(5, now).Bind(6, startAt)
            .Bind(7, parent?.Id).Bind(8, parent is null ? null : (long?)parentTask).Bind(9, parent?.Generation).Bind(10, parent?.Key).Run();
        return inserted == 0 ? null : new InstanceRow
        {
            Key = (_lastKey = _lastKey.Value + 1).Value,
            Id = id,
            Name = name,
            Version = version,
            StartAt = startAt,
            Parent = parent?.Id,
            ParentTask = parentTask,
            ParentGeneration = parent?.Generation ?? 0,
            ParentKey = parent?.Key,
        };
    }

    public void Update(InstanceRow row, long now) => database.Prepare("""
            UPDATE instance SET status = ?2, generation = ?3, episodes = ?4, updated = ?5, start_at = ?6, custom_status = ?7, parked = ?8, recoveries = ?9 WHERE key = ?1
            """).Bind(1, row.Key).Bind(2, (long)row.Status).Bind(3, row.Generation).Bind(4, row.Episodes).Bind(5, now)
        .Bind(6, row.StartAt).Bind(7, row.CustomStatus).Bind(8, row.Parked).Bind(9, row.Recoveries).Run();

    public void AppendHistory(long instance, long episode, HistoryChunk chunk) =>
        database.Prepare("INSERT INTO history(instance, episode, events) VALUES(?1, ?2, ?3)").Bind(1, instance).Bind(2, episode).Bind(3, chunk.ToByteArray()).Run();

    /// <exception cref="InvalidHistoryException">An episode is missing or cannot be read.</exception>
    public IEnumerable<HistoryEvent> History(long instance, long episodes)
    {
        var statement = database.Prepare("SELECT events, episode FROM history WHERE instance = ?1 ORDER BY episode").Bind(1, instance);
        var read = 0L;
        try
        {
            for (; statement.Step(); read++)
            {
                if (statement.Int64(1) != read)
                    break;
                foreach (var e in StoredEvents.Chunk(statement.Blob(0), read).Events)
                    yield return e;
            }
        }
        finally
        {
            statement.Reset();
        }

        if (read != episodes)
            throw new InvalidHistoryException($"The stored history is not whole: of {episodes} episodes, number {read} is not as it should be.");
    }

    public void AddToInbox(long instance, HistoryEvent e) =>
        database.Prepare("INSERT INTO inbox(instance, event) VALUES(?1, ?2)").Bind(1, instance).Bind(2, e.ToByteArray()).Run();

    /// <exception cref="InvalidHistoryException">A message cannot be read; the inbox is left as it is.</exception>
    public List<HistoryEvent> TakeInbox(long instance)
    {
        var events = new List<HistoryEvent>();
        var statement = database.Prepare("SELECT event FROM inbox WHERE instance = ?1 ORDER BY seq").Bind(1, instance);
        try
        {
            while (statement.Step())
                events.Add(StoredEvents.Message(statement.Blob(0)));
        }
        finally
        {
            statement.Reset();
        }

        if (events.Count > 0)
            database.Prepare("DELETE FROM inbox WHERE instance = ?1").Bind(1, instance).Run();
        return events;
    }

    /// <summary>Instances that have something in their inbox and may run.</summary>
    public List<long> WithInbox() =>
        Numbers("SELECT DISTINCT inbox.instance FROM inbox JOIN instance ON instance.key = inbox.instance WHERE instance.parked IS NULL AND instance.start_at IS NULL ORDER BY 1");

    public void AddTimer(long instance, int task, long due) =>
        database.Prepare("INSERT OR IGNORE INTO timer(due, instance, task) VALUES(?1, ?2, ?3)").Bind(1, due).Bind(2, instance).Bind(3, task).Run();

    /// <returns>False where it was not there.</returns>
    public bool RemoveTimer(long instance, int task) =>
        database.Prepare("DELETE FROM timer WHERE instance = ?1 AND task = ?2").Bind(1, instance).Bind(2, task).Run() > 0;

    /// <summary>Takes up to <paramref name="most"/> timers that are due, earliest first.</summary>
    public List<(long Due, long Instance, int Task)> TakeTimers(long now, int most)
    {
        var due = new List<(long, long, int)>();
        var statement = database.Prepare("SELECT due, instance, task FROM timer WHERE due <= ?1 ORDER BY due, instance, task LIMIT ?2").Bind(1, now).Bind(2, most);
        while (statement.Step())
            due.Add((statement.Int64(0), statement.Int64(1), (int)statement.Int64(2)));
        statement.Reset();
        foreach (var (at, instance, task) in due)
            database.Prepare("DELETE FROM timer WHERE due = ?1 AND instance = ?2 AND task = ?3").Bind(1, at).Bind(2, instance).Bind(3, task).Run();
        return due;
    }

    /// <summary>The earliest due time; <see cref="long.MaxValue"/> where nothing waits.</summary>
    public long NextTimer()
    {
        var statement = database.Prepare("SELECT min(due) FROM timer");
        statement.Step();
        var next = statement.Int64OrNull(0) ?? long.MaxValue;
        statement.Reset();
        return next;
    }

    public void AddTask(long instance, long generation, int task, string name, string? input) => database.Prepare("INSERT INTO task(instance, task, generation, name, input) VALUES(?1, ?2, ?3, ?4, ?5)")
        .Bind(1, instance).Bind(2, task).Bind(3, generation).Bind(4, name).Bind(5, input).Run();

    /// <returns>False where the task no longer belongs to anything.</returns>
    public bool RemoveTask(ActivityCall call) => database.Prepare("DELETE FROM task WHERE instance = ?1 AND task = ?2 AND generation = ?3")
        .Bind(1, call.Instance).Bind(2, call.TaskId).Bind(3, call.Generation).Run() == 1;

    /// <summary>Tasks that wait to be run, of one instance or of all that may run.</summary>
    public List<ActivityCall> Tasks(long? instance = null)
    {
        const string Select = "SELECT task.instance, instance.id, task.task, task.generation, task.name, task.input FROM task JOIN instance ON instance.key = task.instance WHERE instance.parked IS NULL";
        var calls = new List<ActivityCall>();
        var statement = instance is null ? database.Prepare(Select) : database.Prepare(Select + " AND instance.key = ?1").Bind(1, instance.Value);
        while (statement.Step())
            calls.Add(new ActivityCall(statement.Int64(0), statement.Text(1), (int)statement.Int64(2), statement.Int64(3), statement.Text(4), statement.TextOrNull(5)));
        statement.Reset();
        return calls;
    }

    /// <summary>Removes what an instance's generation left waiting: timers, tasks and, where asked, the history and the inbox.</summary>
    /// <returns>True where timers were among it.</returns>
    public bool Clear(long instance, bool history, bool inbox)
    {
        var timers = database.Prepare("DELETE FROM timer WHERE instance = ?1").Bind(1, instance).Run();
        database.Prepare("DELETE FROM task WHERE instance = ?1").Bind(1, instance).Run();
        if (history)
            database.Prepare("DELETE FROM history WHERE instance = ?1").Bind(1, instance).Run();
        if (inbox)
            database.Prepare("DELETE FROM inbox WHERE instance = ?1").Bind(1, instance).Run();
        return timers > 0;
    }

    public void DeleteInstance(long instance)
    {
        Clear(instance, history: true, inbox: true);
        database.Prepare("DELETE FROM instance WHERE key = ?1").Bind(1, instance).Run();
    }

    public string? Value(string name)
    {
        var statement = database.Prepare("SELECT value FROM hub WHERE name = ?1").Bind(1, name);
        var value = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return value;
    }

    public void SetValue(string name, string value) =>
        database.Prepare("INSERT INTO hub(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2").Bind(1, name).Bind(2, value).Run();

    /// <summary>Counts a start that found unfinished work, and parks what too many starts in a row have found.</summary>
    /// <returns>How many were parked.</returns>
    public int CountRecoveries(int most)
    {
        database.Execute("UPDATE instance SET recoveries = recoveries + 1 WHERE parked IS NULL AND key IN (SELECT instance FROM task UNION SELECT instance FROM inbox)");
        return database.Prepare("UPDATE instance SET parked = ?2 WHERE parked IS NULL AND recoveries > ?1 AND key IN (SELECT instance FROM task UNION SELECT instance FROM inbox)")
            .Bind(1, most).Bind(2, $"Its work was unfinished at {most + 1} starts in a row, without a clean stop between: it may be what ends the program.").Run();
    }

    private static InstanceRow? Row(SqliteStatement statement)
    {
        var row = !statement.Step() ? null : new InstanceRow
        {
            Key = statement.Int64(0),
            Id = statement.Text(1),
            Name = statement.Text(2),
            Version = statement.Text(3),
            Status = (OrchestrationRuntimeStatus)statement.Int64(4),
            Generation = statement.Int64(5),
            Episodes = statement.Int64(6),
            StartAt = statement.Int64OrNull(7),
            Parent = statement.TextOrNull(8),
            ParentTask = (int)statement.Int64(9),
            ParentGeneration = statement.Int64(10),
            CustomStatus = statement.TextOrNull(11),
            Parked = statement.TextOrNull(12),
            Recoveries = statement.Int64(13),
            ParentKey = statement.Int64OrNull(14),
        };
        statement.Reset();
        return row;
    }

    private List<long> Numbers(string sql)
    {
        var numbers = new List<long>();
        var statement = database.Prepare(sql);
        while (statement.Step())
            numbers.Add(statement.Int64(0));
        statement.Reset();
        return numbers;
    }
}
