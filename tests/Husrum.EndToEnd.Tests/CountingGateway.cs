using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Husrum.EndToEnd.Tests;

/// <summary>A message gateway that counts: what it was handed under which key, and whether a repeat was the same to the byte.</summary>
internal sealed class CountingGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CountingGateway(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single() + "/send";

    /// <summary>Body by key, as first handed over.</summary>
    public ConcurrentDictionary<string, string> Accepted { get; } = new();

    /// <summary>How often each key was handed over.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new();

    /// <summary>Keys that were repeated with other bytes: a person could have got two different messages.</summary>
    public ConcurrentBag<string> Changed { get; } = [];

    public static async Task<CountingGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var gateway = new CountingGateway(app);
        app.MapPost("/send", gateway.TakeAsync);
        await app.StartAsync();
        return gateway;
    }

    public IEnumerable<JsonElement> Messages() => Accepted.Values.Select(body => JsonDocument.Parse(body).RootElement);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var key = request.Headers["Idempotency-Key"].ToString();
        Calls.AddOrUpdate(key, 1, (_, n) => n + 1);
        if (Accepted.TryAdd(key, body))
            return Results.Accepted();
        if (Accepted[key] != body)
            Changed.Add(key);
        return Results.Conflict();
    }
}
