using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Husrum.Bench;

/// <summary>The whole program: from its start as a process to its first page, on a folder of its own, made anew and then found again.</summary>
internal static class PageMode
{
    private const int Runs = 5;

    public static async Task RunAsync(string folder, string program, string[] arguments)
    {
        var (made, found) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            var data = Path.Combine(folder, $"page-{run}");
            if (Directory.Exists(data))
                Directory.Delete(data, recursive: true);
            made.Add(await StartAsync(program, data, arguments));
            found.Add(await StartAsync(program, data, arguments));
            Directory.Delete(data, recursive: true);
        }

        Report.Print("page", new() { ["n"] = Runs, ["new_folder"] = Report.Stats(made), ["restart"] = Report.Stats(found) });
    }

    private static async Task<double> StartAsync(string program, string data, string[] arguments)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, ["--data", data, "--urls", address, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{program} ended with code {process.ExitCode}.");
            try
            {
                using var page = await http.GetAsync(address + "/");
                if (page.StatusCode == HttpStatusCode.OK)
                    break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(2);
            }
        }

        var elapsed = watch.Elapsed.TotalMilliseconds;
        process.Kill();
        await process.WaitForExitAsync();
        return elapsed;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
