using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Remote;

/// <summary>The extension's own gRPC service on loopback: no key, no public address.</summary>
internal sealed class RpcTransport(RpcChannel channel) : ITaskHubTransport
{
    public Task StartAsync(string orchestrator, string instanceId, string? input, string? version, DateTimeOffset? startAt, CancellationToken cancellation) =>
        channel.CallAsync(
            "StartInstance",
            new CreateInstanceRequest { InstanceId = instanceId, Name = orchestrator, Version = version, Input = input, ScheduledStartTimestamp = startAt?.ToTimestamp() },
            CreateInstanceResponse.Parser,
            cancellation);

    public Task<bool> RaiseEventAsync(string instanceId, string eventName, string? payload, CancellationToken cancellation) =>
        SayAsync("RaiseEvent", new RaiseEventRequest { InstanceId = instanceId, Name = eventName, Input = payload }, cancellation);

    public async Task<OrchestrationMetadata?> GetAsync(string instanceId, bool inputsAndOutputs, CancellationToken cancellation)
    {
        var answer = await channel.CallAsync("GetInstance", new GetInstanceRequest { InstanceId = instanceId, GetInputsAndOutputs = inputsAndOutputs }, GetInstanceResponse.Parser, cancellation);
        return answer.Exists ? Read(answer.OrchestrationState) : null;
    }

    public async Task<(IReadOnlyList<OrchestrationMetadata> Instances, string? Next)> QueryAsync(OrchestrationQuery query, string? from, CancellationToken cancellation)
    {
        var asked = new InstanceQuery
        {
            CreatedTimeFrom = query.CreatedFrom?.ToTimestamp(),
            CreatedTimeTo = query.CreatedTo?.ToTimestamp(),
            MaxInstanceCount = query.PageSize,
            ContinuationToken = from,
            InstanceIdPrefix = query.InstanceIdPrefix,
            FetchInputsAndOutputs = query.FetchInputsAndOutputs,
        };
        asked.RuntimeStatus.AddRange(query.Statuses?.Select(s => (OrchestrationStatus)s) ?? []);
        var answer = await channel.CallAsync("QueryInstances", new QueryInstancesRequest { Query = asked }, QueryInstancesResponse.Parser, cancellation);
        return (answer.OrchestrationState.Select(Read).ToList(), string.IsNullOrEmpty(answer.ContinuationToken) ? null : answer.ContinuationToken);
    }

    public Task TerminateAsync(string instanceId, string? output, CancellationToken cancellation) =>
        SayAsync("TerminateInstance", new TerminateRequest { InstanceId = instanceId, Output = output }, cancellation);

    public Task SuspendAsync(string instanceId, string? reason, CancellationToken cancellation) =>
        SayAsync("SuspendInstance", new SuspendRequest { InstanceId = instanceId, Reason = reason }, cancellation);

    public Task ResumeAsync(string instanceId, string? reason, CancellationToken cancellation) =>
        SayAsync("ResumeInstance", new ResumeRequest { InstanceId = instanceId, Reason = reason }, cancellation);

    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) =>
        (await channel.CallAsync("PurgeInstances", new PurgeInstancesRequest { InstanceId = instanceId, IsOrchestration = true }, PurgeInstancesResponse.Parser, cancellation)).DeletedInstanceCount > 0;

    // to an instance that is unknown or has ended these have no effect, as in the embedded hub
    private async Task<bool> SayAsync(string method, IMessage request, CancellationToken cancellation)
    {
        try
        {
            await channel.CallAsync(method, request, NoContent.Parser, cancellation);
            return true;
        }
        catch (RpcException e) when (e.Status is RpcStatus.NotFound or RpcStatus.FailedPrecondition)
        {
            return e.Status != RpcStatus.NotFound;
        }
    }

    private static OrchestrationMetadata Read(OrchestrationState? state) => state is not { CreatedTimestamp: not null, LastUpdatedTimestamp: not null }
        ? throw new RpcException(RpcStatus.Internal, "GetInstance or QueryInstances: the answer holds no whole state")
        : new(state.Name, state.InstanceId, (OrchestrationRuntimeStatus)state.OrchestrationStatus, state.CreatedTimestamp.ToDateTimeOffset(), state.LastUpdatedTimestamp.ToDateTimeOffset())
        {
            Version = state.Version ?? "",
            SerializedInput = state.Input,
            SerializedOutput = state.Output,
            SerializedCustomStatus = state.CustomStatus,
            FailureDetails = HistoryEvents.ToPublic(state.FailureDetails),
        };
}
