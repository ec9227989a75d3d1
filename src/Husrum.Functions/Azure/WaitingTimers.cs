using Husrum.Core.Register;
using Husrum.Durable.Protocol;
using Husrum.Durable.Remote;
using Husrum.Functions.Pages.Drift;

namespace Husrum.Functions.Azure;

/// <summary>
/// Which timer each instance waits for next, noted as episodes pass by: the Functions host shows none. A note is a hint for operators and alerts and drives nothing;
/// one that is lost shows a timer less, and one that is left over is found out when it looks overdue.
/// </summary>
internal sealed partial class WaitingTimers(IRegister register, RemoteTaskClient client, TimeProvider machine, ILogger<WaitingTimers> logger) : IWaitingTimers
{
    /// <summary>The host looks for due timers about twice a minute: later than this is late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private DateTimeOffset _nextSweep;

    public async Task NoteAsync(OrchestratorRequest request, OrchestratorResponse response)
    {
        try
        {
            var before = Next(request.PastEvents);
            var after = response.Actions.Any(action => action.CompleteOrchestration is not null)
                ? null
                : Next(request.PastEvents.Concat(request.NewEvents), response.Actions);
            if (before == after)
                return;
            var batch = new RegisterBatch(WaitingTimer.Partition);
            _ = after is { } due ? batch.Put(request.InstanceId, new WaitingTimer(request.InstanceId, due)) : batch.Delete(request.InstanceId);
            await register.CommitAsync(batch);
        }
        catch (Exception e)
        {
            LogNotKept(logger, request.InstanceId, e.GetType().Name);
        }
    }

    /// <summary>The oldest timer that is overdue, and the next one that is not; nulls where there is none.</summary>
    public async Task<(DriftTimer? Overdue, DriftTimer? Next)> ReadAsync(CancellationToken cancellation)
    {
        var (late, overdue, next) = (machine.GetUtcNow() - Late, (DriftTimer?)null, (DriftTimer?)null);
        await foreach (var timer in register.QueryAsync<WaitingTimer>(WaitingTimer.Partition, cancellation: cancellation))
        {
            var waiting = new DriftTimer(timer.Value.InstanceId, timer.Value.Due);
            if (waiting.Due >= late)
                next = next is null || waiting.Due < next.Due ? waiting : next;
            else if ((overdue is null || waiting.Due < overdue.Due) && await StillWaitsAsync(waiting, cancellation))
                overdue = waiting;
        }

        return (overdue, next);
    }

    /// <summary>Strikes out what was left behind.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        if (machine.GetUtcNow() < _nextSweep)
            return;
        await foreach (var timer in register.QueryAsync<WaitingTimer>(WaitingTimer.Partition, cancellation: cancellation))
        {
            if (timer.Value.Due < machine.GetUtcNow() - Late && !await StillWaitsAsync(new DriftTimer(timer.Value.InstanceId, timer.Value.Due), cancellation))
                await register.CommitAsync(new RegisterBatch(WaitingTimer.Partition).Delete(timer.Row, timer.ETag), cancellation);
        }

        _nextSweep = machine.GetUtcNow() + Late;
    }

    // one that has ended, or has been at work long after the timer was due, does not wait for it
    private async Task<bool> StillWaitsAsync(DriftTimer timer, CancellationToken cancellation) =>
        await client.GetInstanceAsync(timer.Instance, cancellation: cancellation) is { IsCompleted: false } run && run.LastUpdatedAt < timer.Due + Late;

    private static DateTimeOffset? Next(IEnumerable<HistoryEvent> events, IEnumerable<OrchestratorAction>? actions = null)
    {
        var waiting = new Dictionary<int, DateTimeOffset>();
        foreach (var happened in events)
        {
            if (happened.TimerCreated is { } created)
                waiting[happened.EventId] = created.FireAt.ToDateTimeOffset();
            else if (happened.TimerFired is { } fired)
                waiting.Remove(fired.TimerId);
        }

        foreach (var action in actions ?? [])
        {
            if (action.CreateTimer is { } asked)
                waiting[action.Id] = asked.FireAt.ToDateTimeOffset();
        }

        return waiting.Count == 0 ? null : waiting.Values.Min();
    }

    [LoggerMessage(LogLevel.Warning, "The timer {Instance} waits for could not be noted: {Error}")]
    private static partial void LogNotKept(ILogger logger, string instance, string error);
}

/// <summary>Hears of each episode that was run. It does not throw: the host waits for an answer.</summary>
internal interface IWaitingTimers
{
    /// <summary>What came in, and what was decided.</summary>
    Task NoteAsync(OrchestratorRequest request, OrchestratorResponse response);
}

/// <summary>Where nobody wants to know.</summary>
internal sealed class NoWaitingTimers : IWaitingTimers
{
    public Task NoteAsync(OrchestratorRequest request, OrchestratorResponse response) => Task.CompletedTask;
}

/// <summary>The timer an instance waits for next, row = its id.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Due">When it is due, UTC.</param>
[RegisterRecord("waiting-timer", 1)]
internal sealed record WaitingTimer(string InstanceId, DateTimeOffset Due)
{
    public const string Partition = "waiting-timers";
}
