using Husrum.Durable.TaskHub;
using Husrum.Functions.Pages.Drift;

namespace Husrum.Functions.Embedded;

/// <summary>How the embedded hub stands.</summary>
internal sealed class HubEngineState(SqliteTaskHub hub) : IEngineState
{
    public bool IsRunning => hub.IsRunning;

    public Task<EngineReport> ReadAsync(CancellationToken cancellation)
    {
        var statistics = hub.Statistics();
        return Task.FromResult(new EngineReport
        {
            Now = statistics.Now,
            IsRunning = statistics.IsRunning,
            Instances = [.. statistics.Instances.Select(count => new DriftInstances(count.Orchestrator, count.Status.ToString().ToLowerInvariant(), count.Count))],
            OverdueTimer = Of(statistics.OverdueTimer),
            NextTimer = Of(statistics.NextTimer),
            Timers = statistics.Timers,
            ReadyActivities = statistics.ReadyActivities,
            ReadyInstances = statistics.ReadyInstances,
            ParkedCount = statistics.ParkedCount,
            Parked = [.. statistics.Parked.Select(parked => new DriftParked(parked.InstanceId, parked.Orchestrator, parked.Reason, parked.Since, DriftReader.Resume(parked.InstanceId)))],
        });
    }

    public async Task<bool> ResumeAsync(string instance, string personId, CancellationToken cancellation) =>
        await WhereParkedAsync(instance, () => hub.ResumeInstanceAsync(instance, cancellation: CancellationToken.None), cancellation);

    public async Task<bool> EndAsync(string instance, CancellationToken cancellation) =>
        await WhereParkedAsync(instance, () => hub.TerminateInstanceAsync(instance, cancellation: CancellationToken.None), cancellation);

    // only what the hub has set aside: a process that runs is not for an operator to end
    private async Task<bool> WhereParkedAsync(string instance, Func<Task> act, CancellationToken cancellation)
    {
        if (await hub.GetInstanceAsync(instance, cancellation: cancellation) is not { ParkedReason: not null })
            return false;
        await act();
        return true;
    }

    private static DriftTimer? Of(WaitingTimer? timer) => timer is null ? null : new DriftTimer(timer.InstanceId, timer.Due);
}
