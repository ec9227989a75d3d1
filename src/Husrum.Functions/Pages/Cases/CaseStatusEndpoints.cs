using Husrum.Core.Cases;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Cases;

/// <summary>A person's page about their own case, by link.</summary>
internal static class CaseStatusEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(CaseLinks.StatusPage, (HttpContext http, CaseDesk desk) => ShowAsync(http, desk, http.Request.Query["t"], tooLate: false));
        routes.MapForm(CaseLinks.StatusPage, WithdrawAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, CaseDesk desk)
    {
        var (token, doing) = (http.Request.Form["t"].ToString(), http.Request.Form["goer"].ToString());
        var done = doing.Length > 0 ? await desk.DoAsync(token, doing, http.RequestAborted) : await desk.WithdrawAsync(token, http.RequestAborted);
        return await ShowAsync(http, desk, token, tooLate: !done);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, CaseDesk desk, string? token, bool tooLate)
    {
        if (string.IsNullOrEmpty(token) || await desk.StatusAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<CaseStatusPage>(new { View = view, Token = token, TooLate = tooLate }, tooLate ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }
}
