using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Husrum.Durable.TaskHub;

/// <summary>
/// What a hub tells whoever listens: a span per episode and per activity, and figures. Nobody listening, it costs a look at a flag.
/// Attributes are registered names, instance ids and numbers; figures carry registered names only.
/// </summary>
internal sealed class HubTelemetry : IDisposable
{
    private static readonly ActivitySource Source = new(TelemetryNames.Durable);

    private readonly Meter _meter = new(TelemetryNames.Durable);
    private readonly Counter<long> _episodes;
    private readonly Counter<long> _parked;
    private readonly Histogram<double> _timerLag;
    private readonly Histogram<double> _activityTime;

    /// <param name="queueDepth">Activities and instances that are ready; asked for from any thread.</param>
    public HubTelemetry(Func<(int Activities, int Instances)> queueDepth)
    {
        _episodes = _meter.CreateCounter<long>("husrum.durable.episodes", "{episode}", "Episodes that were run.");
        _parked = _meter.CreateCounter<long>("husrum.durable.parked", "{instance}", "Instances that were set aside.");
        _timerLag = _meter.CreateHistogram<double>("husrum.durable.timer.lag", "s", "How long after its due time a timer fired.");
        _activityTime = _meter.CreateHistogram<double>("husrum.durable.activity.duration", "s", "How long an activity ran.");
        _meter.CreateObservableGauge("husrum.durable.queue.depth", () => Measure(queueDepth()), "{item}", "What is ready and waits for its turn, or is being done.");
    }

    /// <summary>A span, or null where nobody listens.</summary>
    public static Activity? Episode(InstanceRow row, int events)
    {
        if (!Source.HasListeners() || Source.StartActivity("episode " + row.Name) is not { } span)
            return null;
        return span.SetTag("durable.orchestrator", row.Name).SetTag("durable.instance", row.Id).SetTag("durable.generation", row.Generation).SetTag("durable.events", events);
    }

    /// <summary>A span, or null where nobody listens.</summary>
    public static Activity? Call(ActivityCall call)
    {
        if (!Source.HasListeners() || Source.StartActivity("activity " + call.Name) is not { } span)
            return null;
        return span.SetTag("durable.activity", call.Name).SetTag("durable.instance", call.InstanceId).SetTag("durable.task", call.TaskId);
    }

    public void EpisodeRan(string orchestrator)
    {
        if (_episodes.Enabled)
            _episodes.Add(1, Tag("durable.orchestrator", orchestrator));
    }

    public void Parked(string orchestrator)
    {
        if (_parked.Enabled)
            _parked.Add(1, Tag("durable.orchestrator", orchestrator));
    }

    public void TimerFired(long dueMs, long nowMs)
    {
        if (_timerLag.Enabled)
            _timerLag.Record(Math.Max(0, nowMs - dueMs) / 1_000.0);
    }

    /// <summary>To be handed to <see cref="ActivityEnded"/>; 0 where nobody listens.</summary>
    public long Begin() => _activityTime.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>An activity has ended.</summary>
    public void ActivityEnded(ActivityCall call, ActivityOutcome outcome, long begun, Activity? span)
    {
        var word = outcome switch
        {
            { IsInterrupted: true } => "interrupted",
            { Parked: not null } => "parked",
            { Failure: not null } => "failed",
            _ => "completed",
        };
        if (begun != 0)
            _activityTime.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, Tag("durable.activity", call.Name), Tag("durable.outcome", word));
        if (span is null)
            return;
        span.SetTag("durable.outcome", word);
        if (outcome.Failure is { } failure)
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", failure.ErrorType); // its words could quote somebody
        span.Dispose();
    }

    public void Dispose() => _meter.Dispose();

    private static Measurement<int>[] Measure((int Activities, int Instances) depth) =>
        [new(depth.Activities, Tag("durable.kind", "activities")), new(depth.Instances, Tag("durable.kind", "instances"))];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
