using Husrum.Core.Register;
using Husrum.Core.Volunteers.Intake;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.Pages.Volunteers;

namespace Husrum.Functions.Api;

/// <summary>The application form for other web sites, checked by the same rules.</summary>
internal static class VolunteerApplicationApi
{
    public const string Path = "/api/volunteer-applications";

    private const long MostBytes = 256 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, PostAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes))
            .DisableAntiforgery() // no browser's cookies count here; the key does
            .RequireRateLimiting(RateLimits.Api)
            .DescribeVolunteerApplications();

    private static async Task<IResult> PostAsync(HttpContext http, ApiCallers callers, ApplicationIntake intake, Ids ids)
    {
        var spoken = Tongue.Of(Husrum.Core.Language.Languages.Of(http.Request.Headers.AcceptLanguage));
        if (callers.Find(http.Request.Headers[ApiCallers.Header]) is not { } caller)
            return ApiProblems.Key(spoken);
        if (!http.Request.HasFormContentType)
            throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        var posted = await http.Request.ReadProperFormAsync();
        var language = posted.ContainsKey("language") ? Tongue.Of(Husrum.Core.Language.Languages.Of(posted["language"])) : spoken;
        var key = http.Request.Headers["Idempotency-Key"].ToString().Trim('"', ' ');
        if (key.Length is > 0 and < 8 or > 255)
            return ApiProblems.BadIdempotencyKey(language);
        var form = ApplicationBinding.Read(posted, key.Length == 0 ? ids.New() : Ids.Derive("api", caller.Sha256, key), language.Code);
        try
        {
            return await intake.SubmitAsync(form, http.RequestAborted) switch
            {
                ApplicationResult.Accepted => TypedResults.Json(new VolunteerApplicationAccepted("received"), statusCode: StatusCodes.Status201Created),
                ApplicationResult.Invalid invalid => ApiProblems.InvalidApplication(invalid.Problems, language),
                _ => ApiProblems.KeyReused(language),
            };
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return ApiProblems.NoRoom(language);
        }
    }
}

/// <summary>An application that was taken in. Where it stands only the applicant can see, by the link in their e-mail.</summary>
/// <param name="Status">Always <c>received</c>.</param>
internal sealed record VolunteerApplicationAccepted(string Status);
