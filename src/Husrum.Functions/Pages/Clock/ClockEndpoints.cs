using System.Globalization;
using System.Text.Json;
using Husrum.Core.Calendar;
using Husrum.Functions.Clock;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Clock;

/// <summary>The rehearsal's clock, for people and for programs. Without <c>--demo</c> it is not on the map at all.</summary>
internal static class ClockEndpoints
{
    public const string Path = "/ur";

    private const string Turn = Path + "/frem";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var clock = routes.MapGroup("").AddEndpointFilter((invocation, next) =>
            DemoPlace.IsOpenTo(invocation.HttpContext) ? next(invocation) : ValueTask.FromResult<object?>(ErrorPages.Result(StatusCodes.Status404NotFound)));
        clock.MapPage(Path, () => new PageResult<ClockPage>());
        clock.MapPost(Turn, TurnAsync).DisableAntiforgery();
    }

    private static async Task<IResult> TurnAsync(HttpContext http, VirtualClock clock, FormGuard guard)
    {
        var isBrowser = http.Request.Headers.ContainsKey("Sec-Fetch-Site");
        var (til, skridt) = await ReadAsync(http);
        if (isBrowser ? !await guard.AllowsAsync(http) : !FormGuard.IsOurOrigin(http.Request))
            return ErrorPages.Result(StatusCodes.Status400BadRequest);
        var step = ClockSteps.Read(skridt);
        var target = ReadMoment(til);
        if (step is null && target is null)
            return Wrong(http, isBrowser);
        // turning is not given up half-way because somebody closed a window
        var now = step is { } by ? await clock.StepAsync(by, CancellationToken.None) : await clock.AdvanceToAsync(target!.Value, CancellationToken.None);
        return WantsPage(http, isBrowser) ? new SeeOther(Path) : TypedResults.Json(new ClockAnswer(LocalText(now)));
    }

    private static async Task<(string Til, string Skridt)> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.HasFormContentType)
        {
            var form = await request.ReadProperFormAsync();
            return (form["til"].ToString(), form["skridt"].ToString());
        }

        if (request.HasJsonContentType())
        {
            try
            {
                var body = await request.ReadFromJsonAsync<ClockOrder>(http.RequestAborted);
                return (body?.Til ?? "", body?.Skridt ?? "");
            }
            catch (JsonException)
            {
                return ("", "");
            }
        }

        return (request.Query["til"].ToString(), request.Query["skridt"].ToString());
    }

    // local time on a Danish wall; with an offset or Z, that very moment
    private static DateTimeOffset? ReadMoment(string text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) || !text.Contains('-', StringComparison.Ordinal))
            return null;
        return text.Contains('T', StringComparison.Ordinal) && (text.EndsWith('Z') || text[^6] is '+' or '-')
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime()
            : WallTime.ToUtc(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
    }

    private static IResult Wrong(HttpContext http, bool isBrowser) => WantsPage(http, isBrowser)
        ? new PageResult<ClockPage>(new { Problems = new Problems([new("til", "Skriv et tidspunkt, for eksempel 2026-09-07T08:00.", "Please write a time, for example 2026-09-07T08:00.")]) }, StatusCodes.Status422UnprocessableEntity)
        : TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "til or skridt is needed", detail: "til = local ISO 8601 time such as 2026-09-07T08:00; skridt = næste, P1D, P7D or P1M.");

    private static bool WantsPage(HttpContext http, bool isBrowser) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) || (isBrowser && !http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal));

    private static string LocalText(DateTimeOffset now)
    {
        var local = WallTime.LocalDate(now).ToDateTime(WallTime.LocalTime(now));
        return new DateTimeOffset(local, local - now.UtcDateTime).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private sealed record ClockOrder(string? Til, string? Skridt);

    private sealed record ClockAnswer(string Now);
}
