using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Core.People;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>A year with a friend family: for its two sides by link, for staff signed in; and a family's worry.</summary>
internal static class CourseEndpoints
{
    private static readonly StaffRole[] Office = [StaffRole.Coordinator, StaffRole.Deputy, StaffRole.Leader];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(CourseDesk.Page, (HttpContext http, CourseDesk desk) => ShowAsync(http, desk, http.Request.Query["t"], null, Problems.None, saved: false));
        routes.MapForm(CourseDesk.Page, ChangeAsync).RequireRateLimiting(RateLimits.LinkForm);
        routes.MapPage(WorryDesk.Page, (HttpContext http, WorryDesk desk) => WorryAsync(http, desk, http.Request.Query["t"], Problems.None, told: false));
        routes.MapForm(WorryDesk.Page, TellAsync).RequireRateLimiting(RateLimits.LinkForm);
        var staff = routes.MapGroup("").ForStaff(Office);
        staff.MapPage(CourseOffice.Page, async (HttpContext http, CourseOffice office, IStaffSession session) => new PageResult<CourseListPage>(new { Courses = await office.AllAsync(session.Current!.PersonId, http.RequestAborted) }));
        staff.MapPage(CourseOffice.Page + "/{id}", (string id, HttpContext http, CourseOffice office, IStaffSession session) => ShowAsync(id, http, office, session, Problems.None));
        staff.MapForm(CourseOffice.Page + "/{id}", DecideAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, CourseDesk desk, string? token, IFormCollection? form, Problems problems, bool saved)
    {
        if (string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<CoursePage>(new { View = view, Token = token, Form = form, Problems = problems, Saved = saved }, problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, CourseDesk desk)
    {
        var form = http.Request.Form;
        var (token, cancellation) = (form["t"].ToString(), http.RequestAborted);
        var result = form["do"].ToString() switch
        {
            "move" => await desk.MoveAsync(token, form["week"].ToString(), form["day"].ToString(), form["from"].ToString(), cancellation),
            "off" => await desk.CallOffAsync(token, form["week"].ToString(), cancellation),
            "day" => await desk.ChangeDayAsync(token, form["weekday"].ToString(), form["fixedFrom"].ToString(), form["until"].ToString(), cancellation),
            "pause" => await desk.RestAsync(token, Word(form["reason"], PauseReason.Other), form["pauseFrom"].ToString(), form["pauseUntil"].ToString(), cancellation),
            "stop" => await desk.StopAsync(token, form["lastDay"].ToString(), cancellation),
            "consent" => await desk.WithdrawConsentAsync(token, cancellation),
            "municipality" => await desk.MunicipalityAskedAsync(token, Word(form["what"], RequestKind.Other), cancellation),
            _ => new CourseResult.Gone(),
        };
        return result is CourseResult.Gone ? DeadLinkPage.Result : await ShowAsync(http, desk, token, form, Of(result), saved: result is CourseResult.Done);
    }

    private static async Task<IResult> WorryAsync(HttpContext http, WorryDesk desk, string? token, Problems problems, bool told)
    {
        if (string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<WorryPage>(new { Token = token, Problems = problems, Told = told }, problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> TellAsync(HttpContext http, WorryDesk desk)
    {
        var form = http.Request.Form;
        var token = form["t"].ToString();
        var result = await desk.TellAsync(token, form["about"].ToString(), form["notified"].ToString(), http.RequestAborted);
        return result is CourseResult.Gone ? DeadLinkPage.Result : await WorryAsync(http, desk, token, Of(result), told: result is CourseResult.Done);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext http, CourseOffice office, IStaffSession session, Problems problems) =>
        await office.ViewAsync(id, session.Current!.PersonId, http.RequestAborted) is { } view
            ? new PageResult<StaffCoursePage>(new { View = view, Problems = problems }, problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static async Task<IResult> DecideAsync(string id, HttpContext http, CourseOffice office, IStaffSession session)
    {
        var form = http.Request.Form;
        var (by, cancellation) = (session.Current!.PersonId, http.RequestAborted);
        var result = form["do"].ToString() switch
        {
            "pause" => await office.RestAsync(id, by, Word(form["reason"], PauseReason.Other), cancellation),
            "municipality" => await office.RequestAsync(id, by, Word(form["what"], RequestKind.Other), cancellation),
            "end" => await office.EndAsync(id, by, Word(form["ending"], EndingReason.Parents), form["lastDay"].ToString(), cancellation),
            _ => new CourseResult.Gone(),
        };
        return result switch
        {
            CourseResult.Done => new SeeOther($"{CourseOffice.Page}/{id}"),
            CourseResult.Refused => await ShowAsync(id, http, office, session, Of(result)),
            _ => ErrorPages.Result(StatusCodes.Status404NotFound),
        };
    }

    private static Problems Of(CourseResult result) => result is CourseResult.Refused refused ? new Problems([FieldProblem.At(refused.Field, refused.Why)]) : Problems.None;

    private static T Word<T>(string? text, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(text, out var word) && Enum.IsDefined(word) ? word : otherwise;
}
