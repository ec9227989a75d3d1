using System.Text.Json;
using System.Text;
using Google.Protobuf;
using Husrum.Durable.Protocol;
using Husrum.Durable;
using Husrum.Functions.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Azure;

/// <summary>The custom handler on a port of its own, called as the Functions host calls it.</summary>
internal sealed class HandlerUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly Relay _stalled;

    private HandlerUnderTest(WebApplication app, LogLines lines, Relay stalled)
    {
        (_app, Log, _stalled) = (app, lines.All, stalled);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public List<string> Log { get; }

    /// <summary>Who hears of episodes that could not be run.</summary>
    public IStalledRuns? Stalled
    {
        set => _stalled.To = value;
    }

    /// <summary>Who hears of all episodes.</summary>
    public IWaitingTimers? Timers
    {
        set => _stalled.Timers = value;
    }

    public Uri Address => _http.BaseAddress!;

    public static async Task<HandlerUnderTest> StartAsync(DurableTaskRegistry registry)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var lines = new LogLines();
        var stalled = new Relay();
        builder.Logging.ClearProviders().AddProvider(lines);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(registry).AddCustomHandler().AddSingleton(stalled).AddSingleton<IStalledRuns>(stalled).AddSingleton<IWaitingTimers>(stalled);
        var app = builder.Build();
        app.MapCustomHandler(registry);
        await app.StartAsync();
        return new HandlerUnderTest(app, lines, stalled);
    }

    /// <summary>An orchestrationTrigger call: a base64 message as text inside text.</summary>
    public Task<HttpResponseMessage> OrchestrateAsync(string function, OrchestratorRequest request) =>
        CallAsync(function, new { Data = new { context = JsonSerializer.Serialize(Convert.ToBase64String(request.ToByteArray())) }, Metadata = new { sys = new { MethodName = function } } });

    /// <summary>An activityTrigger call: the scheduled input (an array of one) as text inside text.</summary>
    public Task<HttpResponseMessage> ActAsync(string function, string scheduledInput) =>
        CallAsync(function, new { Data = new { input = JsonSerializer.Serialize(scheduledInput) }, Metadata = new { instanceId = "\"inst-1\"" } });

    public Task<HttpResponseMessage> CallAsync(string function, object envelope) => PostAsync(function, JsonSerializer.Serialize(envelope));

    public async Task<HttpResponseMessage> PostAsync(string function, string body, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    public static async Task<OrchestratorResponse> ResponseAsync(HttpResponseMessage answer)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(json.RootElement.GetProperty("ReturnValue").GetString()!));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Relay : IStalledRuns, IWaitingTimers
    {
        public IStalledRuns? To { get; set; }

        public IWaitingTimers? Timers { get; set; }

        public Task NoteAsync(OrchestratorRequest request, OrchestratorResponse response) => Timers?.NoteAsync(request, response) ?? Task.CompletedTask;

        public Task NoteAsync(string instanceId, string orchestrator, string reason) => To?.NoteAsync(instanceId, orchestrator, reason) ?? Task.CompletedTask;

        public Task ClearAsync(string instanceId) => To?.ClearAsync(instanceId) ?? Task.CompletedTask;
    }
}
