using System.Runtime.CompilerServices;
using Husrum.Durable.Client;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable.Remote;

/// <summary>
/// A client of a task hub in another process, by the first way that answers: its gRPC service on loopback, then its webhooks. Calls are tried again where the way failed;
/// an event may therefore arrive twice, a start never begins an instance twice.
/// </summary>
public sealed class RemoteTaskClient : DurableTaskClient
{
    private const int Attempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Func<IReadOnlyList<ITaskHubTransport>> _ways;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>A client that asks where the hub is at each call.</summary>
    /// <param name="http">For all calls; its time-out is how long one may take.</param>
    /// <param name="address">Where the hub is; null as long as nobody has said so.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="logger">For what is tried again; addresses are never logged.</param>
    public RemoteTaskClient(HttpClient http, Func<TaskHubAddress?> address, TimeProvider time, ILogger logger)
        : this(() => Ways(http, address()), time, logger)
    {
    }

    internal RemoteTaskClient(IReadOnlyList<ITaskHubTransport> ways, TimeProvider time, ILogger logger)
        : this(() => ways, time, logger)
    {
    }

    private RemoteTaskClient(Func<IReadOnlyList<ITaskHubTransport>> ways, TimeProvider time, ILogger logger) => (_ways, _time, _logger) = (ways, time, logger);

    /// <inheritdoc />
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var json = DataConverter.Serialize(input);
        var isChosen = options?.InstanceId is not null;
        for (var attempt = 1; ; attempt++)
        {
            // the extension would run a completed id again, and answers a running one with an error
            if ((isChosen || attempt > 1) && await GetInstanceAsync(id, false, cancellation) is not null)
                return id;
            try
            {
                await OnAnyWayAsync(w => w.StartAsync(orchestratorName.Name, id, json, options?.Version, options?.StartAt, cancellation));
                return id;
            }
            catch (Exception e) when (attempt < Attempts && e is RpcException or HttpRequestException)
            {
                await PauseAsync("start", attempt, cancellation);
            }
        }
    }

    /// <inheritdoc />
    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        TryRaiseEventAsync(instanceId, eventName, eventPayload, cancellation);

    /// <summary>As <see cref="RaiseEventAsync"/>, and says whether the hub knows the instance.</summary>
    /// <returns>False where it does not: the event went nowhere. True also where the instance has ended.</returns>
    public Task<bool> TryRaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        var json = DataConverter.Serialize(eventPayload);
        return TryAsync("raise", w => w.RaiseEventAsync(instanceId, eventName, json, cancellation), cancellation);
    }

    /// <inheritdoc />
    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation) is { IsCompleted: true } ended)
                return ended;
            await Task.Delay(Pause, _time, cancellation);
        }
    }

    /// <inheritdoc />
    public override Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        TryAsync("get", w => w.GetAsync(instanceId, getInputsAndOutputs, cancellation), cancellation);

    /// <inheritdoc />
    public override async IAsyncEnumerable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? next = null;
        do
        {
            var from = next;
            var (page, follows) = await TryAsync("query", w => w.QueryAsync(filter ?? new OrchestrationQuery(), from, cancellation), cancellation);
            foreach (var instance in page)
                yield return instance;
            next = follows;
        }
        while (next is not null);
    }

    /// <inheritdoc />
    public override Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellation = default)
    {
        var json = DataConverter.Serialize(output);
        return TryAsync("terminate", w => w.TerminateAsync(instanceId, json, cancellation), cancellation);
    }

    /// <inheritdoc />
    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TryAsync("suspend", w => w.SuspendAsync(instanceId, reason, cancellation), cancellation);

    /// <inheritdoc />
    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TryAsync("resume", w => w.ResumeAsync(instanceId, reason, cancellation), cancellation);

    /// <inheritdoc />
    public override async Task<bool> PurgeInstanceAsync(string instanceId, CancellationToken cancellation = default) =>
        // the hub itself would delete a running one, too
        await GetInstanceAsync(instanceId, false, cancellation) is { IsCompleted: true }
        && await TryAsync("purge", w => w.PurgeAsync(instanceId, cancellation), cancellation);

    private async Task TryAsync(string what, Func<ITaskHubTransport, Task> call, CancellationToken cancellation) => await TryAsync(
        what,
        async w =>
        {
            await call(w);
            return true;
        },
        cancellation);

    private async Task<T> TryAsync<T>(string what, Func<ITaskHubTransport, Task<T>> call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnAnyWayAsync(call);
            }
            catch (Exception e) when (attempt < Attempts && e is RpcException { IsTransient: true } or HttpRequestException)
            {
                await PauseAsync(what, attempt, cancellation);
            }
        }
    }

    private async Task OnAnyWayAsync(Func<ITaskHubTransport, Task> call) => await OnAnyWayAsync(async w =>
    {
        await call(w);
        return true;
    });

    private async Task<T> OnAnyWayAsync<T>(Func<ITaskHubTransport, Task<T>> call)
    {
        var ways = _ways();
        if (ways.Count == 0)
            throw new TaskHubUnknownException();
        for (var i = 0; ; i++)
        {
            try
            {
                return await call(ways[i]);
            }
            catch (Exception e) when (i + 1 < ways.Count && e is RpcException { Status: RpcStatus.Unavailable or RpcStatus.Unimplemented } or HttpRequestException)
            {
                // the next way
            }
        }
    }

    private static List<ITaskHubTransport> Ways(HttpClient http, TaskHubAddress? address)
    {
        var ways = new List<ITaskHubTransport>();
        if (address?.Rpc is { } rpc)
            ways.Add(new RpcTransport(new RpcChannel(http, rpc)));
        if (address?.Webhooks is { } webhooks)
            ways.Add(new WebhookTransport(http, webhooks, address.WebhookQuery));
        return ways;
    }

    private Task PauseAsync(string what, int attempt, CancellationToken cancellation)
    {
        _logger.LogWarning("The task hub did not take the call '{What}' (attempt {Attempt} of {Attempts}); trying again.", what, attempt, Attempts);
        return Task.Delay(Pause * (1 << attempt), _time, cancellation);
    }
}
