using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Drift;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Health;

/// <summary>
/// For whoever keeps the program running: <c>/health/live</c> answers as long as the process does; <c>/health/ready</c> answers 503 where it cannot do its work. Without room for uploads it can, and says so.
/// Plain text, or JSON where that is asked for. Open to anybody, so it says what, never why: that is in the log and at <c>/drift</c>.
/// </summary>
internal static class HealthEndpoints
{
    public const string Root = "/health";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Root + "/live", (HttpContext http) => Answer(http, new Health(true, [])));
        routes.MapPage(Root + "/ready", async (HttpContext http, IEngineState engine, IRegister register, IUploadRoom room, IServiceProvider services) => Answer(http, Health.Of([
            new("hub", engine.IsRunning),
            new("register", await HoldsAsync(() => register.GetAsync<LinkPlace>(Partitions.LinkIndex, "none", http.RequestAborted))),
            new("catalogue", await HoldsAsync(() => Task.FromResult(services.GetRequiredService<MessageCatalogue>()))),
            new("uploads", room.HasRoom, IsVital: false),
        ])));
    }

    private static async Task<bool> HoldsAsync<T>(Func<Task<T>> attempt)
    {
        try
        {
            await attempt();
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false;
        }
    }

    private static IResult Answer(HttpContext http, Health health)
    {
        var status = health.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)
            ? TypedResults.Json(health, statusCode: status)
            : TypedResults.Text(health.ToText(), "text/plain; charset=utf-8", statusCode: status);
    }
}

/// <summary>What a health answer says.</summary>
/// <param name="Ok">True where all is well.</param>
/// <param name="Checks">What was looked at.</param>
internal sealed record Health(bool Ok, IReadOnlyList<HealthCheck> Checks)
{
    public static Health Of(IReadOnlyList<HealthCheck> checks) => new(checks.All(check => check.Ok || !check.IsVital), checks);

    public string ToText() => string.Concat([Ok ? "ok\n" : "not ok\n", .. Checks.Select(check => $"{check.Name}: {(check.Ok ? "ok" : "not ok")}\n")]);
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Ok">True where it is well.</param>
/// <param name="IsVital">False where the program does its work without it: somebody should look, and nobody should be sent away.</param>
internal sealed record HealthCheck(string Name, bool Ok, [property: System.Text.Json.Serialization.JsonIgnore] bool IsVital = true);
