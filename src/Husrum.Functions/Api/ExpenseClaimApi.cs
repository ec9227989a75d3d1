using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Refunds.Claim;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Api;

/// <summary>The same form for other web sites: a claim as multipart, checked by the same rules.</summary>
internal static class ExpenseClaimApi
{
    public const string Path = "/api/expense-claims";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, PostAsync)
            .AcceptsUploads()
            .DisableAntiforgery() // no browser's cookies count here; the key does
            .RequireRateLimiting(RateLimits.Api)
            .DescribeExpenseClaims();

    private static async Task<IResult> PostAsync(HttpContext http, ApiCallers callers, ClaimIntake intake, ReceiptIntake receipts, FormCheck check, Drafts drafts, Ids ids, PublicAddress address)
    {
        var cancellation = http.RequestAborted;
        var spoken = Tongue.Of(Husrum.Core.Language.Languages.Of(http.Request.Headers.AcceptLanguage));
        if (callers.Find(http.Request.Headers[ApiCallers.Header]) is not { } caller)
            return ApiProblems.Key(spoken);

        var posted = await UploadForm.ReadAsync(http);
        var language = posted.ContainsKey("language") ? Tongue.Of(Husrum.Core.Language.Languages.Of(posted["language"])) : spoken;
        var key = http.Request.Headers["Idempotency-Key"].ToString().Trim('"', ' ');
        if (key.Length is > 0 and < 8 or > 255)
            return ApiProblems.BadIdempotencyKey(language);
        if (UploadForm.IsTooBig(posted))
            return ApiProblems.TooBig(language);

        var (files, refused) = await receipts.TakeAsync(posted.Files, DraftFiles.Empty, cancellation);
        if (refused.Contains(ReceiptIntake.NoRoom))
            return ApiProblems.NoRoom(language);
        var submissionId = key.Length == 0 ? ids.New() : Ids.Derive("api", caller.Sha256, key);
        var form = ClaimFormBinding.Read(posted, submissionId, language.Code, [.. files.Files.Select(file => file.Sha256)]);
        if (refused.Count > 0)
            return ApiProblems.InvalidClaim(check.With(refused, form), language);
        switch (await intake.SubmitAsync(form, cancellation))
        {
            case IntakeResult.Accepted accepted:
                await drafts.ForgetAsync(files, cancellation);
                return TypedResults.Created(address.Value + accepted.StatusPath, new ExpenseClaimAccepted(accepted.ClaimId, "received"));
            case IntakeResult.Invalid invalid:
                return ApiProblems.InvalidClaim(invalid.Problems, language);
            default:
                return ApiProblems.KeyReused(language);
        }
    }
}

/// <summary>A claim that was taken in.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Status">Always <c>received</c>: where it has come since, its status page says.</param>
internal sealed record ExpenseClaimAccepted(string Id, string Status);
