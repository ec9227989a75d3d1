using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Forms;
using Husrum.Core.Gatherings;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Gatherings;

/// <summary>Meetings, for those who run departments: plan, move, call off, and note who came.</summary>
internal static class GatheringEndpoints
{
    private const string Root = GatheringDesk.StaffPage;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ForStaff(StaffRole.Coordinator, StaffRole.Deputy, StaffRole.Leader);
        desk.MapPage(Root, () => new PageResult<GatheringsPage>());
        desk.MapPage(Root + "/nyt", (Ids ids, IStaffSession session) => Form(null, new GatheringForm { SubmissionId = ids.New(), Department = session.Current!.Departments is [var only] ? only : "" }, []));
        desk.MapForm(Root + "/nyt", PlanAsync);
        desk.MapPage(Root + "/{id}", ShowAsync);
        desk.MapPage(Root + "/{id}/flyt", MoveFormAsync);
        desk.MapForm(Root + "/{id}/flyt", MoveAsync);
        desk.MapForm(Root + "/{id}/aflys", CancelAsync);
        desk.MapForm(Root + "/{id}/kom", NoteAsync);
    }

    private static async Task<IResult> PlanAsync(HttpContext http, GatheringPlanner planner, IStaffSession session, Ids ids)
    {
        var form = Read(http.Request.Form, ids);
        var (id, problems) = await planner.PlanAsync(session.Current!, form, http.RequestAborted);
        return problems.Count == 0 ? new SeeOther($"{Root}/{id}") : Form(null, form, problems);
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext http, GatheringPlanner planner, IStaffSession session) =>
        await planner.ViewAsync(session.Current!, id, http.RequestAborted) is { } view ? new PageResult<GatheringPage>(new { View = view }) : Missing;

    private static async Task<IResult> MoveFormAsync(string id, HttpContext http, GatheringPlanner planner, IStaffSession session)
    {
        if (await planner.ViewAsync(session.Current!, id, http.RequestAborted) is not { Gathering: { State: GatheringState.Planned } gathering })
            return Missing;
        var form = new GatheringForm
        {
            SubmissionId = id,
            Date = WallTime.LocalDate(gathering.Starts).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            From = WallTime.LocalTime(gathering.Starts).ToString("HH:mm", CultureInfo.InvariantCulture),
            Until = WallTime.LocalTime(gathering.Ends).ToString("HH:mm", CultureInfo.InvariantCulture),
            Place = gathering.Place,
        };
        return Form(id, form, []);
    }

    private static async Task<IResult> MoveAsync(string id, HttpContext http, GatheringPlanner planner, IStaffSession session, Ids ids)
    {
        var form = Read(http.Request.Form, ids);
        return await planner.MoveAsync(session.Current!, id, form, http.RequestAborted) switch
        {
            null => Missing,
            { Count: > 0 } problems => Form(id, form, problems),
            _ => new SeeOther($"{Root}/{id}"),
        };
    }

    private static async Task<IResult> CancelAsync(string id, HttpContext http, GatheringPlanner planner, IStaffSession session) =>
        await planner.CancelAsync(session.Current!, id, http.RequestAborted) ? new SeeOther($"{Root}/{id}") : Missing;

    private static async Task<IResult> NoteAsync(string id, HttpContext http, GatheringPlanner planner, IStaffSession session)
    {
        var form = http.Request.Form;
        var noted = form["came"].ToString() is "yes" or "no" && await planner.NoteAsync(session.Current!, id, form["person"].ToString(), form["came"] == "yes", http.RequestAborted);
        return noted ? new SeeOther($"{Root}/{id}#gaester") : Missing;
    }

    private static IResult Missing => ErrorPages.Result(StatusCodes.Status404NotFound);

    private static PageResult<GatheringFormPage> Form(string? id, GatheringForm form, IReadOnlyList<FieldProblem> problems) =>
        new(new { Id = id, Form = form, Problems = new Problems(problems) }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static GatheringForm Read(IFormCollection form, Ids ids) => new()
    {
        SubmissionId = form["submissionId"].ToString() is { Length: >= 8 and <= 64 } id ? id : ids.New(),
        Department = form["department"].ToString(),
        Kind = form["kind"].ToString(),
        Audience = form["audience"].ToString() is { Length: > 0 } audience ? audience : new GatheringForm { SubmissionId = "" }.Audience,
        Date = form["date"].ToString(),
        From = form["from"].ToString(),
        Until = form["until"].ToString(),
        Place = form["place"].ToString(),
        Note = form["note"].ToString(),
        Functions = [.. form["functions"].OfType<string>().Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).Take(50)],
    };
}
