using Husrum.Core.Forms;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>Reads posted claims, whatever is wrong with them: nothing typed or uploaded is lost on the way.</summary>
internal sealed class PostedClaims(ReceiptIntake receipts, Drafts drafts, FormCheck check, FormGuard guard, Ids ids)
{
    /// <param name="language">The page's.</param>
    /// <param name="http">The request.</param>
    /// <param name="posted">Its form, read with <see cref="UploadForm"/>.</param>
    public async Task<PostedClaim> ReadAsync(Tongue language, HttpContext http, IFormCollection posted)
    {
        var files = Without(drafts.Open(posted["draft"]), posted["remove"]);
        if (!await guard.AllowsAsync(http))
            return Read(posted, language, files, [Stale], StatusCodes.Status400BadRequest);
        if (UploadForm.IsTooBig(posted))
            return Read(posted, language, files, [ReceiptIntake.TooBig], StatusCodes.Status413PayloadTooLarge);

        var (kept, refused) = await receipts.TakeAsync(posted.Files, files, http.RequestAborted);
        if (refused.Contains(ReceiptIntake.NoRoom))
            return Read(posted, language, kept, refused, StatusCodes.Status507InsufficientStorage);
        var isSent = posted["action"] == "send" && !posted.ContainsKey("remove");
        int? status = refused.Count > 0 ? StatusCodes.Status422UnprocessableEntity : isSent ? null : StatusCodes.Status200OK;
        var claim = Read(posted, language, kept, refused, status) with { MoreLines = posted["action"] == "lines" };
        return isSent && refused.Count > 0 ? claim with { Problems = check.With(refused, claim.Form) } : claim;
    }

    private PostedClaim Read(IFormCollection posted, Tongue language, DraftFiles files, IReadOnlyList<FieldProblem> problems, int? status)
    {
        var submissionId = ClaimFormBinding.Text(posted, "submissionId");
        var form = ClaimFormBinding.Read(posted, submissionId.Length == 26 ? submissionId : ids.New(), language.Code, [.. files.Files.Select(file => file.Sha256)]);
        return new PostedClaim(form, files, problems, status);
    }

    private static DraftFiles Without(DraftFiles files, string? sha256) =>
        string.IsNullOrEmpty(sha256) ? files : files with { Files = [.. files.Files.Where(file => file.Sha256 != sha256)] };

    private static FieldProblem Stale { get; } = new(
        "",
        "Siden havde ligget åben for længe, eller din browser tager ikke imod cookies. Alt, hvad du skrev, er her stadig. Har du lige valgt nye filer, så vælg dem igen, og send.",
        "The page had been open for too long, or your browser does not accept cookies. Everything you typed is still here. If you have just chosen new files, please choose them again and send.");
}
