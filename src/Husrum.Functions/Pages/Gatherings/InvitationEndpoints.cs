using Husrum.Core.Calendar;
using Husrum.Core.Gatherings;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Gatherings;

/// <summary>Where those invited say whether they come, by link. Looking changes nothing; they may change their mind until it begins.</summary>
internal static class InvitationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(GatheringDesk.Page, (HttpContext http, GatheringDesk desk) => ShowAsync(http, desk, http.Request.Query["t"], noted: false));
        routes.MapPage(CalendarPath, FileAsync);
        routes.MapForm(GatheringDesk.Page, AnswerAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    /// <summary>Where the meeting is had for one's own calendar.</summary>
    public const string CalendarPath = GatheringDesk.Page + "/kalender.ics";

    private static async Task<IResult> FileAsync(HttpContext http, GatheringDesk desk)
    {
        if (await desk.ViewAsync(http.Request.Query["t"], http.RequestAborted) is not { Gathering: var gathering } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        var title = GatheringKindWords.Title(gathering.Kind).In(PageLanguage.Of(http).Code);
        var file = CalendarFile.Of(gathering.Id + "@husrum", gathering.Round, gathering.Changed, gathering.Starts, gathering.Ends, title, gathering.Place, gathering.State == GatheringState.Cancelled);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"moede.ics\"";
        return Results.Text(file, CalendarFile.MediaType);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, GatheringDesk desk)
    {
        var (token, answer) = (http.Request.Form["t"].ToString(), http.Request.Form["answer"].ToString());
        var noted = answer is "yes" or "no" && await desk.AnswerAsync(token, answer == "yes", http.RequestAborted);
        return await ShowAsync(http, desk, token, noted);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, GatheringDesk desk, string? token, bool noted)
    {
        if (string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<InvitationPage>(new { View = view, Token = token, Noted = noted });
    }
}
