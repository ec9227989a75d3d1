using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Husrum.EndToEnd.Tests;

namespace Husrum.Browser.Tests;

/// <summary>The program as the Azure Functions host starts it, with nobody behind the host's front door but this machine: its pages are there, its orchestrations are not.</summary>
internal sealed class HandlerUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("husrum-handler-");
    private readonly Process _process;

    private HandlerUnderTest(Dictionary<string, string> environment)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        Address = "http://127.0.0.1:" + port;
        var start = new ProcessStartInfo("dotnet", [Repository.ProgramFile]) { WorkingDirectory = _data.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port;
        start.Environment["Husrum__Data"] = _data.FullName;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.Start();
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    public static async Task<HandlerUnderTest> StartAsync(Dictionary<string, string> environment)
    {
        var handler = new HandlerUnderTest(environment);
        using var http = new HttpClient();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var answer = await http.GetAsync(handler.Address + "/log-ind");
                answer.EnsureSuccessStatusCode();
                return handler;
            }
            catch (HttpRequestException e) when (watch.Elapsed < LongestStart && !handler._process.HasExited && e.StatusCode is null)
            {
                // not there yet
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
