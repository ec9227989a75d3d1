using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Intake;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Volunteers;

/// <summary>The form for those who would like to volunteer, in two languages.</summary>
internal static class ApplyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var language in (Tongue[])[Tongue.Danish, Tongue.English])
        {
            routes.MapPage(PathIn(language), (HttpContext http, Ids ids, Organisation organisation) => Empty(http, language, ids, organisation));
            routes.MapForm(PathIn(language), (HttpContext http, ApplicationIntake intake, Ids ids) => PostAsync(http, language, intake, ids)).RequireRateLimiting(RateLimits.PublicForm);
        }
    }

    /// <summary>Where the form stands in a language.</summary>
    public static string PathIn(Tongue language) => language.IsEnglish ? "/en/volunteer" : "/bliv-frivillig";

    private static IResult Empty(HttpContext http, Tongue language, Ids ids, Organisation organisation)
    {
        PageLanguage.Prefer(http, language.Code);
        return organisation.Volunteering is null
            ? ErrorPages.Result(StatusCodes.Status404NotFound)
            : new PageResult<ApplyPage>(new { Form = new ApplicationForm { SubmissionId = ids.New(), Language = language.Code } });
    }

    private static async Task<IResult> PostAsync(HttpContext http, Tongue language, ApplicationIntake intake, Ids ids)
    {
        PageLanguage.Prefer(http, language.Code);
        var form = ApplicationBinding.Read(http.Request.Form, SentForms.IdOf(http.Request.Form, ids), language.Code);
        return http.Request.Form["action"] == "language"
            ? Again(form, [], StatusCodes.Status200OK)
            : await SentForms.AnswerAsync(
                () => intake.SubmitAsync(form, http.RequestAborted),
                () => new PageResult<AppliedPage>(new { form.Email }),
                (problems, status) => Again(form, problems, status),
                (problems, status) => Again(form with { SubmissionId = ids.New() }, problems, status));
    }

    private static PageResult<ApplyPage> Again(ApplicationForm form, IReadOnlyList<FieldProblem> problems, int status) =>
        new(new { Form = form, Problems = new Problems(problems) }, status);
}
