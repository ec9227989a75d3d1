using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>Listeners hear all hubs of the process, so these tests look for their own names only.</summary>
public sealed class TelemetryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_episode_and_activity_is_a_span_that_names_code_and_ids_and_nothing_carried()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Durable,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var hub = TestHub.Start(Register);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Traced_1", "Quendelina", new StartOrchestrationOptions("traced"), Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(2));
        await hub.Hub.WhenIdleAsync();

        var own = spans.Where(span => (string?)span.GetTagItem("durable.instance") == "traced").ToList();
        own.Count(span => span.DisplayName == "episode Traced_1").ShouldBe(4); // start, two activities' ends, the timer
        own.Where(span => span.DisplayName.StartsWith("activity", StringComparison.Ordinal)).Select(span => (span.DisplayName, span.GetTagItem("durable.outcome"), span.Status))
            .ShouldBe([("activity traced-good", "completed", ActivityStatusCode.Unset), ("activity traced-bad", "failed", ActivityStatusCode.Error)]);
        own.Single(span => span.Status == ActivityStatusCode.Error).GetTagItem("error.type").ShouldBe("System.InvalidOperationException");
        own.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ["durable.activity", "durable.events", "durable.generation", "durable.instance", "durable.orchestrator", "durable.outcome", "durable.task", "error.type"]);
        own.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.DisplayName).Append(span.StatusDescription ?? "")).ShouldNotContain(text => text.Contains("Quendelina", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timer_lag_queue_depth_and_counts_can_be_measured()
    {
        var (lags, counts) = (new ConcurrentQueue<double>(), new ConcurrentQueue<(string Name, string Tags)>());
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => Enable(instrument, l) };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.Name == "husrum.durable.timer.lag")
                lags.Enqueue(value);
            else
                counts.Enqueue((instrument.Name, Words(tags)));
        });
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => counts.Enqueue((instrument.Name, Words(tags))));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => counts.Enqueue((instrument.Name, Words(tags) + "=" + value)));
        listener.Start();
        await using var hub = TestHub.Start(Register);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Measured_1", null, new StartOrchestrationOptions("m"), Ct);
        await hub.Hub.WhenIdleAsync();
        hub.Clock.Now = hub.Hub.NextDue!.Value.AddSeconds(1_234.5); // late by that much
        hub.Hub.ClockMoved();
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Measured_Unknown_1", null, new StartOrchestrationOptions("p"), Ct);
        await hub.Hub.WhenIdleAsync();
        listener.RecordObservableInstruments();

        lags.ShouldContain(1_234.5);
        counts.Count(count => count == ("husrum.durable.episodes", "durable.orchestrator:Measured_1")).ShouldBe(2);
        counts.ShouldContain(("husrum.durable.parked", "durable.orchestrator:Measured_Unknown_1"));
        counts.ShouldContain(count => count.Name == "husrum.durable.queue.depth" && count.Tags.StartsWith("durable.kind:activities=", StringComparison.Ordinal));
        counts.ShouldContain(count => count.Name == "husrum.durable.queue.depth" && count.Tags.StartsWith("durable.kind:instances=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_an_activity_takes_is_measured_with_its_outcome()
    {
        var outcomes = new ConcurrentQueue<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => Enable(instrument, l) };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
        {
            if (instrument.Name == "husrum.durable.activity.duration")
                outcomes.Enqueue(Words(tags));
        });
        listener.Start();
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, int>("Timed_1", (c, _) => c.CallActivityAsync<int>("timed"))
            .AddActivityFunc<object?, int>("timed", (_, _) => Task.FromResult(1)));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("Timed_1", null, null, Ct);
        await hub.Hub.WhenIdleAsync();
        outcomes.Count(outcome => outcome == "durable.activity:timed durable.outcome:completed").ShouldBe(1);
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == TelemetryNames.Durable)
            listener.EnableMeasurementEvents(instrument);
    }

    private static string Words(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}:{tag.Value}"));

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<string, int>("Traced_1", async (c, name) =>
        {
            await c.CallActivityAsync<int>("traced-good", name);
            try
            {
                await c.CallActivityAsync<int>("traced-bad", name);
            }
            catch (TaskFailedException)
            {
                await c.CreateTimer(TimeSpan.FromDays(1), default);
            }

            return 1;
        })
        .AddOrchestratorFunc<object?, int>("Measured_1", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(1), default);
            return 1;
        })
        .AddActivityFunc<string, int>("traced-good", (_, _) => Task.FromResult(1))
        .AddActivityFunc<string, int>("traced-bad", (_, name) => throw new InvalidOperationException("It was " + name));
}
