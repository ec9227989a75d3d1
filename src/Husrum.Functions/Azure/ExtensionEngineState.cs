using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Durable.Remote;
using Husrum.Functions.Pages.Drift;

namespace Husrum.Functions.Azure;

/// <summary>How the Durable extension stands, as far as it says: its instances by state, those that failed or stand still, and what waits to be raised to it; and the timers its instances wait for, as they were noted.</summary>
internal sealed class ExtensionEngineState(RemoteTaskClient client, LearnedAddress address, FailedRuns failed, StalledInstances stalled, WaitingTimers timers, IRegister register, TimeProvider time) : IEngineState
{
    // a page of an operator must not walk a whole table for minutes
    private const int MostCounted = 20_000;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public bool IsRunning => address.Current is not null;

    public async Task<EngineReport> ReadAsync(CancellationToken cancellation)
    {
        var parked = new List<DriftParked>();
        await foreach (var still in stalled.AllAsync(cancellation))
            parked.Add(new DriftParked(still.InstanceId, still.Orchestrator, still.Reason, still.Since, DriftReader.Resume(still.InstanceId)));
        var (overdue, next) = ((DriftTimer?)null, (DriftTimer?)null);
        var instances = await ReachAsync(async () =>
        {
            (overdue, next) = await timers.ReadAsync(cancellation);
            await foreach (var run in failed.AllAsync(cancellation))
                parked.Add(new DriftParked(run.InstanceId, run.Name, Reason(run), run.LastUpdatedAt, DriftReader.Resume(run.InstanceId)));
            return await CountAsync(cancellation);
        });
        return new EngineReport
        {
            Now = time.GetUtcNow(),
            IsRunning = instances is not null,
            Instances = instances ?? [],
            OverdueTimer = overdue,
            NextTimer = next,
            ParkedCount = parked.Count,
            Parked = parked,
            Intents = await IntentsAsync(cancellation),
        };
    }

    public async Task<bool> ResumeAsync(string instance, string personId, CancellationToken cancellation) =>
        await stalled.WakeAsync(instance, cancellation) || await failed.ReplaceAsync(instance, personId, cancellation);

    public async Task<bool> EndAsync(string instance, CancellationToken cancellation)
    {
        if (await stalled.IsStalledAsync(instance))
            await client.TerminateInstanceAsync(instance, cancellation: CancellationToken.None);
        else if (await client.GetInstanceAsync(instance, cancellation: cancellation) is not { RuntimeStatus: OrchestrationRuntimeStatus.Failed } || !await client.PurgeInstanceAsync(instance, CancellationToken.None))
            return false;
        return true;
    }

    private async Task<List<DriftInstances>> CountAsync(CancellationToken cancellation)
    {
        var counts = new SortedDictionary<(string, string), long>();
        await foreach (var run in client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 1_000), cancellation).Take(MostCounted))
        {
            var key = (run.Name, run.RuntimeStatus.ToString().ToLowerInvariant());
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. counts.Select(count => new DriftInstances(count.Key.Item1, count.Key.Item2, count.Value))];
    }

    private async Task<DriftIntents> IntentsAsync(CancellationToken cancellation)
    {
        var (count, oldest) = (0, (DateTimeOffset?)null);
        await foreach (var place in register.QueryAsync<IntentPlace>(Partitions.IntentIndex, cancellation: cancellation))
        {
            count++;
            oldest = oldest is null || place.Value.Since < oldest ? place.Value.Since : oldest;
        }

        return new DriftIntents(count, oldest, oldest < TimeProvider.System.GetUtcNow() - Late);
    }

    private static async Task<List<DriftInstances>?> ReachAsync(Func<Task<List<DriftInstances>>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is RpcException or HttpRequestException or TaskHubUnknownException)
        {
            return null;
        }
    }

    private static string Reason(OrchestrationMetadata run) => FailedRuns.IsTransport(run)
        ? "It failed on the way between the host and this program. The case goes on from the register in a new run, by itself."
        : $"It failed in its own code ({run.FailureDetails?.ErrorType ?? "no more is known"}). Mend that; resuming starts the case from the register in a new run.";
}
