using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Husrum.Bench;

/// <summary>One JSON line a mode, with the harness's keys.</summary>
internal static class Report
{
    public static void Print(string mode, Dictionary<string, object> values)
    {
        var line = new Dictionary<string, object> { ["at"] = DateTime.UtcNow.ToString("O"), ["engine"] = "husrum+sqlite(sync=FULL)", ["mode"] = mode, ["load"] = File.ReadAllText("/proc/loadavg").Split(' ')[0] };
        foreach (var (key, value) in values)
            line[key] = value;
        Console.WriteLine(JsonSerializer.Serialize(line));
    }

    public static Dictionary<string, object> Stats(IEnumerable<double> samples)
    {
        var sorted = samples.Order().ToArray();
        return new()
        {
            ["n"] = sorted.Length,
            ["p50_ms"] = Round(Quantile(sorted, .5)),
            ["p99_ms"] = Round(Quantile(sorted, .99)),
            ["max_ms"] = Round(sorted.Length == 0 ? 0 : sorted[^1]),
        };
    }

    public static double Round(double value) => Math.Round(value, 2);

    public static int RssMiB() => (int)Math.Round(double.Parse(Regex.Match(File.ReadAllText("/proc/self/status"), @"VmRSS:\s+(\d+)").Groups[1].Value) / 1024);

    public static double CpuMs() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    /// <summary>Since the process was started, as the machine counts (to 10 ms).</summary>
    public static double SinceStartMs() => Math.Round((DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds);

    public static double FileMiB(string path) => Math.Round(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*").Sum(f => new FileInfo(f).Length) / 1048576.0, 1);

    private static double Quantile(double[] sorted, double q) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(sorted.Length - 1, q * sorted.Length)];
}
