using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Messages;

/// <summary>A gateway on real Kestrel that remembers every request it got, and answers as it is told.</summary>
internal sealed class CountingGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _inside;

    private CountingGateway(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<(string Key, string Body)> Requests { get; } = new();

    /// <summary>The answer to the n-th request (from 1): a status; 0 breaks the connection after the message was taken.</summary>
    public Func<int, int> Answer { get; set; } = _ => 200;

    /// <summary>Requests wait for this.</summary>
    public Task Open { get; set; } = Task.CompletedTask;

    public int MostAtOnce { get; private set; }

    public IEnumerable<string> Keys => Requests.Select(r => r.Key);

    public static async Task<CountingGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new CountingGateway(app);
        app.MapPost("/send", gateway.TakeAsync);
        await app.StartAsync();
        gateway.Address = new Uri(app.Urls.First() + "/send");
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue((http.Request.Headers["Idempotency-Key"].ToString(), body));
        var status = Answer(Requests.Count);
        await Open;
        Interlocked.Decrement(ref _inside);
        if (status == 0)
            http.Abort();
        else
            http.Response.StatusCode = status;
    }
}
