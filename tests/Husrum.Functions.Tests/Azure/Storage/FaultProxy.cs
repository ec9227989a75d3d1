using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Azure.Storage;

/// <summary>Between the program and the emulator: passes requests on, and does to them what the test says.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri _target;
    private int _count;

    private FaultProxy(WebApplication app, Uri target) => (_app, _target) = (app, target);

    /// <summary>What becomes of the n-th request (from 1).</summary>
    public Func<int, HttpRequest, Fault> Plan { get; set; } = (_, _) => Fault.None;

    /// <summary>How far the service's clock seems off.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>How long a silence lasts.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Seconds that a busy answer names.</summary>
    public string RetryAfter { get; set; } = "0";

    public int Count => _count;

    /// <summary>The service's address, by way of the proxy.</summary>
    public Uri Address => new(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), _target.AbsolutePath);

    public static async Task<FaultProxy> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var proxy = new FaultProxy(app, target);
        app.Run(proxy.HandleAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    /// <summary>Counts from 1 again.</summary>
    public void Restart(Func<int, HttpRequest, Fault> plan)
    {
        Plan = plan;
        Interlocked.Exchange(ref _count, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var fault = Plan(Interlocked.Increment(ref _count), context.Request);
        if (fault is Fault.Status429 or Fault.Status503)
        {
            context.Response.StatusCode = fault == Fault.Status429 ? 429 : 503;
            context.Response.Headers.RetryAfter = RetryAfter;
            return;
        }

        if (fault == Fault.CutMidRequest)
        {
            _ = await context.Request.Body.ReadAsync(new byte[1024]);
            context.Abort();
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var answer = await _http.SendAsync(Forwarded(context.Request, body.ToArray()), CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync();
        if (fault == Fault.SilentAfterAccept)
            await Task.WhenAny(Task.Delay(Silence), Aborted(context));
        if (fault is Fault.CutAfterAccept or Fault.SilentAfterAccept)
        {
            context.Abort();
            return;
        }

        if (fault == Fault.Status500AfterAccept)
        {
            context.Response.StatusCode = 500;
            return;
        }

        await AnswerAsync(context, answer, content, fault == Fault.CutMidAnswer);
    }

    private async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, byte[] content, bool isCut)
    {
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(h => !Is(h.Key, "Transfer-Encoding", "Connection", "Keep-Alive", "Date")))
            response.Headers[header.Key] = header.Value.ToArray();
        response.Headers.Date = (DateTimeOffset.UtcNow + Skew).ToString("R");
        if (!HttpMethods.IsHead(context.Request.Method) && response.StatusCode is not (204 or 304))
        {
            await response.Body.WriteAsync(isCut ? content.AsMemory(0, content.Length / 2) : content);
            await response.Body.FlushAsync();
        }

        if (isCut)
            context.Abort();
    }

    private HttpRequestMessage Forwarded(HttpRequest request, byte[] body)
    {
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        // the path is signed: not a character of it may change
        var address = new Uri($"{_target.GetLeftPart(UriPartial.Authority)}{raw}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), address) { Content = body.Length > 0 || request.ContentLength is not null ? new ByteArrayContent(body) : null };
        foreach (var (name, values) in request.Headers.Where(h => !Is(h.Key, "Host", "Connection", "Transfer-Encoding", "Content-Length", "Expect")))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return forwarded;
    }

    private static Task Aborted(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        context.RequestAborted.Register(() => aborted.TrySetResult());
        return aborted.Task;
    }

    private static bool Is(string name, params string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
