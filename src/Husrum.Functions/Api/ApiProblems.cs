using Husrum.Core.Forms;
using Husrum.Functions.Pages.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Husrum.Functions.Api;

/// <summary>What the API answers where it cannot do as asked: problem details (RFC 9457) in the caller's language.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult Key(Tongue language) => Problem(
        StatusCodes.Status401Unauthorized,
        "unknown-key",
        language.Say("Nøglen mangler eller er ukendt", "The key is missing or unknown"),
        language.Say("Send hjemmesidens nøgle i headeren x-functions-key.", "Send the website's key in the header x-functions-key."));

    public static ProblemHttpResult TooBig(Tongue language) => Problem(
        StatusCodes.Status413PayloadTooLarge,
        "too-big",
        language.Say("Filerne fylder for meget tilsammen", "The files are too big in total"),
        language.Say("Højst 10 filer, 10 MB hver og 90 MB tilsammen.", "At most 10 files, 10 MB each and 90 MB in total."));

    public static ProblemHttpResult NoRoom(Tongue language) => Problem(
        StatusCodes.Status507InsufficientStorage,
        "no-room",
        language.Say("Der er ikke plads til mere lige nu", "There is no room for more right now"),
        language.Say("Prøv igen om nogle timer med den samme Idempotency-Key.", "Try again in some hours with the same Idempotency-Key."));

    public static ProblemHttpResult BadIdempotencyKey(Tongue language) => Problem(
        StatusCodes.Status400BadRequest,
        "bad-idempotency-key",
        language.Say("Idempotency-Key kan ikke bruges", "The Idempotency-Key cannot be used"),
        language.Say("Den skal være på 8 til 255 tegn.", "It must have 8 to 255 characters."));

    public static ProblemHttpResult KeyReused(Tongue language) => Problem(
        StatusCodes.Status422UnprocessableEntity,
        "idempotency-key-reused",
        language.Say("Idempotency-Key er brugt før med et andet indhold", "The Idempotency-Key has been used with other content"),
        language.Say("Brug en ny nøgle, hver gang du sender noget nyt, og den samme, når du sender det samme igen.", "Use a new key for whatever is new, and the same one when you send the same again."));

    public static ProblemHttpResult InvalidClaim(IReadOnlyList<FieldProblem> problems, Tongue language) =>
        Invalid(problems, language, "invalid-claim", language.Say("Noget i udlægget skal rettes", "Something in the claim must be put right"));

    public static ProblemHttpResult InvalidApplication(IReadOnlyList<FieldProblem> problems, Tongue language) =>
        Invalid(problems, language, "invalid-application", language.Say("Noget i ansøgningen skal rettes", "Something in the application must be put right"));

    public static ProblemHttpResult InvalidReferral(IReadOnlyList<FieldProblem> problems, Tongue language) =>
        Invalid(problems, language, "invalid-referral", language.Say("Noget i henvisningen skal rettes", "Something in the referral must be put right"));

    private static ProblemHttpResult Invalid(IReadOnlyList<FieldProblem> problems, Tongue language, string type, string title) => TypedResults.Problem(new HttpValidationProblemDetails(
        problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.In(language.Code)).ToArray()))
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Type = "urn:husrum:problem:" + type,
        Title = title,
    });

    private static ProblemHttpResult Problem(int status, string type, string title, string detail) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Type = "urn:husrum:problem:" + type,
        Title = title,
        Detail = detail,
    });
}
