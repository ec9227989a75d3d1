using System.Diagnostics;
using System.Globalization;
using Husrum.Core.Reconciliation;
using Husrum.Functions.Embedded;
using Husrum.Functions.Reconciliation;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary><c>simulate</c>: a whole organisation over years, on the console. What it is, goes to the output and is the same for the same seed; how long it took, to the error stream.</summary>
internal static class SimulateVerb
{
    private const int DaysAYear = 365;
    private const int BarWidth = 40;

    /// <summary>Plays what the options say.</summary>
    /// <returns>False where something is lost, doubled, mistimed or stuck.</returns>
    /// <exception cref="StartOptionsException">An option does not read.</exception>
    public static async Task<bool> RunAsync(IConfiguration options, TextWriter output, TextWriter errors)
    {
        var folder = Folder(options["data"]);
        var simulation = new SimulationOptions(Number(options, "seed", 42, int.MaxValue))
        {
            Days = Years(options["years"]),
            Families = Number(options, "families", 200, 10_000),
            Volunteers = Number(options, "volunteers", 400, 10_000),
            Claims = Number(options, "claims", 2000, 100_000),
            Faults = options["faults"] == "true",
            CommitsBetweenKills = Number(options, "kill-every", 20_000, int.MaxValue),
            Folder = folder,
            Progress = Bar(errors),
        };
        var isJson = options["format"] switch { null or "text" => false, "json" => true, _ => throw new StartOptionsException("--format is text or json.") };
        var watch = Stopwatch.StartNew();
        var summary = await Simulation.RunAsync(simulation);
        await output.WriteAsync(isJson ? summary.AsJson() : Text(summary));
        await errors.WriteLineAsync(Figures(summary, watch.Elapsed, folder));
        return summary.Balances;
    }

    private static string Text(SimulationSummary summary) => string.Create(CultureInfo.InvariantCulture, $"""
        Husrum, simulate, seed {summary.Seed}: {summary.Days} days{(summary.Faults ? $", with faults; killed {summary.Kills} times" : "")}
        People did {summary.Doings} things; {summary.Reached} messages reached somebody, {summary.ReachedTwice.Count} of them twice{string.Concat(summary.ReachedTwice.Select(key => $" ({key})"))}. Post: {string.Join(", ", summary.Post.Select(p => $"{p.Value} {p.Key}"))}.

        {string.Join('\n', summary.Instances.Select(i => $"{i.Value,7}  {i.Key}"))}

        Questions nobody knew how to answer: {(summary.Unanswerable.Count == 0 ? "none" : string.Join(", ", summary.Unanswerable.Select(u => $"{u.Value} {u.Key}")))}.
        Neither sent nor delivered, by message and way: {(summary.Undelivered.Count == 0 ? "none" : string.Join(", ", summary.Undelivered.Select(u => $"{u.Value} {u.Key}")))}.

        {BalanceSheet.Text(new ReconciliationReport(summary.At, summary.Processes, summary.Imbalances))}Digest {summary.Digest}

        """);

    private static string Figures(SimulationSummary summary, TimeSpan took, string? folder)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var size = folder is null ? "" : string.Create(CultureInfo.InvariantCulture, $", database {new FileInfo(Path.Combine(folder, "stage.db")).Length / 1e6:0.0} MB");
        return string.Create(CultureInfo.InvariantCulture, $"Took {took.TotalSeconds:0.0} s: {summary.Events / took.TotalSeconds:0} events/s, {summary.Reached / took.TotalSeconds:0} messages/s; at most {process.PeakWorkingSet64 / 1e6:0} MB{size}.");
    }

    private static Action<double> Bar(TextWriter errors)
    {
        if (Console.IsErrorRedirected)
            return _ => { };
        return part =>
        {
            var full = (int)(part * BarWidth);
            errors.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', BarWidth - full)}] {part * 100:0} %{(part >= 1 ? "\n" : "")}"));
        };
    }

    private static string? Folder(string? data)
    {
        if (string.IsNullOrEmpty(data))
            return null;
        if (Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
            throw new DataFolderException($"'{data}' is not empty. A simulation is written into an empty folder only.");
        return Directory.CreateDirectory(data).FullName;
    }

    private static int Years(string? text) => text is null ? 3 * DaysAYear
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var years) && years > 0 && years * DaysAYear <= SimulationOptions.MostDays ? (int)Math.Ceiling(years * DaysAYear)
        : throw new StartOptionsException("--years is a number up to 10, such as 3 or 0.5.");

    private static int Number(IConfiguration options, string name, int otherwise, int most) => options[name] is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
        : throw new StartOptionsException($"--{name} is a whole number up to {most}.");
}
