using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Tests.Crash;

/// <summary>Something that somebody outside does to the hub, and tries again until it is acknowledged.</summary>
/// <param name="Key">Its name; done once.</param>
/// <param name="Do">Does it.</param>
/// <param name="IsLate">Only after all that can happen has happened, timers included.</param>
internal sealed record CrashAct(string Key, Func<SqliteTaskHub, Task> Do, bool IsLate = false);

/// <summary>One entry of the once-and-only-once list, as a process that ends with a trail of its effects: <c>key=number;</c> each.</summary>
internal abstract class CrashCourse(string id)
{
    /// <summary>The instance that ends with the trail.</summary>
    public string Id => id;

    public abstract IReadOnlyList<CrashAct> Acts { get; }

    /// <summary>Effects that must have happened, and no others.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    /// <summary>How often an effect fails before it works.</summary>
    public virtual int Failures(string key) => 0;

    /// <summary>False where record and instance may part: the instance is purged while the record stays.</summary>
    public virtual bool KeepsInstance => true;

    /// <summary>What is wrong with a trail beyond what holds for all; null where nothing is.</summary>
    public virtual string? Judge(string trail, IReadOnlyDictionary<string, Outside.Effect> effects) => null;

    /// <summary>The orchestrators of all courses. The activity <c>effect</c> is registered by the life that runs them.</summary>
    public static void Register(DurableTaskRegistry registry)
    {
        StepCourse.Register(registry);
        TimerCourse.Register(registry);
        EventCourse.Register(registry);
        ChildCourse.Register(registry);
        GenerationCourse.Register(registry);
        PurgeCourse.Register(registry);
    }

    /// <summary>Record and start in one transaction; a repeat does nothing.</summary>
    protected CrashAct Starts(string orchestrator, string input, string? record = null, bool isLate = false) => new($"start {record ?? Id}", hub => hub.WriteAsync(tx =>
    {
        if (Ledger.Enter(tx, record ?? Id))
            tx.ScheduleNewOrchestrationInstance(orchestrator, Id, input);
        return true;
    }), isLate);

    /// <summary>Record and event in one transaction; a repeat does nothing.</summary>
    protected CrashAct Raises(string name, string value, bool isLate = false) => new($"event {Id}/{value}", hub => hub.WriteAsync(tx =>
    {
        if (Ledger.Enter(tx, $"{Id}/{value}"))
            tx.RaiseEvent(Id, name, value);
        return true;
    }), isLate);

    /// <summary>Runs an effect and adds it to the trail.</summary>
    protected static async Task<string> DoAsync(TaskOrchestrationContext context, string key, string trail, TaskOptions? options = null) =>
        $"{trail}{key}={await context.CallActivityAsync<string>("effect", $"{key}|{trail}", options)};";
}

/// <summary>The register of the crash tests: what was recorded in one transaction with a start or an event.</summary>
internal static class Ledger
{
    public static readonly Husrum.Durable.TaskHub.Sqlite.Migration[] Migrations = [new("ledger", 1, "CREATE TABLE ledger(id TEXT PRIMARY KEY)")];

    /// <returns>False where it was entered before.</returns>
    public static bool Enter(HubTransaction tx, string id) => tx.Database.Prepare("INSERT OR IGNORE INTO ledger(id) VALUES(?1)").Bind(1, id).Run() == 1;

    public static bool Holds(SqliteTaskHub hub, string id) => hub.Read(d =>
    {
        var statement = d.Prepare("SELECT 1 FROM ledger WHERE id = ?1").Bind(1, id);
        var found = statement.Step();
        statement.Reset();
        return found;
    });
}
