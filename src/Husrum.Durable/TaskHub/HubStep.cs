using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>
/// One transaction of the loop while it is being put together: what is delivered to whom, and what is to follow once it is on disk.
/// A message to an instance that runs in the same transaction never touches the inbox.
/// </summary>
internal sealed class HubStep(SqliteDatabase database, HubTables tables, ExecutionCache cache, DateTimeOffset now, bool keepFailureMessages) : HubTransaction
{
    private readonly Dictionary<long, List<HistoryEvent>> _delivered = [];
    private readonly Queue<long> _order = new();
    private readonly List<(long Instance, bool IsFirst)> _attempt = [];

    public override SqliteDatabase Database => database;

    public HubTables Tables => tables;

    /// <summary>The moment of this step, UTC.</summary>
    public DateTimeOffset Now => now;

    public long NowMs { get; } = now.ToUnixTimeMilliseconds();

    public List<ActivityCall> Scheduled { get; } = [];

    public List<string> EndedIds { get; } = [];

    /// <summary>Instances whose cached execution holds more than the file if this step is given up.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>Instances with inbox rows that a later step takes up.</summary>
    public List<long> Later { get; } = [];

    public long EarliestTimer { get; private set; } = long.MaxValue;

    /// <summary>The next due time may have gone with an instance that ended.</summary>
    public bool HasClearedTimers { get; private set; }

    public bool HasDeliveries => _order.Count > 0;

    /// <summary>Runs a caller's write so that it is done wholly or not at all, whatever else is in the transaction.</summary>
    public T Attempt<T>(Func<HubStep, T> run)
    {
        _attempt.Clear();
        database.Execute("SAVEPOINT caller");
        try
        {
            var result = run(this);
            database.Execute("RELEASE caller");
            return result;
        }
        catch
        {
            if (database.IsInTransaction)
                database.Execute("ROLLBACK TO caller; RELEASE caller");
            TakeBack();
            throw;
        }
    }

    public override void ScheduleNewOrchestrationInstance(TaskName orchestratorName, string instanceId, object? input) =>
        Start(orchestratorName.Name, instanceId, DataConverter.Serialize(input), version: "", startAt: null);

    public override void RaiseEvent(string instanceId, string eventName, object? payload)
    {
        if (tables.Find(instanceId) is { HasEnded: false } row)
            Deliver(row.Key, HistoryEvents.Raised(now, eventName, DataConverter.Serialize(payload)));
    }

    /// <returns>False where an instance of that id exists.</returns>
    public bool Start(string name, string id, string? input, string version, DateTimeOffset? startAt)
    {
        var delayed = startAt is { } at && at > now ? at.ToUnixTimeMilliseconds() : (long?)null;
        if (tables.Insert(id, name, version, NowMs, delayed) is not { } row)
            return false;
        Deliver(row.Key, HistoryEvents.ExecutionStarted(now, name, version, input, id, 0, parent: null));
        if (delayed is { } due)
            AddTimer(row.Key, HubSchema.DelayedStart, due);
        return true;
    }

    public void Deliver(long instance, HistoryEvent e)
    {
        var isFirst = !_delivered.TryGetValue(instance, out var events);
        if (isFirst)
        {
            _delivered.Add(instance, events = []);
            _order.Enqueue(instance);
        }

        events!.Add(e);
        _attempt.Add((instance, isFirst));
    }

    /// <summary>Makes the loop look at an instance's inbox in this step.</summary>
    public void Wake(long instance)
    {
        if (_delivered.TryAdd(instance, []))
            _order.Enqueue(instance);
    }

    public (long Instance, List<HistoryEvent> Events) TakeDelivered()
    {
        var instance = _order.Dequeue();
        _delivered.Remove(instance, out var events);
        return (instance, events!);
    }

    /// <summary>Puts what is left over into inboxes, for the next step.</summary>
    public void Spill()
    {
        while (HasDeliveries)
        {
            var (instance, events) = TakeDelivered();
            foreach (var e in events)
                tables.AddToInbox(instance, e);
            Later.Add(instance);
        }
    }

    public void Clear(InstanceRow row, bool history, bool inbox) => HasClearedTimers |= tables.Clear(row.Key, history, inbox);

    public void AddTimer(long instance, int task, long due)
    {
        tables.AddTimer(instance, task, due);
        EarliestTimer = Math.Min(EarliestTimer, due);
    }

    public void RemoveTimer(long instance, int task) => HasClearedTimers |= tables.RemoveTimer(instance, task);

    /// <summary>An activity ended: its outcome goes to the instance, if that still waits for it.</summary>
    public void Complete(ActivityCall call, ActivityOutcome outcome)
    {
        if (outcome.Parked is { } reason)
        {
            if (tables.Find(call.Instance) is { HasEnded: false } row)
                Park(row, reason);
        }
        else if (tables.RemoveTask(call))
        {
            Deliver(call.Instance, outcome.Failure is { } failure
                ? HistoryEvents.TaskFailed(now, call.TaskId, failure)
                : HistoryEvents.TaskCompleted(now, call.TaskId, outcome.Result));
        }
    }

    /// <summary>Sets an instance aside until a person resumes or terminates it. Nothing of it is lost.</summary>
    public void Park(InstanceRow row, string reason)
    {
        row.Parked = reason;
        cache.Drop(row.Key);
        tables.Update(row, NowMs);
    }

    /// <summary>Ends an instance for good, and tells its parent.</summary>
    public void End(InstanceRow row, OrchestrationStatus status, string? result, FailureDetails? failure)
    {
        row.Status = (OrchestrationRuntimeStatus)status;
        row.Parked = null;
        row.StartAt = null;
        cache.Drop(row.Key);
        Clear(row, history: false, inbox: true);
        tables.Update(row, NowMs);
        EndedIds.Add(row.Id);
        if (ParentOf(row) is { HasEnded: false } parent && parent.Generation == row.ParentGeneration)
            Deliver(parent.Key, HistoryEvents.ChildEnded(now, row.ParentTask, status, result, FailureMessages.Scrub(failure, keepFailureMessages)));
    }

    // by its key, since another may have come under its id; rows of earlier versions of the program know the id only
    private InstanceRow? ParentOf(InstanceRow row) => row switch
    {
        { ParentKey: { } key } => tables.Find(key),
        { Parent: { } id } => tables.Find(id),
        _ => null,
    };

    // a caller's write that was rolled back has delivered nothing
    private void TakeBack()
    {
        for (var i = _attempt.Count - 1; i >= 0; i--)
        {
            var (instance, isFirst) = _attempt[i];
            if (isFirst)
                _delivered.Remove(instance);
            else
                _delivered[instance].RemoveAt(_delivered[instance].Count - 1);
        }

        var order = _order.Where(_delivered.ContainsKey).ToList();
        _order.Clear();
        order.ForEach(_order.Enqueue);
    }
}
