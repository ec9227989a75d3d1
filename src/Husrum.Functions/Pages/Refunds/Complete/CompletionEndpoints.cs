using Husrum.Core.Refunds.Intake;
using Husrum.Functions.Pages.Refunds.Claim;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Complete;

/// <summary>Where a claimant mends a claim that was sent back, by link.</summary>
internal static class CompletionEndpoints
{
    public const string Path = "/ret";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, LookAsync);
        routes.MapPost(Path, (HttpContext http, CompletionDesk desk) => desk.PostAsync(http))
            .AcceptsUploads()
            .DisableAntiforgery() // the desk asks the guard itself, to give the form back where it says no
            .RequireRateLimiting(RateLimits.LinkForm);
    }

    private static async Task<IResult> LookAsync(HttpContext http, ClaimIntake intake, Drafts drafts)
    {
        var token = http.Request.Query["t"].ToString();
        if (token.Length == 0 || await intake.CompletionAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        var language = PageLanguage.Prefer(http, view.Form.Language);
        var files = new DraftFiles(null, [.. view.Form.ReceiptIds.Select((id, i) => new DraftFile(id, language.Say($"Kvittering {i + 1}", $"Receipt {i + 1}"), 0))]);
        var model = new ClaimFormModel
        {
            Form = view.Form,
            Rows = Math.Max(ClaimFormModel.LinesAtFirst, view.Form.Lines.Count),
            Files = files,
            Draft = drafts.Seal(files),
        };
        return new PageResult<CompletionPage>(new { Model = model, View = view, Token = token });
    }
}
