using Husrum.Durable.Client;

namespace Husrum.Durable.TaskHub;

/// <summary>An instance as the loop works on it; a row of the table <c>instance</c>.</summary>
internal sealed class InstanceRow
{
    public required long Key { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Version { get; init; } = "";

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    /// <summary>One more with each continue-as-new; what belongs to an older one is dropped.</summary>
    public long Generation { get; set; }

    /// <summary>Episodes in this generation's history.</summary>
    public long Episodes { get; set; }

    /// <summary>A delayed start waits for this moment (Unix ms); null once it has passed.</summary>
    public long? StartAt { get; set; }

    public string? Parent { get; init; }

    public int ParentTask { get; init; }

    public long ParentGeneration { get; init; }

    /// <summary>Null also for a child that an earlier version of the program started.</summary>
    public long? ParentKey { get; init; }

    public string? CustomStatus { get; set; }

    public string? Parked { get; set; }

    public long Recoveries { get; set; }

    public bool HasEnded => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Takes events in, but runs nothing for now.</summary>
    public bool IsHeld => Parked is not null || StartAt is not null;
}
