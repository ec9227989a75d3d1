using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Pages.Drift;

/// <summary>Puts the operators' report together. Reads only.</summary>
internal sealed class DriftReader(SqliteTaskHub hub, IRegister register, NoticeList notices)
{
    /// <summary>How an operator resumes an instance.</summary>
    public static string Resume(string instance) => $"POST {DriftEndpoints.Path} instans={instance} ord=genoptag (the button 'Genoptag' at {DriftEndpoints.Path})";

    public async Task<DriftReport> ReadAsync(CancellationToken cancellation)
    {
        var statistics = hub.Statistics();
        var troubled = new List<DriftMessage>();
        await foreach (var notice in notices.TroubledAsync(cancellation))
            troubled.Add(new DriftMessage(notice.Value.Key, Word(notice.Value.State)));
        var (all, waiting) = (await CountAsync(Partitions.NoticeIndex, cancellation), await CountAsync(Partitions.NoticeDueIndex, cancellation));
        return new DriftReport(
            statistics.Now,
            statistics.IsRunning,
            [.. statistics.Instances.Select(count => new DriftInstances(count.Orchestrator, count.Status.ToString().ToLowerInvariant(), count.Count))],
            Of(statistics.OverdueTimer),
            Of(statistics.NextTimer),
            statistics.Timers,
            statistics.ReadyActivities,
            statistics.ReadyInstances,
            statistics.ParkedCount,
            [.. statistics.Parked.Select(parked => new DriftParked(parked.InstanceId, parked.Orchestrator, parked.Reason, parked.Since, Resume(parked.InstanceId)))],
            new DriftMessages(waiting, Count(troubled, NoticeState.Failed), Count(troubled, NoticeState.Uncertain), Count(troubled, NoticeState.Held), Math.Max(0, all - waiting - troubled.Count)),
            troubled);
    }

    private async Task<int> CountAsync(string index, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var _ in register.QueryAsync<NoticePlace>(index, cancellation: cancellation))
            count++;
        return count;
    }

    private static int Count(List<DriftMessage> messages, NoticeState state) => messages.Count(message => message.State == Word(state));

    private static string Word(NoticeState state) => state.ToString().ToLowerInvariant();

    private static DriftTimer? Of(WaitingTimer? timer) => timer is null ? null : new DriftTimer(timer.InstanceId, timer.Due);
}
