using System.Diagnostics.Metrics;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Drift;

namespace Husrum.Functions.Telemetry;

/// <summary>
/// What alerts judge by, in both homes: how long the oldest due timer, event or message has waited, how many instances are set aside, how many messages wait for a person's word.
/// Told to a collector as gauges of the meter <see cref="Meter"/>, and in Azure in a line that <c>infra/modules/alerts.bicep</c> reads by its words.
/// </summary>
internal sealed class Figures : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "Husrum";

    /// <summary>Once in so long is enough for an alert, and little to read.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly IEngineState _engine;
    private readonly IRegister _register;
    private readonly TimeProvider _time;
    private readonly TimeProvider _machine;
    private readonly Meter _meter = new(Meter);
    private DateTimeOffset _next;

    /// <param name="engine">What drives the orchestrations.</param>
    /// <param name="register">Where messages are.</param>
    /// <param name="time">The program's clock.</param>
    /// <param name="machine">The machine's.</param>
    public Figures(IEngineState engine, IRegister register, TimeProvider time, TimeProvider machine)
    {
        (_engine, _register, _time, _machine) = (engine, register, time, machine);
        Gauge("husrum.running", "{hub}", "1 while the hub does its work.", reading => reading.IsRunning ? 1 : 0);
        Gauge("husrum.overdue", "s", "For how long the oldest timer, event or message has been due.", reading => reading.OverdueSeconds);
        Gauge("husrum.parked", "{instance}", "Instances that are set aside or have failed.", reading => reading.Parked);
        Gauge("husrum.messages.troubled", "{message}", "Messages that failed, are uncertain or are held.", reading => reading.Messages);
    }

    /// <summary>What was read last; null before the first time.</summary>
    public FiguresReading? Last { get; private set; }

    public void Dispose() => _meter.Dispose();

    /// <summary>Reads them where it is time; null where it is not.</summary>
    public async Task<FiguresReading?> ReadAsync(CancellationToken cancellation)
    {
        if (_machine.GetUtcNow() < _next)
            return null;
        var report = await _engine.ReadAsync(cancellation);
        var overdue = new[]
        {
            Seconds(report.Now - report.OverdueTimer?.Due),
            Seconds(_machine.GetUtcNow() - report.Intents?.Oldest),
            Seconds(_time.GetUtcNow() - await OldestMessageAsync(cancellation)),
        };
        var messages = await _register.QueryAsync<NoticePlace>(Partitions.NoticeTroubleIndex, cancellation: cancellation).CountAsync(cancellation);
        _next = _machine.GetUtcNow() + Every;
        return Last = new FiguresReading(report.IsRunning, overdue.Max(), report.ParkedCount, messages);
    }

    private void Gauge(string name, string unit, string description, Func<FiguresReading, long> value) =>
        _meter.CreateObservableGauge(name, () => Last is { } reading ? [new Measurement<long>(value(reading))] : (IEnumerable<Measurement<long>>)[], unit, description);

    private async Task<DateTimeOffset?> OldestMessageAsync(CancellationToken cancellation)
    {
        await foreach (var place in _register.QueryAsync<NoticePlace>(Partitions.NoticeDueIndex, cancellation: cancellation))
        {
            if (!Outbox.WaitsForReport(place.Row))
                return Outbox.DueOf(place.Row);
        }

        return null;
    }

    private static long Seconds(TimeSpan? late) => late is { Ticks: > 0 } span ? (long)span.TotalSeconds : 0;
}

/// <summary>The figures at a moment.</summary>
/// <param name="IsRunning">True while the hub does its work.</param>
/// <param name="OverdueSeconds">For how long the oldest timer, event or message has been due.</param>
/// <param name="Parked">Instances that are set aside or have failed.</param>
/// <param name="Messages">Messages that wait for a person's word.</param>
internal sealed record FiguresReading(bool IsRunning, long OverdueSeconds, long Parked, int Messages)
{
    /// <summary>Longer than this something is stuck and not merely busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>True where a person should look.</summary>
    public bool NeedsAPerson => !IsRunning || OverdueSeconds > Patience.TotalSeconds || Parked > 0 || Messages > 0;

    /// <summary>As the alerts in Azure read it.</summary>
    public string Line => $"husrum-figures running={(IsRunning ? 1 : 0)} overdueSeconds={OverdueSeconds} parked={Parked} messages={Messages}.";
}
