using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Durable.Remote;
using Husrum.Durable.Tests.TaskHub;
using Husrum.Functions.Tests.Azure;
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

/// <summary>The hub on SQLite.</summary>
internal sealed class EmbeddedHome(Action<DurableTaskRegistry> register) : IHome
{
    private readonly TestHub _hub = TestHub.Start(register);

    public DurableTaskClient Client => _hub.Hub;

    public Task SettleAsync() => _hub.Hub.WhenIdleAsync();

    public Task AdvanceAsync(TimeSpan time) => _hub.AdvanceAsync(time);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}

/// <summary>The custom handler behind the stand-in for the Functions host, addressed over the loopback service.</summary>
internal sealed class AzureHome : IHome
{
    private readonly HandlerUnderTest _handler;
    private readonly TestClock _clock = new();
    private readonly HttpClient _http = new();

    private AzureHome(HandlerUnderTest handler, Func<TestClock, StandInHost> host)
    {
        _handler = handler;
        Host = host(_clock);
    }

    public StandInHost Host { get; }

    public StandInRpc Rpc { get; private set; } = null!;

    public DurableTaskClient Client { get; private set; } = null!;

    public static async Task<AzureHome> StartAsync(Action<DurableTaskRegistry> register)
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        var handler = await HandlerUnderTest.StartAsync(registry);
        var home = new AzureHome(handler, clock => new StandInHost(handler.Address, clock));
        home.Rpc = await StandInRpc.StartAsync(home.Host);
        home.Client = new RemoteTaskClient([new RpcTransport(new RpcChannel(home._http, home.Rpc.Address))], TimeProvider.System, NullLogger.Instance);
        return home;
    }

    public Task SettleAsync() => Host.SettleAsync();

    public async Task AdvanceAsync(TimeSpan time)
    {
        var end = _clock.Now + time;
        while (true)
        {
            await Host.SettleAsync();
            if (Host.NextDue is not { } next || next > end)
                break;
            _clock.Now = next;
        }

        _clock.Now = end;
    }

    public async ValueTask DisposeAsync()
    {
        await Rpc.DisposeAsync();
        Host.Dispose();
        _http.Dispose();
        await _handler.DisposeAsync();
    }
}
