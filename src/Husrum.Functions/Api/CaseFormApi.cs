using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Register;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Husrum.Functions.Api;

/// <summary>Takes a form of another web site in, where it becomes a case: the key, the language, a repeat that counts once, and what is wrong field by field.</summary>
internal sealed class CaseFormApi(ApiCallers callers, Ids ids)
{
    /// <summary>Answers a posted form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="invalid">What is answered where something must be mended.</param>
    /// <param name="submit">Takes the form in, under an id of its own and in a language.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, Func<IReadOnlyList<FieldProblem>, Tongue, IResult> invalid, Func<IFormCollection, string, Tongue, Task<CaseIntakeResult>> submit)
    {
        var spoken = Tongue.Of(Languages.Of(http.Request.Headers.AcceptLanguage));
        if (callers.Find(http.Request.Headers[ApiCallers.Header]) is not { } caller)
            return ApiProblems.Key(spoken);
        if (!http.Request.HasFormContentType)
            throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        var posted = await http.Request.ReadProperFormAsync();
        var language = posted.ContainsKey("language") ? Tongue.Of(Languages.Of(posted["language"])) : spoken;
        var key = http.Request.Headers["Idempotency-Key"].ToString().Trim('"', ' ');
        if (key.Length is > 0 and < 8 or > 255)
            return ApiProblems.BadIdempotencyKey(language);
        try
        {
            return await submit(posted, key.Length == 0 ? ids.New() : Ids.Derive("api", caller.Sha256, key), language) switch
            {
                CaseIntakeResult.Accepted => TypedResults.Json(new FormAccepted("received"), statusCode: StatusCodes.Status201Created),
                CaseIntakeResult.Invalid wrong => invalid(wrong.Problems, language),
                _ => ApiProblems.KeyReused(language),
            };
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return ApiProblems.NoRoom(language);
        }
    }
}

/// <summary>How such forms are put on the map.</summary>
internal static class CaseFormRoutes
{
    private const long MostBytes = 256 * 1024;

    public static RouteHandlerBuilder TakesForms(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
        .DisableAntiforgery() // no browser's cookies count here; the key does
        .RequireRateLimiting(RateLimits.Api);
}

/// <summary>A form that was taken in. Where it stands only the people in it can see, by the links in their e-mail.</summary>
/// <param name="Status">Always <c>received</c>.</param>
internal sealed record FormAccepted(string Status);
