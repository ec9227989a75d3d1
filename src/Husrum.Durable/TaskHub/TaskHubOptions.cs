using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.TaskHub;

/// <summary>How a task hub runs.</summary>
public sealed record TaskHubOptions
{
    /// <summary>The database file; made if missing.</summary>
    public required string Path { get; init; }

    /// <summary>The clock that due times are read on; a virtual one for rehearsals and tests.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Tables other than the hub's own that live in the same file, as numbered migrations.</summary>
    public IReadOnlyList<Migration> Migrations { get; init; } = [];

    /// <summary>How many activities run at once.</summary>
    public int MaxConcurrentActivities { get; init; } = 64;

    /// <summary>
    /// One thing after the other, for simulations that must come out the same each time: whoever writes hears of it when everything has been done that followed from it,
    /// and an activity starts when somebody waits for the rest (<see cref="SqliteTaskHub.WhenIdleAsync"/>) and nothing else is to be done. With one caller and one activity at a time,
    /// the order of all writes and what is one commit follow from what is asked of the hub, and not from who was quicker.
    /// </summary>
    public bool TakeTurns { get; init; }

    /// <summary>How many instances' live executions are kept in memory between episodes; 0 replays every episode from the history.</summary>
    public int MaxCachedExecutions { get; init; } = 1_000;

    /// <summary>After so many starts of the process that found the same work unfinished, its instance is parked.</summary>
    public int MaxRecoveries { get; init; } = 10;

    /// <summary>Keep the words of exceptions in histories. False where they could quote personal data; the type and the place are always kept.</summary>
    public bool KeepFailureMessages { get; init; } = true;

    /// <summary>
    /// After so long a rest that follows much work, the process gives the memory it no longer needs back to the machine (a full collection, tens of milliseconds). Null: never.
    /// For a program that works in bursts on a small machine.
    /// </summary>
    public TimeSpan? GiveMemoryBackAfter { get; init; }

    /// <summary>Called, on a thread of the pool, when a background check finds the file damaged; the program should stop.</summary>
    public Action<TaskHubException>? OnDamage { get; init; }

    /// <summary>Called on the loop's thread before each commit, with its number since the start: where crash tests end the process.</summary>
    public Action<long>? BeforeCommit { get; init; }

    /// <summary>Called on the loop's thread after each commit, before anybody hears of it.</summary>
    public Action<long>? AfterCommit { get; init; }

    /// <summary>Called on the loop's thread with each episode as its history has it, before the commit: how tests record histories, since a run that continues as new leaves none behind.</summary>
    public Action<RecordedEpisode>? Recorder { get; init; }

    /// <summary>The longest single timer; a longer one is cut into legs. Null in this home: the due-time index reaches any date. Set to record what a home that cannot wait so long carries.</summary>
    public TimeSpan? MaximumTimerInterval { get; init; }

    /// <summary>SQLite file system, for tests; null for the machine's.</summary>
    public string? Vfs { get; init; }

    /// <summary>SQLite's synchronous level. FULL keeps the promise; anything else is for tests that show it is needed.</summary>
    public string Synchronous { get; init; } = "FULL";
}
