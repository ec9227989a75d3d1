using Husrum.Core.Forms;
using Husrum.Core.People;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Files;
using Husrum.Core.Volunteers.Functions;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Volunteers.Files;

/// <summary>Volunteers by department, and a person's page: for those who look after them.</summary>
internal static class FileEndpoints
{
    public const string Root = VolunteerFiles.StaffPage;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ForStaff(StaffRole.Coordinator, StaffRole.Deputy, StaffRole.Leader);
        desk.MapPage(Root, async (HttpContext http, VolunteerFiles files, IStaffSession session) => new PageResult<ListPage>(new { Lists = await files.ListsAsync(session.Current!.PersonId, http.RequestAborted) }));
        desk.MapPage(Root + "/{personId}", (string personId, HttpContext http, VolunteerFiles files, IStaffSession session) => ShowAsync(personId, http, files, session, []));
        desk.MapForm(Root + "/{personId}/funktion", OfferAsync);
        desk.MapForm(Root + "/{personId}/funktion/slut", EndFunctionAsync);
        desk.MapForm(Root + "/{personId}/farvel", TerminateAsync);
    }

    private static async Task<IResult> OfferAsync(string personId, HttpContext http, FunctionDesk functions, VolunteerFiles files, IStaffSession session)
    {
        var form = http.Request.Form;
        return await AnswerAsync(personId, http, files, session, await functions.OfferAsync(personId, form["function"].ToString(), form["birthDate"].ToString(), session.Current!.PersonId, http.RequestAborted));
    }

    private static async Task<IResult> EndFunctionAsync(string personId, HttpContext http, FunctionDesk functions, VolunteerFiles files, IStaffSession session) =>
        await AnswerAsync(personId, http, files, session, await functions.EndByStaffAsync(personId, http.Request.Form["function"].ToString(), session.Current!.PersonId, http.RequestAborted));

    private static async Task<IResult> TerminateAsync(string personId, HttpContext http, TerminationDesk desk, VolunteerFiles files, IStaffSession session)
    {
        var form = http.Request.Form;
        return await desk.RecordAsync(personId, session.Current!.PersonId, form["talkedOn"].ToString(), form["held"].Count > 0, form["message"].ToString(), http.RequestAborted) switch
        {
            TerminationResult.Invalid invalid => await ShowAsync(personId, http, files, session, invalid.Problems),
            TerminationResult.Done => new SeeOther($"{Root}/{personId}"),
            _ => ErrorPages.Result(StatusCodes.Status404NotFound),
        };
    }

    private static async Task<IResult> AnswerAsync(string personId, HttpContext http, VolunteerFiles files, IStaffSession session, FunctionResult result) => result switch
    {
        FunctionResult.Invalid invalid => await ShowAsync(personId, http, files, session, invalid.Problems),
        FunctionResult.Done => new SeeOther($"{Root}/{personId}"),
        _ => ErrorPages.Result(StatusCodes.Status404NotFound),
    };

    private static async Task<IResult> ShowAsync(string personId, HttpContext http, VolunteerFiles files, IStaffSession session, IReadOnlyList<FieldProblem> problems)
    {
        if (await files.FileAsync(personId, session.Current!.PersonId, http.RequestAborted) is not { } file)
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        var typed = problems.Count > 0 ? http.Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString()) : [];
        return new PageResult<FilePage>(new { File = file, Typed = typed, Problems = new Problems(problems) }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
