using System.Net.Sockets;
using Husrum.Durable;
using Husrum.Durable.Tests.TaskHub;
using Husrum.Functions.Azure;
using Husrum.Functions.Tests.Embedded;
using Husrum.StandIn;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Azure;

/// <summary>The whole program in its Azure home, on a port of its own, behind the stand-in for the Functions host.</summary>
public sealed class AzureSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly LogLines _log = new();
    private readonly int _port;

    public AzureSite()
    {
        using (var listener = new TcpListener(System.Net.IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }

        UseKestrel(_port);
    }

    internal StandInApp App { get; private set; } = null!;

    internal TestClock Clock { get; } = new(DateTimeOffset.UtcNow);

    internal List<string> Log => _log.All;

    internal List<string> Troubles => _log.Troubles;

    internal Uri Handler => new($"http://127.0.0.1:{_port}");

    internal DurableTaskRegistry Registry => Part<DurableTaskRegistry>();

    internal T Part<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        StartServer();
        App = await StandInApp.StartAsync(Handler, Homes.AzureHome.Declared(PublishFunctions.Registry()), Clock);
    }

    /// <summary>The host starts: its timer fires, and whatever is due happens.</summary>
    public async Task BeginAsync()
    {
        (await App.Host.HousekeepAsync()).ShouldBeTrue(string.Join('\n', Log));
        await App.Host.SettleAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("FUNCTIONS_CUSTOMHANDLER_PORT", _port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("data", _folder.Path);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_log));
    }
}
