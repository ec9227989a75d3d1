namespace Husrum.Functions.Pages.Drift;

/// <summary>How the program is doing, for operators (<c>/drift.json</c>). Ids, names of code and numbers; never a person.</summary>
/// <param name="Now">The program's clock, UTC.</param>
/// <param name="Running">True while the hub runs.</param>
/// <param name="Instances">Instances by orchestrator and state.</param>
/// <param name="OverdueTimer">The oldest due time that has passed by more than a minute; null where nothing is late.</param>
/// <param name="NextTimer">The next due time.</param>
/// <param name="Timers">How many wait; null, as with the next two, where the engine does not say.</param>
/// <param name="ReadyActivities">Queue depth: activities that are to run or are running.</param>
/// <param name="ReadyInstances">Queue depth: instances that have not taken up what came in.</param>
/// <param name="ParkedCount">How many instances are set aside, or failed.</param>
/// <param name="Parked">The first of them.</param>
/// <param name="Messages">Messages by state.</param>
/// <param name="Troubled">Messages that wait for a person's word.</param>
/// <param name="TakesUploads">False where the disk has less room than the reserve that is kept from uploads.</param>
/// <param name="Intents">Starts and events that are recorded and not raised yet; null where record and event are one transaction.</param>
public sealed record DriftReport(
    DateTimeOffset Now,
    bool Running,
    IReadOnlyList<DriftInstances> Instances,
    DriftTimer? OverdueTimer,
    DriftTimer? NextTimer,
    long? Timers,
    long? ReadyActivities,
    long? ReadyInstances,
    long ParkedCount,
    IReadOnlyList<DriftParked> Parked,
    DriftMessages Messages,
    IReadOnlyList<DriftMessage> Troubled,
    bool TakesUploads,
    DriftIntents? Intents = null)
{
    /// <summary>True where nothing asks for a person.</summary>
    public bool IsWell => Running && OverdueTimer is null && ParkedCount == 0 && Troubled.Count == 0 && TakesUploads && Intents is not { IsLate: true };
}

/// <summary>Starts and events that are recorded and not raised yet.</summary>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the oldest waits, UTC.</param>
/// <param name="IsLate">True where housekeeping should have raised it by now.</param>
public sealed record DriftIntents(int Count, DateTimeOffset? Oldest, bool IsLate);

/// <summary>So many instances in a state.</summary>
public sealed record DriftInstances(string Orchestrator, string State, long Count);

/// <summary>A timer that waits, or is late.</summary>
public sealed record DriftTimer(string Instance, DateTimeOffset Due);

/// <summary>An instance that was set aside, why, and how to let it go on.</summary>
/// <param name="Instance">Its id.</param>
/// <param name="Orchestrator">Its code, version included.</param>
/// <param name="Reason">Why it was set aside.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Resume">What to do once the reason is mended.</param>
public sealed record DriftParked(string Instance, string Orchestrator, string Reason, DateTimeOffset Since, string Resume);

/// <summary>Messages by state: waiting for their moment or on their way; failed, uncertain and held ones wait for a person; done is all the rest.</summary>
public sealed record DriftMessages(int Waiting, int Failed, int Uncertain, int Held, int Done);

/// <summary>A message that waits for a person's word, by its key.</summary>
public sealed record DriftMessage(string Key, string State);
