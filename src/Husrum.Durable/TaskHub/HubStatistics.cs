using Husrum.Durable.Client;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>How a hub stands at one committed moment: what an operator looks at when something seems stuck. Ids, names and numbers only.</summary>
public sealed record HubStatistics
{
    /// <summary>A due time is overdue once it lies this far back; before that the loop may just be at it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>The hub's clock when it was read, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>True while the loop runs; false before the start, after the stop, and where it failed.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>How many instances are in which state, by orchestrator.</summary>
    public required IReadOnlyList<InstanceCount> Instances { get; init; }

    /// <summary>Instances set aside until a person resumes or terminates them, in the order of their ids, at most <see cref="MostParked"/>.</summary>
    public required IReadOnlyList<ParkedInstance> Parked { get; init; }

    /// <summary>How many are set aside in all.</summary>
    public required long ParkedCount { get; init; }

    /// <summary>Timers and delayed starts that wait for their moment, or are past it.</summary>
    public required long Timers { get; init; }

    /// <summary>The earliest of them, of an instance that may run; null where nothing waits.</summary>
    public required WaitingTimer? NextTimer { get; init; }

    /// <summary>The same where it lies back by more than <see cref="Grace"/>: then the hub does not do its work.</summary>
    public WaitingTimer? OverdueTimer => NextTimer is { } next && next.Due < Now - Grace ? next : null;

    /// <summary>Activities that are to run or are running.</summary>
    public required long ReadyActivities { get; init; }

    /// <summary>Instances with something in their inbox that they have not taken up, though they may run.</summary>
    public required long ReadyInstances { get; init; }

    /// <summary>Bound of <see cref="Parked"/>.</summary>
    public const int MostParked = 200;

    /// <summary>What is set aside in a hub's file, whether its hub runs or not; nothing where the file holds no hub.</summary>
    /// <param name="database">The file.</param>
    public static IReadOnlyList<ParkedInstance> ParkedIn(SqliteDatabase database) =>
        database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'instance'") == 0 ? [] : StatisticsQueries.Parked(database);
}

/// <summary>So many instances of an orchestrator in a state.</summary>
public sealed record InstanceCount(string Orchestrator, OrchestrationRuntimeStatus Status, long Count);

/// <summary>An instance that was set aside.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Orchestrator">Its registered name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Since">When it was last written to, UTC.</param>
public sealed record ParkedInstance(string InstanceId, string Orchestrator, string Reason, DateTimeOffset Since);

/// <summary>A timer, or a delayed start.</summary>
/// <param name="InstanceId">Whose.</param>
/// <param name="Due">When, UTC.</param>
public sealed record WaitingTimer(string InstanceId, DateTimeOffset Due);
