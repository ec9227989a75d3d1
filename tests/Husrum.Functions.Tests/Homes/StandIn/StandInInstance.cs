using Husrum.Durable.Protocol;

namespace Husrum.StandIn;

/// <summary>An instance as the stand-in keeps it: the whole history, and what has come since.</summary>
internal sealed class StandInInstance(string id, string name, DateTimeOffset created)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Updated { get; set; } = created;

    public string ExecutionId { get; set; } = Guid.NewGuid().ToString("N");

    public string? Input { get; init; }

    public string? Output { get; set; }

    public string? CustomStatus { get; set; }

    public FailureDetails? Failure { get; set; }

    public OrchestrationStatus Status { get; set; } = OrchestrationStatus.Pending;

    public (string Id, int Task)? Parent { get; init; }

    public List<HistoryEvent> History { get; set; } = [];

    public List<HistoryEvent> News { get; } = [];

    public bool HasEnded => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;
}
