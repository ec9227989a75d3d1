using Husrum.Durable.Client;

namespace Husrum.Durable.Remote;

/// <summary>One way to a task hub that lives in another process. Inputs, payloads and results are JSON already.</summary>
internal interface ITaskHubTransport
{
    Task StartAsync(string orchestrator, string instanceId, string? input, string? version, DateTimeOffset? startAt, CancellationToken cancellation);

    /// <returns>False where the hub does not know the instance.</returns>
    Task<bool> RaiseEventAsync(string instanceId, string eventName, string? payload, CancellationToken cancellation);

    Task<OrchestrationMetadata?> GetAsync(string instanceId, bool inputsAndOutputs, CancellationToken cancellation);

    Task<(IReadOnlyList<OrchestrationMetadata> Instances, string? Next)> QueryAsync(OrchestrationQuery query, string? from, CancellationToken cancellation);

    Task TerminateAsync(string instanceId, string? output, CancellationToken cancellation);

    Task SuspendAsync(string instanceId, string? reason, CancellationToken cancellation);

    Task ResumeAsync(string instanceId, string? reason, CancellationToken cancellation);

    Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation);
}
