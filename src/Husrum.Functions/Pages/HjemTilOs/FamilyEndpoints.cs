using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>The form for those who would like to be a friend family, in two languages; and an approved family's own page, by link.</summary>
internal static class FamilyEndpoints
{
    private const string MovesInPath = FamilyDesk.Page + "/flytter-ind";
    private const string MovesOutPath = FamilyDesk.Page + "/flytter-ud";
    private const string PausePath = FamilyDesk.Page + "/pause";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var language in (Tongue[])[Tongue.Danish, Tongue.English])
        {
            routes.MapPage(PathIn(language), (HttpContext http, Ids ids, Organisation organisation) => Empty(http, language, ids, organisation));
            routes.MapForm(PathIn(language), (HttpContext http, FamilyIntake intake, Ids ids) => PostAsync(http, language, intake, ids)).RequireRateLimiting(RateLimits.PublicForm);
        }

        routes.MapPage(FamilyDesk.Page, (HttpContext http, FamilyDesk desk) => ShowAsync(http, desk, http.Request.Query["t"], new MemberForm(), "", Problems.None));
        routes.MapForm(MovesInPath, MovesInAsync).RequireRateLimiting(RateLimits.LinkForm);
        routes.MapForm(MovesOutPath, MovesOutAsync).RequireRateLimiting(RateLimits.LinkForm);
        routes.MapForm(PausePath, PauseAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    /// <summary>Where the form stands in a language.</summary>
    public static string PathIn(Tongue language) => language.IsEnglish ? "/en/hjem-til-os/become-a-friend-family" : "/hjem-til-os/bliv-venskabsfamilie";

    private static IResult Empty(HttpContext http, Tongue language, Ids ids, Organisation organisation)
    {
        PageLanguage.Prefer(http, language.Code);
        return organisation.HjemTilOs is null
            ? ErrorPages.Result(StatusCodes.Status404NotFound)
            : new PageResult<FamilyFormPage>(new { Form = new FamilyForm { SubmissionId = ids.New(), Language = language.Code } });
    }

    private static async Task<IResult> PostAsync(HttpContext http, Tongue language, FamilyIntake intake, Ids ids)
    {
        PageLanguage.Prefer(http, language.Code);
        var form = FamilyFormBinding.Read(http.Request.Form, SentForms.IdOf(http.Request.Form, ids), language.Code);
        return http.Request.Form["action"] == "language"
            ? Again(form, [], StatusCodes.Status200OK)
            : await SentForms.AnswerAsync(
                () => intake.SubmitAsync(form, http.RequestAborted),
                () => new PageResult<FormSentPage>(new { form.Members[0].Email }),
                (problems, status) => Again(form, problems, status),
                (problems, status) => Again(form with { SubmissionId = ids.New() }, problems, status));
    }

    private static async Task<IResult> MovesInAsync(HttpContext http, FamilyDesk desk)
    {
        var token = http.Request.Form["t"].ToString();
        if (await desk.ViewAsync(token, http.RequestAborted) is not { } family)
            return DeadLinkPage.Result;
        var form = FamilyFormBinding.Member(http.Request.Form, "", PageLanguage.Of(http).Code);
        var problems = await desk.MovesInAsync(family.Id, form, family.PersonId, http.RequestAborted);
        return problems.Count == 0 ? Back(token) : await ShowAsync(http, desk, token, form, "", new Problems(problems));
    }

    private static async Task<IResult> MovesOutAsync(HttpContext http, FamilyDesk desk)
    {
        var token = http.Request.Form["t"].ToString();
        if (await desk.ViewAsync(token, http.RequestAborted) is not { } family)
            return DeadLinkPage.Result;
        await desk.MovesOutAsync(family.Id, http.Request.Form["member"].ToString(), family.PersonId, http.RequestAborted);
        return Back(token);
    }

    private static async Task<IResult> PauseAsync(HttpContext http, FamilyDesk desk, TimeProvider time)
    {
        var (token, until) = (http.Request.Form["t"].ToString(), http.Request.Form["until"].ToString());
        if (await desk.ViewAsync(token, http.RequestAborted) is not { } family)
            return DeadLinkPage.Result;
        if (PauseDate.Read(until, Husrum.Core.Calendar.WallTime.LocalDate(time.GetUtcNow())) is not { } date)
            return await ShowAsync(http, desk, token, new MemberForm(), until, new Problems([PauseDate.Problem("until")]));
        await desk.PauseAsync(family.Id, date, family.PersonId, http.RequestAborted);
        return Back(token);
    }

    private static SeeOther Back(string token) => new($"{FamilyDesk.Page}?t={Uri.EscapeDataString(token)}");

    private static async Task<IResult> ShowAsync(HttpContext http, FamilyDesk desk, string? token, MemberForm member, string until, Problems problems) =>
        string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } family
            ? DeadLinkPage.Result
            : new PageResult<FamilyPage>(new { Family = family, Token = token, Member = member, Until = until, Problems = problems }, problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static PageResult<FamilyFormPage> Again(FamilyForm form, IReadOnlyList<FieldProblem> problems, int status) => new(new { Form = form, Problems = new Problems(problems) }, status);
}
