using System.Text.Json.Nodes;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.StandIn;

/// <summary>The whole stand-in around one handler: host, loopback service, front door; and what they hand over as the durable client.</summary>
internal sealed class StandInApp : IAsyncDisposable
{
    private StandInApp(StandInCalls calls, StandInHost host, StandInRpc rpc, StandInFront front) => (Calls, Host, Rpc, Front) = (calls, host, rpc, front);

    public StandInCalls Calls { get; }

    public StandInHost Host { get; }

    public StandInRpc Rpc { get; }

    public StandInFront Front { get; }

    public Uri WebhookAddress => new(Front.Address, "/runtime/webhooks/durabletask");

    public string WebhookQuery => "code=" + StandInWebhooks.Key;

    /// <param name="handler">Where the handler listens.</param>
    /// <param name="functions">What it declares.</param>
    /// <param name="clock">The stand-in's clock.</param>
    /// <param name="withRpc">False where the binding names the webhooks only.</param>
    public static async Task<StandInApp> StartAsync(Uri handler, StandInFunctions functions, TestClock clock, bool withRpc = true)
    {
        var calls = new StandInCalls(handler);
        var host = new StandInHost(functions, calls, clock);
        var app = new StandInApp(calls, host, await StandInRpc.StartAsync(host), await StandInFront.StartAsync(host, functions, calls, handler));
        calls.Client = new JsonObject
        {
            ["taskHubName"] = "husrum",
            ["connectionName"] = null,
            ["baseUrl"] = null,
            ["requiredQueryStringParameters"] = app.WebhookQuery,
            ["rpcBaseUrl"] = withRpc ? app.Rpc.Address.ToString() : null,
            ["httpBaseUrl"] = app.WebhookAddress.ToString(),
        };
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        await Rpc.DisposeAsync();
        Host.Dispose();
        Calls.Dispose();
    }
}
