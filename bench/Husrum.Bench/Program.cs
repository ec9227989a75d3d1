// Modes and JSON keys are those of the side-by-side harness: startup | latency N | throughput N | dormant N | dormant-restart.
// The database lies in the folder BENCH_DATA (or KIT_WORK), on a real disk, synchronous=FULL.
using Husrum.Bench;

var mode = args.Length > 0 ? args[0] : "";
var n = args.Length > 1 && int.TryParse(args[1], out var given) ? given : 0;
var folder = Environment.GetEnvironmentVariable("BENCH_DATA") ?? Environment.GetEnvironmentVariable("KIT_WORK") ?? "bench-data";
switch (mode)
{
    case "startup":
        await Modes.StartupAsync(folder);
        return 0;
    case "latency":
        await Modes.LatencyAsync(folder, n == 0 ? 20 : n);
        return 0;
    case "throughput":
        await Modes.ThroughputAsync(folder, n == 0 ? 500 : n);
        return 0;
    case "dormant":
        await Modes.DormantAsync(folder, n == 0 ? 20_000 : n);
        return 0;
    case "dormant-restart":
        await Modes.DormantRestartAsync(folder);
        return 0;
    case "burst":
        await Modes.BurstAsync(folder, n == 0 ? 10_000 : n);
        return 0;
    case "replay":
        Modes.Replay(n == 0 ? 10_000 : n);
        return 0;
    case "page" when args.Length > 1:
        await PageMode.RunAsync(folder, Path.GetFullPath(args[1]), args[2..]);
        return 0;
    default:
        Console.Error.WriteLine("usage: husrum-bench startup | latency [workflows=20] | throughput [workflows=500] | dormant [sleepers=20000] | dormant-restart | burst [timers=10000] | replay [events=10000] | page PROGRAM [arguments]");
        return 2;
}
