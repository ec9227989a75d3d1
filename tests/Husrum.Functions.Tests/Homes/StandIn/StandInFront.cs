using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Husrum.StandIn;

/// <summary>The stand-in's front door: webhooks under <c>/runtime</c>, and everything else forwarded raw to the handler, if the function takes the method.</summary>
internal sealed class StandInFront : IAsyncDisposable
{
    // set anew on each hop
    private static readonly string[] OfTheHop = ["Connection", "Transfer-Encoding", "Keep-Alive", "Host"];

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private StandInFront(WebApplication app, Uri handler)
    {
        _app = app;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = handler };
    }

    public Uri Address => new(_app.Urls.Single());

    public StandInWebhooks Webhooks { get; private set; } = null!;

    public static async Task<StandInFront> StartAsync(StandInHost host, StandInFunctions functions, StandInCalls calls, Uri handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 104_857_600);
        var app = builder.Build();
        var front = new StandInFront(app, handler) { Webhooks = new StandInWebhooks(host) };
        app.UseRouting();
        front.Webhooks.Map(app);
        var route = functions.All.FirstOrDefault(function => function.Trigger == "httpTrigger");
        app.MapFallback("{*path}", async http =>
        {
            if (route?.Methods.Contains(http.Request.Method) == true)
                await front.ForwardAsync(http, calls);
            else
                http.Response.StatusCode = 404;
        });
        await app.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext http, StandInCalls calls)
    {
        await calls.KeepAliveAsync();
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), Microsoft.AspNetCore.Http.Extensions.UriHelper.GetEncodedPathAndQuery(http.Request));
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(http.Request.Body);
        foreach (var header in http.Request.Headers.Where(header => !OfTheHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.AsEnumerable());
        }

        request.Headers.Host = http.Request.Host.Value;
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        request.Headers.Add("X-Azure-Functions-HostVersion", "4.1037.0.0");
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
                http.Response.Headers[header.Key] = header.Value.ToArray();
            await answer.Content.CopyToAsync(http.Response.Body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            if (http.Response.HasStarted)
                http.Abort();
            else
                http.Response.StatusCode = 500;
            await calls.KeepAliveAsync();
        }
    }
}
