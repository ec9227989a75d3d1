using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.StandIn;

/// <summary>The handler as a process: started as host.json says, waited for with bare pings, started again on the same port when it dies; the third death within half an hour stops the host.</summary>
internal sealed class StandInProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Ping = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan DeathsCountFor = TimeSpan.FromMinutes(30);

    private readonly string _folder;
    private readonly TestClock _clock;
    private readonly StringBuilder _output = new();
    private readonly List<DateTimeOffset> _deaths = [];
    private readonly SemaphoreSlim _one = new(1);
    private readonly int _port;
    private Process? _process;

    public StandInProcess(string folder, TestClock clock)
    {
        (_folder, _clock) = (folder, clock);
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        _port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>For the next start; what is here is not passed on to the one after.</summary>
    public Dictionary<string, string> OnceOnly { get; } = [];

    public Dictionary<string, string> Environment { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public int Deaths => _deaths.Count;

    /// <summary>How long the newest start took, from the process's start to the answer to the first ping.</summary>
    public TimeSpan StartTook { get; private set; }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts it where it does not run.</summary>
    public async Task KeepAliveAsync()
    {
        await _one.WaitAsync();
        try
        {
            // a connection that broke may be ahead of the news that the process is gone
            if (_process is { HasExited: false } && !await IsGoingAsync())
                return;
            if (_process is not null)
                CountDeath();
            while (!await StartAsync())
                CountDeath();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>kill -9, from outside.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as the host does when it goes.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false })
            return;
        using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await stop.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(StartLimit);
        _process.Dispose();
        _process = null; // no death
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
        _one.Dispose();
    }

    private void CountDeath()
    {
        _deaths.Add(_clock.Now);
        if (_deaths.Count(at => at > _clock.Now - DeathsCountFor) >= 3)
            throw new InvalidOperationException("The stand-in has stopped: the third death of its handler within half an hour. It said:\n" + Output);
    }

    private async Task<bool> IsGoingAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        try
        {
            using var answer = await http.GetAsync("/");
            return false;
        }
        catch (HttpRequestException)
        {
            await _process!.WaitForExitAsync().WaitAsync(StartLimit);
            return true;
        }
    }

    // false where it ended before it answered
    private async Task<bool> StartAsync()
    {
        using var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "host.json")));
        var description = host.RootElement.GetProperty("customHandler").GetProperty("description");
        var start = new ProcessStartInfo(description.GetProperty("defaultExecutablePath").GetString()!) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var argument in description.GetProperty("arguments").EnumerateArray())
            start.ArgumentList.Add(argument.GetString()!);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = _port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = _folder;
        foreach (var (name, value) in Environment.Concat(OnceOnly))
            start.Environment[name] = value;
        OnceOnly.Clear();
        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        var watch = Stopwatch.StartNew();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/"); // any answer will do
                StartTook = watch.Elapsed;
                return true;
            }
            catch (HttpRequestException) when (watch.Elapsed < StartLimit)
            {
                if (_process.HasExited)
                    return false;
                await Task.Delay(Ping);
            }
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
