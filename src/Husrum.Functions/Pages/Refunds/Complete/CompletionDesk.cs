using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Refunds.Claim;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Complete;

/// <summary>Takes a mended claim: sends it in again, or gives the form back.</summary>
internal sealed class CompletionDesk(ClaimIntake intake, PostedClaims claims, Drafts drafts)
{
    public async Task<IResult> PostAsync(HttpContext http)
    {
        var sent = await UploadForm.ReadAsync(http);
        var token = sent["t"].ToString();
        if (await intake.CompletionAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result; // before anything of it is kept
        var posted = await claims.ReadAsync(PageLanguage.Of(http), http, sent);
        var form = posted.Form with { Language = PageLanguage.Prefer(http, posted.Form.Language).Code };
        if (posted.Status is { } status)
            return Again(posted.Problems, status);
        IntakeResult result;
        try
        {
            result = await intake.CompleteAsync(token, form, http.RequestAborted);
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return Again([ClaimFormDesk.NotSaved], StatusCodes.Status507InsufficientStorage);
        }

        switch (result)
        {
            case IntakeResult.Accepted accepted:
                await drafts.ForgetAsync(posted.Files, http.RequestAborted);
                return new SeeOther(accepted.StatusPath);
            case IntakeResult.Invalid invalid:
                return Again(invalid.Problems, StatusCodes.Status422UnprocessableEntity);
            case var late:
                // sent from another tab meanwhile, or closed: what was typed here is shown, so that it is not lost
                var now = await intake.CompletionAsync(token, http.RequestAborted) ?? view;
                return new PageResult<CompletionPage>(new { Model = posted.Again(drafts, []), View = now with { Open = false }, Token = token, Late = late }, StatusCodes.Status409Conflict);
        }

        PageResult<CompletionPage> Again(IReadOnlyList<FieldProblem> problems, int code) =>
            new(new { Model = posted.Again(drafts, problems), View = view, Token = token }, code);
    }
}
