using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>The form for a new claim, in two languages.</summary>
internal static class ClaimFormEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var language in (Tongue[])[Tongue.Danish, Tongue.English])
        {
            routes.MapPage(PathIn(language), (HttpContext http, Ids ids) => Empty(http, language, ids));
            routes.MapPost(PathIn(language), (HttpContext http, ClaimFormDesk desk) => desk.PostAsync(PageLanguage.Prefer(http, language.Code), http))
                .AcceptsUploads()
                .DisableAntiforgery() // the desk asks the guard itself, to give the form back where it says no
                .RequireRateLimiting(RateLimits.PublicForm);
        }
    }

    /// <summary>Where the form stands in a language.</summary>
    public static string PathIn(Tongue language) => language.IsEnglish ? "/en/expenses" : "/udlaeg";

    private static PageResult<ClaimFormPage> Empty(HttpContext http, Tongue language, Ids ids)
    {
        PageLanguage.Prefer(http, language.Code);
        return new PageResult<ClaimFormPage>(new { Model = new ClaimFormModel { Form = new ClaimForm { SubmissionId = ids.New(), Language = language.Code } } });
    }
}
