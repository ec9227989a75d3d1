using Husrum.Durable.Client;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>Reads <see cref="HubStatistics"/> on a reading connection. Walks all instances once: tens of milliseconds for a hundred thousand.</summary>
internal static class StatisticsQueries
{
    public static HubStatistics Read(SqliteDatabase database, DateTimeOffset now, bool isRunning) => new()
    {
        Now = now,
        IsRunning = isRunning,
        Instances = Rows(
            database.Prepare("SELECT name, status, count(*) FROM instance GROUP BY name, status ORDER BY name, status"),
            s => new InstanceCount(s.Text(0), (OrchestrationRuntimeStatus)s.Int64(1), s.Int64(2))),
        Parked = Parked(database),
        ParkedCount = database.Scalar("SELECT count(*) FROM instance WHERE parked IS NOT NULL"),
        Timers = database.Scalar("SELECT count(*) FROM timer"),
        NextTimer = Rows(
            database.Prepare("SELECT instance.id, timer.due FROM timer CROSS JOIN instance ON instance.key = timer.instance WHERE instance.parked IS NULL ORDER BY timer.due LIMIT 1"),
            s => new WaitingTimer(s.Text(0), At(s.Int64(1)))).FirstOrDefault(),
        ReadyActivities = database.Scalar("SELECT count(*) FROM task CROSS JOIN instance ON instance.key = task.instance WHERE instance.parked IS NULL"),
        ReadyInstances = database.Scalar("SELECT count(DISTINCT inbox.instance) FROM inbox CROSS JOIN instance ON instance.key = inbox.instance WHERE instance.parked IS NULL AND instance.start_at IS NULL"),
    };

    /// <summary>What is set aside.</summary>
    public static IReadOnlyList<ParkedInstance> Parked(SqliteDatabase database) => Rows(
        database.Prepare("SELECT id, name, parked, updated FROM instance WHERE parked IS NOT NULL ORDER BY id LIMIT ?1").Bind(1, HubStatistics.MostParked),
        s => new ParkedInstance(s.Text(0), s.Text(1), s.Text(2), At(s.Int64(3))));

    private static List<T> Rows<T>(SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        var rows = new List<T>();
        while (statement.Step())
            rows.Add(read(statement));
        statement.Reset();
        return rows;
    }

    private static DateTimeOffset At(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
}
