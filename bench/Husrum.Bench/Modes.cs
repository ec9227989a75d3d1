using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Husrum.Durable;
using Husrum.Durable.Protocol;

namespace Husrum.Bench;

/// <summary>What each mode measures; the words are those of the harness's README.</summary>
internal static class Modes
{
    private const string SleepersFile = "husrum-sleepers.db";

    public static async Task StartupAsync(string folder)
    {
        await using var bench = BenchHub.Open(folder, "husrum-startup.db", fresh: false);
        await bench.RunOneAsync();
    }

    public static async Task LatencyAsync(string folder, int workflows)
    {
        await using var bench = BenchHub.Open(folder, "husrum-latency.db", fresh: true);
        await bench.RunOneByOneAsync(workflows);
        Report.Print("latency", Report.Stats(bench.Steps));
    }

    public static async Task ThroughputAsync(string folder, int workflows)
    {
        await using var bench = BenchHub.Open(folder, "husrum-throughput.db", fresh: true);
        var ids = Enumerable.Range(0, workflows).Select(i => $"wf-{i:D6}").ToArray();
        foreach (var id in ids)
        {
            bench.ReachedB[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            bench.ReachedC[id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        var cpu = Report.CpuMs();
        var watch = Stopwatch.StartNew();
        var whole = await Task.WhenAll(ids.Select(id => ApproveAsync(bench, id)));
        foreach (var id in ids)
            await bench.Hub.WaitForInstanceCompletionAsync(id);
        var wall = watch.Elapsed.TotalSeconds;
        Report.Print("throughput", new()
        {
            ["n"] = workflows,
            ["conc"] = workflows,
            ["cpu_ms_per_workflow"] = Report.Round((Report.CpuMs() - cpu) / workflows),
            ["wall_s"] = Report.Round(wall),
            ["wall_beyond_timer_s"] = Report.Round(wall - 1),
            ["workflows_per_s"] = Math.Round(workflows / wall, 1),
            ["loaded_step"] = Report.Stats(bench.LoadedSteps),
            ["e2e"] = Report.Stats(whole),
            ["rss_mib"] = Report.RssMiB(),
        });
    }

    public static async Task DormantAsync(string folder, int sleepers)
    {
        await using var bench = BenchHub.Open(folder, SleepersFile, fresh: true);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, sleepers), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (_, stop) => await bench.Hub.ScheduleNewOrchestrationInstanceAsync("dormant", cancellation: stop));
        await bench.Hub.WhenIdleAsync();
        var wall = watch.Elapsed.TotalSeconds;
        var busy = Report.RssMiB();
        await SettleAsync();
        var asleep = Report.RssMiB();
        await bench.RunOneByOneAsync(20);
        Report.Print("dormant", new()
        {
            ["n"] = sleepers,
            ["create_s"] = Math.Round(wall, 1),
            ["create_per_s"] = Math.Round(sleepers / wall, 1),
            ["rss_mib_at_once"] = busy,
            ["rss_mib"] = asleep,
            ["db_mib"] = Report.FileMiB(Path.Combine(folder, SleepersFile)),
            ["bytes_per_sleeper"] = Math.Round(Report.FileMiB(Path.Combine(folder, SleepersFile)) * 1048576 / sleepers),
            ["step_with_dormant"] = Report.Stats(bench.Steps),
        });
    }

    public static async Task DormantRestartAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        await using var bench = BenchHub.Open(folder, SleepersFile, fresh: false);
        var launch = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        await bench.RunOneAsync();
        var first = watch.Elapsed.TotalMilliseconds;
        var sinceStart = Report.SinceStartMs();
        await SettleAsync();
        var asleep = Report.RssMiB();
        await bench.RunOneByOneAsync(20);
        Report.Print("dormant-restart", new()
        {
            ["first_wf_after_process_start_ms"] = sinceStart,
            ["launch_ms"] = Math.Round(launch, 1),
            ["first_wf_after_launch_ms"] = Math.Round(first, 1),
            ["rss_mib"] = asleep,
            ["step_with_dormant"] = Report.Stats(bench.Steps),
        });
    }

    public static async Task BurstAsync(string folder, int timers)
    {
        await using var bench = BenchHub.Open(folder, "husrum-burst.db", fresh: true);
        var due = DateTime.UtcNow.AddSeconds(5 + (timers / 5_000.0));
        await Parallel.ForEachAsync(Enumerable.Range(0, timers), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (_, stop) => await bench.Hub.ScheduleNewOrchestrationInstanceAsync("alarm", due, cancellation: stop));
        await bench.Hub.WhenIdleAsync();
        var isLate = DateTime.UtcNow > due;
        while (bench.Wakings.Count < timers)
            await Task.Delay(5);
        var after = bench.Wakings.Select(w => (w - due).TotalMilliseconds).Order().ToArray();
        Report.Print("burst", new() { ["n"] = timers, ["created_in_time"] = !isLate, ["first_ms"] = Report.Round(after[0]), ["last_ms"] = Report.Round(after[^1]) });
    }

    public static void Replay(int events)
    {
        var history = StepsHistory(events);
        var registry = new DurableTaskRegistry().AddOrchestratorFunc<int, int>("steps", async (c, k) =>
        {
            for (var i = 0; i < k; i++)
                await c.CallActivityAsync<int>("step", i);
            return k;
        });
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var watch = Stopwatch.StartNew();
            var execution = new OrchestrationExecution(registry, "bench");
            execution.Replay(history);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Report.Print("replay", new() { ["events"] = history.Count, ["first_ms"] = Report.Round(times[0]), ["runs"] = Report.Stats(times) });
    }

    // as the harness lets the peers settle before it looks at their memory
    private static Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(double.TryParse(Environment.GetEnvironmentVariable("SETTLE"), out var seconds) ? seconds : 5));

    private static List<HistoryEvent> StepsHistory(int events)
    {
        var now = Timestamp.FromDateTime(DateTime.UtcNow);
        var steps = (events - 2) / 4;
        var history = new List<HistoryEvent>
        {
            new() { EventId = -1, Timestamp = now, OrchestratorStarted = new() },
            new() { EventId = -1, Timestamp = now, ExecutionStarted = new() { Name = "steps", Input = (steps + 1).ToString(), OrchestrationInstance = new() { InstanceId = "bench", ExecutionId = "0" } } },
        };
        for (var i = 0; i < steps; i++)
        {
            history.Add(new() { EventId = i, Timestamp = now, TaskScheduled = new() { Name = "step", Input = $"[{i}]" } });
            history.Add(new() { EventId = -1, Timestamp = now, OrchestratorCompleted = new() });
            history.Add(new() { EventId = -1, Timestamp = now, OrchestratorStarted = new() });
            history.Add(new() { EventId = -1, Timestamp = now, TaskCompleted = new() { TaskScheduledId = i, Result = "1" } });
        }

        return history;
    }

    private static async Task<double> ApproveAsync(BenchHub bench, string id)
    {
        var watch = Stopwatch.StartNew();
        await bench.Hub.ScheduleNewOrchestrationInstanceAsync("approval", id, new Durable.Client.StartOrchestrationOptions(id));
        await bench.ReachedB[id].Task;
        await bench.Hub.RaiseEventAsync(id, "approve", true);
        await bench.ReachedC[id].Task;
        return watch.Elapsed.TotalMilliseconds;
    }
}
