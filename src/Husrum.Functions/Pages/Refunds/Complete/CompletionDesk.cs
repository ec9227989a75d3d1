using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;
using Husrum.Functions.Pages.Refunds.Claim;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Complete;

/// <summary>Takes a mended claim: sends it in again, or gives the form back.</summary>
internal sealed class CompletionDesk(ClaimIntake intake, PostedClaims claims, Drafts drafts)
{
    public async Task<IResult> PostAsync(HttpContext http)
    {
        var posted = await claims.ReadAsync(PageLanguage.Of(http), http);
        var token = http.Request.Form["t"].ToString();
        if (await intake.CompletionAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        var form = posted.Form with { Language = PageLanguage.Prefer(http, posted.Form.Language).Code };
        if (posted.Status is { } status)
            return Again(posted.Problems, status);
        switch (await intake.CompleteAsync(token, form, http.RequestAborted))
        {
            case IntakeResult.Accepted accepted:
                await drafts.ForgetAsync(posted.Files, http.RequestAborted);
                return new SeeOther(accepted.StatusPath);
            case IntakeResult.Invalid invalid:
                return Again(invalid.Problems, StatusCodes.Status422UnprocessableEntity);
            default:
                return DeadLinkPage.Result;
        }

        PageResult<CompletionPage> Again(IReadOnlyList<FieldProblem> problems, int code) =>
            new(new { Model = posted.Again(drafts, problems), View = view, Token = token }, code);
    }
}
