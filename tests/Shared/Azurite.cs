using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Husrum.Testing;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Husrum.Testing;

/// <summary>The storage emulator, one for all tests of the assembly, started by the first that asks: on loopback, at ports of its own choosing, in memory.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _one = new(1);
    private AzuriteProcess? _process;

    /// <summary>Where it is, started if need be.</summary>
    internal async Task<AzuriteProcess> ProcessAsync()
    {
        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _process ??= await AzuriteProcess.StartAsync(StartLimit);
            return _process;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A table of a test's own. Names of tables are letters and digits.</summary>
    public static string NewTable() => "t" + Guid.NewGuid().ToString("N");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _one.Dispose();
    }
}

/// <summary>A running emulator.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    // the emulator's own, which everybody knows
    public const string Account = "devstoreaccount1";
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, Uri> _services = new();

    private AzuriteProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listens.TrySetException(new InvalidOperationException("it ended"));
    }

    public Uri Tables => _services["Table"];

    public Uri Blobs => _services["Blob"];

    public static async Task<AzuriteProcess> StartAsync(TimeSpan limit, params string[] more)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "../../../../Node/node_modules/azurite/dist/src/azurite.js");
        if (!File.Exists(script))
            throw new InvalidOperationException("The storage emulator is not installed. ./test installs it; by hand: npm ci, in tests/Node.");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in new[] { Path.GetFullPath(script), "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0" }.Concat(more))
            start.ArgumentList.Add(argument);
        var azurite = new AzuriteProcess(start);
        azurite._process.Start();
        azurite._process.BeginOutputReadLine();
        azurite._process.BeginErrorReadLine();
        try
        {
            await azurite._listens.Task.WaitAsync(limit, TestContext.Current.CancellationToken);
            return azurite;
        }
        catch (Exception e)
        {
            var log = string.Join('\n', azurite._log.TakeLast(30));
            await azurite.DisposeAsync();
            throw new InvalidOperationException($"The storage emulator did not start ({e.Message}). The end of its log:\n{log}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (Listening().Match(line) is not { Success: true } match)
            return;
        _services[match.Groups["service"].Value] = new Uri($"{match.Groups["address"].Value}/{Account}");
        if (_services.ContainsKey("Table") && _services.ContainsKey("Blob") && _services.ContainsKey("Queue"))
            _listens.TrySetResult();
    }

    [GeneratedRegex(@"Azurite (?<service>\w+) service.*listening (?:at|on) (?<address>https?://[\d.:]+)")]
    private static partial Regex Listening();
}
