using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Durable.Remote;
using Husrum.Durable.Tests.TaskHub;
using Husrum.Functions.Azure;
using Husrum.Functions.Tests.Azure;
using Husrum.StandIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Homes;

/// <summary>Where orchestrations run, as the conformance tests see it.</summary>
public interface IHome : IAsyncDisposable
{
    /// <summary>The client of that home.</summary>
    DurableTaskClient Client { get; }

    /// <summary>Lets everything happen that is due now.</summary>
    Task SettleAsync();

    /// <summary>Moves the clock from due time to due time.</summary>
    Task AdvanceAsync(TimeSpan time);
}

/// <summary>The hub on SQLite, as the program runs it: the words of exceptions stay out of histories.</summary>
internal sealed class EmbeddedHome(Action<DurableTaskRegistry> register) : IHome
{
    private readonly TestHub _hub = TestHub.Start(register, options => options with { KeepFailureMessages = false });

    public DurableTaskClient Client => _hub.Hub;

    public Task SettleAsync() => _hub.Hub.WhenIdleAsync();

    public Task AdvanceAsync(TimeSpan time) => _hub.AdvanceAsync(time);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}

/// <summary>The custom handler behind the stand-in for the Functions host, addressed over the loopback service or the webhooks.</summary>
internal sealed class AzureHome : IHome
{
    private readonly HttpClient _http = new();

    private AzureHome(HandlerUnderTest handler, StandInApp app, TestClock clock, bool byWebhooks)
    {
        (Handler, App, Clock) = (handler, app, clock);
        Client = new RemoteTaskClient(_http, () => new TaskHubAddress(byWebhooks ? null : app.Rpc.Address, app.WebhookAddress, app.WebhookQuery), TimeProvider.System, NullLogger.Instance);
    }

    public HandlerUnderTest Handler { get; }

    public StandInApp App { get; }

    public TestClock Clock { get; }

    public RemoteTaskClient Client { get; }

    DurableTaskClient IHome.Client => Client;

    public static async Task<AzureHome> StartAsync(Action<DurableTaskRegistry> register, bool byWebhooks = false)
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        var handler = await HandlerUnderTest.StartAsync(registry);
        var clock = new TestClock();
        return new AzureHome(handler, await StandInApp.StartAsync(handler.Address, Declared(registry), clock), clock, byWebhooks);
    }

    /// <summary>What the program would declare of these.</summary>
    public static StandInFunctions Declared(DurableTaskRegistry registry) => new(
        FunctionFiles.Make(registry).Where(file => file.Key != "host.json").Select(file => KeyValuePair.Create(file.Key.Split('/')[0], file.Value)));

    public Task SettleAsync() => App.Host.SettleAsync();

    public Task AdvanceAsync(TimeSpan time) => App.Host.AdvanceAsync(time);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _http.Dispose();
        await Handler.DisposeAsync();
    }
}
