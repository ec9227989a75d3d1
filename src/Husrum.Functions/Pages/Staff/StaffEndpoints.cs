using Husrum.Core.Forms;
using Husrum.Core.People;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Staff;

/// <summary>Who works here, as what, where: for operators.</summary>
internal static class StaffEndpoints
{
    public const string Root = "/medarbejdere";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").ForStaff(StaffRole.Operator);
        desk.MapPage(Root, () => new PageResult<StaffListPage>());
        desk.MapPage(Root + "/ny", () => Form(null, StaffForm.Empty, []));
        desk.MapForm(Root + "/ny", AddAsync);
        desk.MapPage(Root + "/{personId}", ShowAsync);
        desk.MapForm(Root + "/{personId}", ChangeAsync);
        desk.MapForm(Root + "/{personId}/log-ud", SignOutAsync);
        desk.MapForm(Root + "/{personId}/fjern", RemoveAsync);
    }

    private static async Task<IResult> ShowAsync(string personId, HttpContext http, StaffDirectory staff, PersonDirectory people) =>
        await staff.GetAsync(personId, http.RequestAborted) is { } member && await people.ReachAsync(personId, http.RequestAborted) is { } who
            ? Form(personId, StaffForm.Of(who, member.Value), [])
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static async Task<IResult> AddAsync(HttpContext http, StaffDesk desk)
    {
        var form = StaffForm.Read(http.Request.Form);
        return Answer(null, form, await desk.AddAsync(form, http.RequestAborted));
    }

    private static async Task<IResult> ChangeAsync(string personId, HttpContext http, StaffDesk desk)
    {
        var form = StaffForm.Read(http.Request.Form);
        return Answer(personId, form, await desk.ChangeAsync(personId, form, http.RequestAborted));
    }

    private static async Task<SeeOther> SignOutAsync(string personId, HttpContext http, StaffDirectory staff)
    {
        await staff.SignOutEverywhereAsync(personId, http.RequestAborted);
        return new SeeOther(Root);
    }

    private static async Task<IResult> RemoveAsync(string personId, HttpContext http, StaffDesk desk, StaffDirectory staff, PersonDirectory people)
    {
        var problems = await desk.RemoveAsync(personId, http.RequestAborted);
        return await staff.GetAsync(personId, http.RequestAborted) is { } member && await people.ReachAsync(personId, http.RequestAborted) is { } who
            ? Answer(personId, StaffForm.Of(who, member.Value), problems)
            : new SeeOther(Root);
    }

    private static IResult Answer(string? personId, StaffForm form, IReadOnlyList<FieldProblem> problems) =>
        problems.Count == 0 ? new SeeOther(Root) : Form(personId, form, problems);

    private static PageResult<StaffFormPage> Form(string? personId, StaffForm form, IReadOnlyList<FieldProblem> problems) =>
        new(new { PersonId = personId, Form = form, Problems = new Problems(problems) }, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
