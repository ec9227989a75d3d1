namespace Husrum.Functions.Pages.Drift;

/// <summary>How whatever drives the orchestrations stands, in either home.</summary>
internal interface IEngineState
{
    /// <summary>True where it does its work.</summary>
    bool IsRunning { get; }

    /// <summary>Reads how it stands.</summary>
    Task<EngineReport> ReadAsync(CancellationToken cancellation);

    /// <summary>Lets an instance that was set aside go on (a failed one in a new run).</summary>
    /// <returns>False where it is not set aside.</returns>
    Task<bool> ResumeAsync(string instance, string personId, CancellationToken cancellation);

    /// <summary>Ends an instance that was set aside; its case stays in the register.</summary>
    /// <returns>False where it is not set aside.</returns>
    Task<bool> EndAsync(string instance, CancellationToken cancellation);
}

/// <summary>How the engine stands. A null is what it cannot say of itself: the Functions host shows no timers and no queues.</summary>
internal sealed record EngineReport
{
    public required DateTimeOffset Now { get; init; }

    public required bool IsRunning { get; init; }

    public IReadOnlyList<DriftInstances> Instances { get; init; } = [];

    public DriftTimer? OverdueTimer { get; init; }

    public DriftTimer? NextTimer { get; init; }

    public long? Timers { get; init; }

    public long? ReadyActivities { get; init; }

    public long? ReadyInstances { get; init; }

    public long ParkedCount { get; init; }

    public IReadOnlyList<DriftParked> Parked { get; init; } = [];

    /// <summary>Starts and events that are recorded and not raised; null where record and event are one transaction.</summary>
    public DriftIntents? Intents { get; init; }
}
