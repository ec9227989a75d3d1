using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Husrum.EndToEnd.Tests;

/// <summary>The real program, as a process of its own on a data folder of its own. It can be killed and started again.</summary>
internal sealed partial class ProgramUnderTest : IAsyncDisposable
{
    // filling the rehearsal takes seconds; on a machine that does much else, minutes
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly string[] _arguments;
    private readonly Dictionary<string, string> _environment;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private ProgramUnderTest(string[] arguments, Dictionary<string, string> environment, string? data)
    {
        _arguments = arguments;
        _environment = environment;
        Data = data ?? Directory.CreateTempSubdirectory("husrum-program-").FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public string Data { get; }

    /// <summary>Where it answers, from its first start on.</summary>
    public Uri Address { get; private set; }

    /// <summary>All that it wrote to its standard output and error, over all its lives.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public bool HasExited => _process is null or { HasExited: true };

    public int ExitCode => _process!.ExitCode;

    /// <summary>The process's id.</summary>
    public int Id => _process!.Id;

    /// <summary>
    /// Starts the program and waits until it answers. The program takes a free port itself and says which: of a port that was free a moment ago another program
    /// may have been quicker, and a test would go on against that one.
    /// </summary>
    public static async Task<ProgramUnderTest> StartAsync(string[]? arguments = null, Dictionary<string, string>? environment = null, string? data = null)
    {
        var program = new ProgramUnderTest(arguments ?? ["--demo", "--clock", "2026-08-31T08:00"], environment ?? [], data);
        await program.StartAgainAsync(new Uri("http://127.0.0.1:0"), program._environment);
        return program;
    }

    /// <summary>A program on a copy of another's data folder, not started yet.</summary>
    public static ProgramUnderTest OnCopyOf(string data, string[] arguments)
    {
        var program = new ProgramUnderTest(arguments, [], null);
        foreach (var file in Directory.GetFiles(data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(program.Data, Path.GetRelativePath(data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return program;
    }

    /// <summary>Starts the program on a folder where it may refuse to, and waits until it has ended.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(string data)
    {
        var program = new ProgramUnderTest([], [], data);
        program.Launch(["--demo", "--data", data, "--urls", program.Address.ToString().TrimEnd('/')], []);
        try
        {
            await program.WaitForExitAsync(TimeSpan.FromSeconds(30));
            return (program.ExitCode, program.Output);
        }
        finally
        {
            await program.KillAsync();
        }
    }

    /// <returns>False where the program ended before it answered, as a crash test may have asked of it.</returns>
    public Task<bool> StartAgainAsync(Dictionary<string, string>? environment = null) => StartAgainAsync(Address, environment ?? _environment);

    private async Task<bool> StartAgainAsync(Uri address, Dictionary<string, string> environment)
    {
        var (before, watch) = (Output.Length, Stopwatch.StartNew());
        Launch(["--data", Data, "--urls", address.ToString().TrimEnd('/'), .. _arguments], environment);
        while (!HasExited)
        {
            if (Answers().Match(Output[before..]) is { Success: true } line)
            {
                Address = new Uri(line.Groups["address"].Value);
                return true;
            }

            if (watch.Elapsed > LongestStart)
                throw new TimeoutException($"The program was not ready within {LongestStart.TotalMinutes} minutes. It said:\n{Output}");
            await Task.Delay(20);
        }

        return false;
    }

    /// <summary>Runs a verb of the program on its data folder.</summary>
    public async Task<(int ExitCode, string Output)> RunVerbAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.ProgramFile, .. arguments, "--data", Data]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Asks it to stop, as a service manager does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", _process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await stop.WaitForExitAsync();
        await WaitForExitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        if (!HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task WaitForExitAsync(TimeSpan limit) => await _process!.WaitForExitAsync().WaitAsync(limit);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private void Launch(string[] arguments, Dictionary<string, string> environment)
    {
        _process?.Dispose();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Data };
        start.ArgumentList.Add(Repository.ProgramFile);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["Disk__ReserveMegabytes"] = "0"; // whatever room this machine has
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    // what it says once it answers
    [GeneratedRegex(@"^Husrum: (?<address>http://\S+)", RegexOptions.Multiline)]
    private static partial Regex Answers();

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Where things lie in this checkout.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program as its own project built it, in the configuration of these tests; or the one that <c>HUSRUM_PROGRAM</c> names, such as a published one that starts faster.</summary>
    public static string ProgramFile => Environment.GetEnvironmentVariable("HUSRUM_PROGRAM") is { Length: > 0 } program ? program : Path.Combine(Root, "src", "Husrum.Functions", "bin", Configuration, "net10.0", "Husrum.Functions.dll");

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Husrum.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
