using Husrum.Durable.Client;
using Husrum.Durable.Remote;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Functions.Telemetry;

namespace Husrum.Functions.Azure;

/// <summary>What the embedded home does in the background, and what only this one needs: run by the host's timer, once a minute. Each part by itself: one that fails keeps no other from its work.</summary>
internal sealed partial class Housekeeping(DurableTaskClient client, IEnumerable<Process> processes, IEnumerable<IStoreUpkeep> stores, IntentRaiser intents, FailedRuns failed, StalledInstances stalled, WaitingTimers timers, Messenger messenger, Figures figures, ILogger<Housekeeping> logger) : IDisposable
{
    // less than the minute until the next
    private static readonly TimeSpan MessagesAtMost = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>What the last housekeeping counted; null where it did not count.</summary>
    public string? LastFigures { get; private set; }

    /// <summary>All of it, once; nothing where it is being done already.</summary>
    /// <returns>The names of the parts that could not be done.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        if (!await _one.WaitAsync(TimeSpan.Zero, cancellation))
            return [];
        try
        {
            var troubles = new List<string>();
            await DoAsync("standing", StandAsync);
            await DoAsync("store", UpkeepAsync); // before what reads it
            await DoAsync("intents", intents.SweepAsync);
            await DoAsync("failed", failed.SweepAsync);
            await DoAsync("stalled", stalled.SweepAsync);
            await DoAsync("timers", timers.SweepAsync);
            await DoAsync("messages", SendAsync);
            await DoAsync("figures", async token => LastFigures = (await figures.ReadAsync(token))?.Line);
            return troubles;

            async Task DoAsync(string name, Func<CancellationToken, Task> part)
            {
                try
                {
                    await part(cancellation);
                }
                catch (Exception e) when (!cancellation.IsCancellationRequested)
                {
                    troubles.Add(name);
                    LogTrouble(logger, name, e is RpcException or TaskHubUnknownException ? e.Message : e.GetType().Name);
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task StandAsync(CancellationToken cancellation)
    {
        foreach (var (orchestrator, instanceId) in processes.SelectMany(process => process.Standing))
            await client.ScheduleNewOrchestrationInstanceAsync(FunctionNames.Of(orchestrator.Name), null, new StartOrchestrationOptions(instanceId), cancellation);
    }

    private async Task UpkeepAsync(CancellationToken cancellation)
    {
        foreach (var store in stores)
            await store.RunAsync(cancellation);
    }

    // the messenger runs by itself as long as the process does; the host must not take the process for idle while it sends
    private async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            await messenger.WhenIdleAsync().WaitAsync(MessagesAtMost, cancellation);
        }
        catch (TimeoutException)
        {
            // the next one goes on
        }
    }

    [LoggerMessage(LogLevel.Warning, "Housekeeping: '{Part}' could not be done ({Reason}); the next one tries again")]
    private static partial void LogTrouble(ILogger logger, string part, string reason);
}
