using Husrum.Core.Cases;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Cases;

/// <summary>Where people answer what a case asks them, by link. Looking changes nothing; a question is answered once.</summary>
internal static class AnswerEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(CaseLinks.AnswerPage, LookAsync);
        routes.MapForm(CaseLinks.AnswerPage, AnswerAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    private static async Task<IResult> LookAsync(HttpContext http, CaseDesk desk)
    {
        var token = http.Request.Query["t"].ToString();
        if (token.Length == 0 || await desk.ViewAsync(token, cancellation: http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<AnswerPage>(new { View = await InTheirLanguageAsync(http, desk, token, view), Token = token });
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, CaseDesk desk)
    {
        var form = http.Request.Form;
        var token = form["t"].ToString();
        var posted = new StepForm(form[StepForm.AnswerField].ToString(), form.Where(field => field.Key != StepForm.AnswerField).ToDictionary(field => field.Key, field => field.Value.Count == 0 ? "" : field.Value[0] ?? ""));
        switch (await desk.AnswerAsync(token, posted, http.RequestAborted))
        {
            case StepResult.Settled settled:
                PageLanguage.Prefer(http, settled.View.Language);
                return new PageResult<AnswerPage>(new { settled.View, Token = token, Now = settled.Mine }, settled.Mine ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
            case StepResult.Invalid invalid:
                PageLanguage.Prefer(http, invalid.View.Language);
                return new PageResult<AnswerPage>(new { View = await InTheirLanguageAsync(http, desk, token, invalid.View), Token = token, Posted = posted, Problems = new Problems(invalid.Problems) }, StatusCodes.Status422UnprocessableEntity);
            default:
                return DeadLinkPage.Result;
        }
    }

    // the visitor's own wish for a language wins over the one on record
    private static async Task<StepView> InTheirLanguageAsync(HttpContext http, CaseDesk desk, string token, StepView view) =>
        PageLanguage.Of(http).Code == view.Language ? view : await desk.ViewAsync(token, PageLanguage.Of(http).Code, http.RequestAborted) ?? view;
}
