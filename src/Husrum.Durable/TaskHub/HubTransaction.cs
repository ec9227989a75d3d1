using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>A write in progress on the hub's file. All that is done on it is written at once, or not at all.</summary>
public abstract class HubTransaction
{
    /// <summary>The connection, inside the transaction.</summary>
    public abstract SqliteDatabase Database { get; }

    /// <summary>Starts an instance; one that exists under this id is left as it is.</summary>
    public abstract void ScheduleNewOrchestrationInstance(TaskName orchestratorName, string instanceId, object? input);

    /// <summary>Raises an event; without effect on an instance that has ended or is unknown.</summary>
    public abstract void RaiseEvent(string instanceId, string eventName, object? payload);
}
