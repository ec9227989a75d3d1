using System.Diagnostics;
using System.Text;
using Husrum.Durable.Client;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Scripts;

/// <summary>
/// Drawn orchestrations, and what is done to them in a drawn order: starts (also twice, also for later), events (also early, also twice), turns of the clock,
/// restarts of the hub, suspensions, terminations, purges. A model that knows nothing of hubs says what must come out, and is asked again and again on the way.
/// </summary>
public sealed class ScriptTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_in_whatever_order_the_outcome_is_the_models() => await PlayAsync(150);

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Whatever_happens_in_whatever_order_the_outcome_is_the_models_ten_thousand_times() => await PlayAsync(10_000);

    private static async Task PlayAsync(int scripts)
    {
        var first = Seeds.Of("scripts");
        var watch = Stopwatch.StartNew();
        var tally = new Dictionary<string, int>();
        for (var seed = first; seed < first + scripts; seed++)
        {
            var play = new Play(new Random(seed));
            try
            {
                await play.RunAsync(tally);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"HUSRUM_SEED={seed}\n{play.Told}\n{e.Message}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{scripts} scripts, {watch.Elapsed.TotalSeconds:F0} s: {string.Join(", ", tally.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key} {t.Value}"))}");
        foreach (var needed in new[] { "restart", "suspend", "resume", "terminate", "purged", "ended Completed", "ended Terminated", "event twice", "start twice" })
            tally.ShouldContainKey(needed);
    }

    private sealed class Play(Random random)
    {
        private const int Instances = 3;
        private readonly ScriptModel?[] _models = new ScriptModel?[Instances];
        private readonly StringBuilder _told = new();
        private int _hour;
        private int _events;
        private int _starts;

        public string Told => _told.ToString();

        public async Task RunAsync(Dictionary<string, int> tally)
        {
            var cached = random.Next(3) switch { 0 => 0, 1 => 2, _ => 1_000 };
            Note($"{cached} executions cached");
            await using var hub = TestHub.Start(ScriptOrchestrators.Register, o => o with { MaxCachedExecutions = cached, Synchronous = "OFF" });
            for (var act = random.Next(20, 60); act > 0; act--)
            {
                var done = await ActAsync(hub, random.Next(Instances));
                tally[done] = tally.GetValueOrDefault(done) + 1;
            }

            foreach (var i in Enumerable.Range(0, Instances).Where(i => _models[i] is { HasBegun: true }))
            {
                await hub.Hub.WhenIdleAsync();
                await hub.Hub.ResumeInstanceAsync(Id(i), null, Ct);
                _models[i]!.Resume(_hour);
            }

            await AdvanceAsync(hub, 2_000);
            await CheckAsync(hub);
            foreach (var model in _models.OfType<ScriptModel>())
                tally[$"ended {model.Status}"] = tally.GetValueOrDefault($"ended {model.Status}") + 1;
        }

        private static string Id(int i) => $"i{i}";

        private async Task<string> ActAsync(TestHub hub, int i)
        {
            var model = _models[i];
            switch (random.Next(16))
            {
                case 0 or 1:
                    return await StartAsync(hub, i);
                case 2:
                    await AdvanceAsync(hub, random.Next(1, 80));
                    return "clock";
                case 3:
                    Note("restart");
                    await hub.RestartAsync();
                    return "restart";
                case 4 when model is { HasBegun: true }:
                    Note($"suspend {i}");
                    await hub.Hub.WhenIdleAsync(); // what is on its way would come before or after it
                    await hub.Hub.SuspendInstanceAsync(Id(i), null, Ct);
                    model.Suspend();
                    return "suspend";
                case 5 or 6 when model is { HasBegun: true }:
                    Note($"resume {i}");
                    await hub.Hub.ResumeInstanceAsync(Id(i), null, Ct);
                    model.Resume(_hour);
                    return "resume";
                case 7 when random.Next(4) == 0 && model is not null:
                    Note($"terminate {i}");
                    await hub.Hub.WhenIdleAsync();
                    await hub.Hub.TerminateInstanceAsync(Id(i), "enough", Ct);
                    model.Terminate();
                    return "terminate";
                case 8 when model is not null:
                    Note($"purge {i}");
                    await hub.Hub.WhenIdleAsync();
                    (await hub.Hub.PurgeInstanceAsync(Id(i), Ct)).ShouldBe(model.HasEnded);
                    if (!model.HasEnded)
                        return "purge refused";
                    _models[i] = null;
                    return "purged";
                case 9:
                    await CheckAsync(hub);
                    return "check";
                default:
                    return await RaiseAsync(hub, i);
            }
        }

        private async Task<string> StartAsync(TestHub hub, int i)
        {
            var steps = ScriptStep.Draw(random);
            var startsAt = random.Next(4) == 0 ? _hour + random.Next(1, 50) : _hour;
            Note($"start {i} at {startsAt}: {string.Join(", ", steps)}");
            await hub.Hub.ScheduleNewOrchestrationInstanceAsync("script", new ScriptInput(steps, 0, "", _starts++), new StartOrchestrationOptions(Id(i), TestClock.Start.AddHours(startsAt)), Ct);
            if (_models[i] is not null)
                return "start twice";
            _models[i] = new ScriptModel(steps, _hour, startsAt);
            if (startsAt == _hour)
                _models[i]!.Begin(_hour);
            return "start";
        }

        private async Task<string> RaiseAsync(TestHub hub, int i)
        {
            var (name, value, times) = (random.Next(2) == 0 ? "x" : "y", $"v{_events++}", random.Next(8) == 0 ? 2 : 1);
            Note($"event {name}={value} to {i}, {times} times");
            for (var n = 0; n < times; n++)
            {
                await hub.Hub.RaiseEventAsync(Id(i), name, value, Ct);
                _models[i]?.Raise(name, value, _hour);
            }

            return times == 2 ? "event twice" : "event";
        }

        private async Task AdvanceAsync(TestHub hub, int hours)
        {
            Note($"{hours} hours");
            var end = _hour + hours;
            await hub.AdvanceToAsync(TestClock.Start.AddHours(end));
            await hub.Hub.WhenIdleAsync();
            while (_models.OfType<ScriptModel>().Where(m => m.Due <= end).MinBy(m => m.Due) is { } next)
            {
                _hour = next.Due!.Value;
                next.Fire(_hour);
            }

            _hour = end;
        }

        private async Task CheckAsync(TestHub hub)
        {
            Note($"check at {_hour}");
            for (var i = 0; i < Instances; i++)
            {
                var instance = await IdleInstanceAsync(hub, i);
                if (_models[i] is not { } model)
                {
                    instance.ShouldBeNull($"instance {i}");
                    continue;
                }

                instance.ShouldNotBeNull($"instance {i} is lost");
                instance.ParkedReason.ShouldBeNull($"instance {i}");
                instance.RuntimeStatus.ShouldBe(model.Status, $"instance {i}: {model.Trail}");
                if (model.Status == OrchestrationRuntimeStatus.Completed)
                    instance.SerializedOutput.ShouldBe($"\"{model.Trail}\"", $"instance {i}");
                else if (model.HasBegun && model.Status != OrchestrationRuntimeStatus.Terminated)
                    instance.SerializedCustomStatus.ShouldBe($"\"{model.Trail}\"", $"instance {i}");
            }
        }

        private static async Task<OrchestrationMetadata?> IdleInstanceAsync(TestHub hub, int i)
        {
            await hub.Hub.WhenIdleAsync();
            return await hub.Hub.GetInstanceAsync(Id(i), getInputsAndOutputs: true, Ct);
        }

        private void Note(string act) => _told.AppendLine(act);
    }
}
