using System.Diagnostics;
using Husrum.Durable.Tests.TaskHub;
using Husrum.StandIn;

namespace Husrum.EndToEnd.Tests;

/// <summary>The folder the program writes to be deployed, started as a custom handler by the stand-in for the Functions host: a process of its own, killed and started again on its port.</summary>
internal sealed class FunctionAppUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("husrum-app-data-");

    private FunctionAppUnderTest(StandInProcess process, StandInApp app) => (Process, App) = (process, app);

    public StandInProcess Process { get; }

    public StandInApp App { get; }

    public StandInHost Host => App.Host;

    public Uri Address => App.Front.Address;

    public string Data => _data.FullName;

    /// <summary>Writes the folder to deploy.</summary>
    public static async Task<DirectoryInfo> PublishAsync()
    {
        var folder = Directory.CreateTempSubdirectory("husrum-app-");
        using var publish = System.Diagnostics.Process.Start(new ProcessStartInfo("dotnet", [Repository.ProgramFile, "publish-functions", folder.FullName]) { RedirectStandardOutput = true })!;
        await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        publish.ExitCode.ShouldBe(0);
        return folder;
    }

    /// <summary>A rehearsal: the handler's clock and the stand-in's begin at the same moment.</summary>
    public static async Task<FunctionAppUnderTest> StartAsync(string folder, Dictionary<string, string>? environment = null)
    {
        var clock = new TestClock();
        var process = new StandInProcess(folder, clock);
        var stand = await StandInApp.StartAsync(process.Address, StandInFunctions.OfFolder(folder), clock);
        stand.Calls.KeepAliveAsync = process.KeepAliveAsync;
        var app = new FunctionAppUnderTest(process, stand);
        foreach (var (name, value) in environment ?? [])
            process.Environment[name] = value;
        process.Environment["demo"] = "true";
        process.Environment["clock"] = "2026-08-31T08:00";
        process.Environment["Husrum__Data"] = app.Data;
        process.Environment["PublicUrl"] = app.Address.ToString().TrimEnd('/');
        return app;
    }

    /// <summary>The host starts: the timer fires at once, and whatever is due happens.</summary>
    public async Task BeginAsync()
    {
        (await Host.HousekeepAsync()).ShouldBeTrue(Process.Output);
        await SettleAsync();
    }

    /// <summary>Lets the host do what is due, retries included, and its timer fire.</summary>
    public async Task SettleAsync()
    {
        await Host.AdvanceAsync(TimeSpan.FromMinutes(10));
        await Host.HousekeepAsync();
        await Host.AdvanceAsync(TimeSpan.FromMinutes(10));
    }

    public RefundJourney Journey() => new(Address, SettleAsync);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Process.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
