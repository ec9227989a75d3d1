using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Volunteers;

/// <summary>A volunteer's own page, by link: leave and farewell.</summary>
internal static class VolunteerEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(VolunteerBook.Page, (HttpContext http, LeaveDesk desk) => ShowAsync(http, desk, http.Request.Query["t"], null, null, Problems.None));
        routes.MapForm(VolunteerBook.Page, AskAsync).RequireRateLimiting(RateLimits.LinkForm);
        routes.MapForm(FarewellPath, StopAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    /// <summary>Where a volunteer says that they stop.</summary>
    public const string FarewellPath = VolunteerBook.Page + "/stop";

    private static async Task<IResult> StopAsync(HttpContext http, FarewellDesk desk, LeaveDesk pages)
    {
        var form = http.Request.Form;
        var (token, lastDay) = (form["t"].ToString(), form["lastDay"].ToString());
        return await desk.AskAsync(token, lastDay, http.RequestAborted) switch
        {
            LeaveResult.Invalid invalid => await ShowAsync(http, pages, token, null, null, new Problems(invalid.Problems), lastDay),
            LeaveResult.Begun => await ShowAsync(http, pages, token, null, null, Problems.None),
            LeaveResult.Stopped => await ShowAsync(http, pages, token, null, null, Problems.None, status: StatusCodes.Status409Conflict),
            _ => DeadLinkPage.Result,
        };
    }

    private static async Task<IResult> AskAsync(HttpContext http, LeaveDesk desk)
    {
        var form = http.Request.Form;
        var (token, from, until) = (form["t"].ToString(), form["from"].ToString(), form["until"].ToString());
        return await desk.AskAsync(token, from, until, http.RequestAborted) switch
        {
            LeaveResult.Invalid invalid => await ShowAsync(http, desk, token, from, until, new Problems(invalid.Problems)),
            LeaveResult.Begun => await ShowAsync(http, desk, token, null, null, Problems.None),
            LeaveResult.Stopped => await ShowAsync(http, desk, token, null, null, Problems.None, status: StatusCodes.Status409Conflict),
            _ => DeadLinkPage.Result,
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext http, LeaveDesk desk, string? token, string? from, string? until, Problems problems, string? lastDay = null, int status = StatusCodes.Status200OK)
    {
        if (string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<VolunteerPage>(new { View = view, Token = token, From = from, Until = until, LastDay = lastDay, Problems = problems }, problems.Any ? StatusCodes.Status422UnprocessableEntity : status);
    }
}
