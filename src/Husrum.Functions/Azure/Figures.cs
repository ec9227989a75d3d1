using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Drift;

namespace Husrum.Functions.Azure;

/// <summary>
/// A line of figures for the alerts of <c>infra/modules/alerts.bicep</c>, which read it by its words. The Functions host shows no timers;
/// what is late is seen where it should have had an effect: events that were not raised, messages that were not sent.
/// </summary>
internal sealed class Figures(IEngineState engine, IRegister register, TimeProvider time, TimeProvider machine)
{
    /// <summary>Once in so long is enough for an alert, and little to read.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private DateTimeOffset _next;

    /// <summary>The line, or null where it is not time yet.</summary>
    public async Task<string?> LineAsync(CancellationToken cancellation)
    {
        if (machine.GetUtcNow() < _next)
            return null;
        var report = await engine.ReadAsync(cancellation);
        var overdue = Math.Max(Seconds(machine.GetUtcNow() - report.Intents?.Oldest), Seconds(time.GetUtcNow() - await OldestMessageAsync(cancellation)));
        var messages = 0;
        await foreach (var _ in register.QueryAsync<NoticePlace>(Partitions.NoticeTroubleIndex, cancellation: cancellation))
            messages++;
        _next = machine.GetUtcNow() + Every;
        return $"husrum-figures running={(report.IsRunning ? 1 : 0)} overdueSeconds={overdue} parked={report.ParkedCount} messages={messages}.";
    }

    private async Task<DateTimeOffset?> OldestMessageAsync(CancellationToken cancellation)
    {
        await foreach (var place in register.QueryAsync<NoticePlace>(Partitions.NoticeDueIndex, cancellation: cancellation))
        {
            if (!Outbox.WaitsForReport(place.Row))
                return Outbox.DueOf(place.Row);
        }

        return null;
    }

    private static long Seconds(TimeSpan? late) => late is { Ticks: > 0 } span ? (long)span.TotalSeconds : 0;
}
