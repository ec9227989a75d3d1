using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>Takes a posted new claim: sends it in, or gives the form back.</summary>
internal sealed class ClaimFormDesk(ClaimIntake intake, PostedClaims claims, Drafts drafts, Ids ids)
{
    public async Task<IResult> PostAsync(Tongue language, HttpContext http)
    {
        var posted = await claims.ReadAsync(language, http, await UploadForm.ReadAsync(http));
        if (posted.Status is { } status)
            return Again(posted, posted.Problems, status);
        IntakeResult result;
        try
        {
            result = await intake.SubmitAsync(posted.Form, http.RequestAborted);
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return Again(posted, [NotSaved], StatusCodes.Status507InsufficientStorage);
        }

        switch (result)
        {
            case IntakeResult.Accepted accepted:
                await drafts.ForgetAsync(posted.Files, http.RequestAborted);
                return new SeeOther(accepted.StatusPath);
            case IntakeResult.Invalid invalid:
                return Again(posted, invalid.Problems, StatusCodes.Status422UnprocessableEntity);
            default:
                var fresh = posted with { Form = posted.Form with { SubmissionId = ids.New() } };
                return Again(fresh, [SentBefore], StatusCodes.Status409Conflict);
        }
    }

    private PageResult<ClaimFormPage> Again(PostedClaim posted, IReadOnlyList<FieldProblem> problems, int status) =>
        new(new { Model = posted.Again(drafts, problems) }, status);

    /// <summary>What is said when nothing can be saved at all.</summary>
    public static FieldProblem NotSaved { get; } = new(
        "",
        "Vi kan ikke gemme noget lige nu. Det er ikke din skyld. Udlægget er ikke sendt, men alt, hvad du skrev, er her stadig. Prøv igen om lidt.",
        "We cannot save anything right now. It is not your fault. The claim has not been sent, but everything you typed is still here. Please try again in a little while.");

    private static FieldProblem SentBefore { get; } = new(
        "",
        "Du har allerede sendt denne formular med et andet indhold, og det udlæg har vi. Er dette et nyt udlæg, så send igen.",
        "You have already sent this form with other content, and we have that claim. If this is a new claim, please send it again.");
}
