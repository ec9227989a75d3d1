namespace Husrum.Functions.Azure;

/// <summary>Holds calls back until the home is up. The host's readiness ping is answered at once: it asks whether the process lives, 30 seconds after which the host gives up.</summary>
internal sealed class StartGate
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the home is up.</summary>
    public bool IsOpen => _ready.Task.IsCompletedSuccessfully;

    public void Open() => _ready.TrySetResult();

    /// <summary>Goes before everything else.</summary>
    public static void Use(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<StartGate>();
        app.Use((http, next) =>
        {
            if (IsPing(http.Request))
                return Task.CompletedTask; // 200 and nothing more
            return gate.IsOpen ? next(http) : gate.ThenAsync(http, next);
        });
    }

    // a forwarded request for the front page carries the host's headers
    private static bool IsPing(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path == "/" && !request.Headers.Keys.Any(key => key.StartsWith("X-Azure-Functions-", StringComparison.OrdinalIgnoreCase));

    private async Task ThenAsync(HttpContext http, RequestDelegate next)
    {
        await _ready.Task.WaitAsync(http.RequestAborted);
        await next(http);
    }
}
