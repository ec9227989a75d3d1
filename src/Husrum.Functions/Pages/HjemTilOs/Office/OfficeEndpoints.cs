using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Office;
using Husrum.Core.HjemTilOs.Referrals.Office;
using Husrum.Core.People;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.HjemTilOs.Office;

/// <summary>Staff see the friend families and referrals of their departments, what each waits for, and do what the rules allow.</summary>
internal static class OfficeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("").ForStaff(StaffRole.Coordinator, StaffRole.Deputy, StaffRole.Leader);
        staff.MapPage(FamilyOffice.Page, async (HttpContext http, FamilyOffice office, IStaffSession session) => new PageResult<FamilyListPage>(new { Files = await office.AllAsync(session.Current!.PersonId, http.RequestAborted) }));
        staff.MapPage(FamilyOffice.Page + "/{id}", (string id, HttpContext http, FamilyOffice office, IStaffSession session) => FamilyAsync(id, http, office, session, []));
        staff.MapForm(FamilyOffice.Page + "/{id}", ChangeFamilyAsync);
        staff.MapPage(ReferralOffice.Page, async (HttpContext http, ReferralOffice office, IStaffSession session) => new PageResult<ReferralListPage>(new { Files = await office.AllAsync(session.Current!.PersonId, http.RequestAborted) }));
        staff.MapPage(ReferralOffice.Page + "/{id}", (string id, HttpContext http, ReferralOffice office, IStaffSession session) => ReferralAsync(id, http, office, session, []));
        staff.MapForm(ReferralOffice.Page + "/{id}", ChangeReferralAsync);
    }

    private static async Task<IResult> ChangeFamilyAsync(string id, HttpContext http, FamilyOffice office, IStaffSession session)
    {
        var form = http.Request.Form;
        var (by, cancellation) = (session.Current!.PersonId, http.RequestAborted);
        var problems = form["do"].ToString() switch
        {
            "in" => await office.MovesInAsync(id, by, FamilyFormBinding.Member(form, "", form["language"].ToString()), cancellation),
            "out" => await office.MovesOutAsync(id, by, form["member"].ToString(), cancellation),
            "pause" => await office.PauseAsync(id, by, form["until"].ToString(), cancellation),
            "resume" => await office.ResumeAsync(id, by, cancellation),
            "reject" => await office.RejectAsync(id, by, cancellation),
            "stop" => await office.StopAsync(id, by, cancellation),
            _ => null,
        };
        return problems switch
        {
            null => ErrorPages.Result(StatusCodes.Status404NotFound),
            [] => new SeeOther($"{FamilyOffice.Page}/{id}"),
            _ => await FamilyAsync(id, http, office, session, problems),
        };
    }

    private static async Task<IResult> ChangeReferralAsync(string id, HttpContext http, ReferralOffice office, IStaffSession session)
    {
        var form = http.Request.Form;
        var (by, guardian, cancellation) = (session.Current!.PersonId, form["guardian"].ToString(), http.RequestAborted);
        var problems = form["do"].ToString() switch
        {
            "signed" => await office.SignedAsync(id, by, guardian, form[guardian + "-signedOn"].ToString(), form[guardian + "-hold"].Count > 0, cancellation),
            "taken-back" => await office.TakenBackAsync(id, by, guardian, cancellation),
            "informed" => await office.InformedAsync(id, by, form["informedOn"].ToString(), form["informedBy"].ToString(), form["parentsView"].ToString(), cancellation),
            "close" => await office.CloseAsync(id, by, cancellation),
            _ => null,
        };
        return problems switch
        {
            null => ErrorPages.Result(StatusCodes.Status404NotFound),
            [] => new SeeOther($"{ReferralOffice.Page}/{id}"),
            _ => await ReferralAsync(id, http, office, session, problems),
        };
    }

    private static async Task<IResult> FamilyAsync(string id, HttpContext http, FamilyOffice office, IStaffSession session, IReadOnlyList<FieldProblem> problems) =>
        await office.FileAsync(id, session.Current!.PersonId, http.RequestAborted) is { } file
            ? new PageResult<FamilyFilePage>(new { File = file, Typed = Typed(http, problems), Problems = new Problems(problems) }, StatusOf(problems))
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReferralAsync(string id, HttpContext http, ReferralOffice office, IStaffSession session, IReadOnlyList<FieldProblem> problems) =>
        await office.FileAsync(id, session.Current!.PersonId, http.RequestAborted) is { } file
            ? new PageResult<ReferralFilePage>(new { File = file, Typed = Typed(http, problems), Problems = new Problems(problems) }, StatusOf(problems))
            : ErrorPages.Result(StatusCodes.Status404NotFound);

    private static Dictionary<string, string> Typed(HttpContext http, IReadOnlyList<FieldProblem> problems) =>
        problems.Count > 0 ? http.Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString()) : [];

    private static int StatusOf(IReadOnlyList<FieldProblem> problems) => problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
