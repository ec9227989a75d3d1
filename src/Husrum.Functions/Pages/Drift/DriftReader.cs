using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Drift;

/// <summary>Puts the operators' report together. Reads only.</summary>
internal sealed class DriftReader(IEngineState engine, IRegister register, NoticeList notices, IUploadRoom room)
{
    /// <summary>How an operator resumes an instance.</summary>
    public static string Resume(string instance) => $"POST {DriftEndpoints.Path} instans={instance} ord=genoptag (the button 'Genoptag' at {DriftEndpoints.Path})";

    public async Task<DriftReport> ReadAsync(CancellationToken cancellation)
    {
        var state = await engine.ReadAsync(cancellation);
        var troubled = new List<DriftMessage>();
        await foreach (var notice in notices.TroubledAsync(cancellation))
            troubled.Add(new DriftMessage(notice.Value.Key, Word(notice.Value.State)));
        var (all, waiting) = (await CountAsync(Partitions.NoticeIndex, cancellation), await CountAsync(Partitions.NoticeDueIndex, cancellation));
        return new DriftReport(
            state.Now,
            state.IsRunning,
            state.Instances,
            state.OverdueTimer,
            state.NextTimer,
            state.Timers,
            state.ReadyActivities,
            state.ReadyInstances,
            state.ParkedCount,
            state.Parked,
            new DriftMessages(waiting, Count(troubled, NoticeState.Failed), Count(troubled, NoticeState.Uncertain), Count(troubled, NoticeState.Held), Math.Max(0, all - waiting - troubled.Count)),
            troubled,
            room.HasRoom,
            state.Intents);
    }

    private async Task<int> CountAsync(string index, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var place in register.QueryAsync<NoticePlace>(index, cancellation: cancellation))
            count += Outbox.WaitsForReport(place.Row) ? 0 : 1;
        return count;
    }

    private static int Count(List<DriftMessage> messages, NoticeState state) => messages.Count(message => message.State == Word(state));

    private static string Word(NoticeState state) => state.ToString().ToLowerInvariant();
}
