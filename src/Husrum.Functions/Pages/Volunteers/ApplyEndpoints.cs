using Husrum.Core.Forms;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Intake;
using Husrum.Functions.Embedded;
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
        var form = ApplicationBinding.Read(http.Request.Form, http.Request.Form["submissionId"].ToString() is { Length: >= 8 and <= 64 } id ? id : ids.New(), language.Code);
        if (http.Request.Form["action"] == "language")
            return Again(form, [], StatusCodes.Status200OK);
        try
        {
            return await intake.SubmitAsync(form, http.RequestAborted) switch
            {
                ApplicationResult.Accepted => new PageResult<AppliedPage>(new { form.Email }),
                ApplicationResult.Invalid invalid => Again(form, invalid.Problems, StatusCodes.Status422UnprocessableEntity),
                _ => Again(form with { SubmissionId = ids.New() }, [SentBefore], StatusCodes.Status409Conflict),
            };
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return Again(form, [NotSaved], StatusCodes.Status507InsufficientStorage);
        }
    }

    private static PageResult<ApplyPage> Again(ApplicationForm form, IReadOnlyList<FieldProblem> problems, int status) =>
        new(new { Form = form, Problems = new Problems(problems) }, status);

    private static FieldProblem SentBefore { get; } = new(
        "",
        "Du har allerede sendt denne formular med et andet indhold, og den har vi. Er dette en ny ansøgning, så send igen.",
        "You have already sent this form with other content, and we have it. If this is a new application, please send it again.");

    private static FieldProblem NotSaved { get; } = new(
        "",
        "Vi kan ikke gemme noget lige nu. Det er ikke din skyld. Ansøgningen er ikke sendt, men alt, hvad du skrev, er her stadig. Prøv igen om lidt.",
        "We cannot save anything right now. It is not your fault. The application has not been sent, but everything you typed is still here. Please try again in a little while.");
}
