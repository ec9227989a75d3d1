using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Husrum.Functions.Pages.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>
/// Where Event Grid brings delivery reports. It has to show the secret, as a header of its own or in the query (where the handshake has it), or a token of Entra.
/// It is told that all is well once everything is on the disk; otherwise it comes again.
/// </summary>
internal static partial class DeliveryReportEndpoint
{
    public const string Path = "/api/delivery-reports";

    public const string Header = "x-husrum-reports-secret";

    public const string Query = "secret";

    private const long MostBytes = 1 << 20; // the most that Event Grid puts into one request

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, TakeAsync)
            .DisableAntiforgery() // no browser's cookies count here
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .RequireRateLimiting(RateLimits.Reports)
            .ExcludeFromDescription(); // it is Event Grid's, not other web sites'

    private static async Task<IResult> TakeAsync(HttpContext http, ReportCallers callers, DeliveryReports reports, ILogger<DeliveryReports> logger)
    {
        if (!callers.AreExpected)
            return TypedResults.NotFound();
        if (!await callers.AllowsAsync(http.Request, http.RequestAborted))
        {
            LogRefused(logger);
            return TypedResults.Unauthorized();
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            foreach (var happened in EventGridEvent.Read(document.RootElement))
            {
                if (happened.Type == EventGridEvent.Validation)
                    return Validation(EventGridEvent.Text(happened.Data, "validationCode"));
                if (ReportReading.Read(happened) is { } report)
                    await reports.TakeAsync(report, http.RequestAborted);
            }

            return TypedResults.Ok();
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }
    }

    // of a length that is said: Event Grid has refused answers that come in chunks (MicrosoftDocs/azure-docs issue 51296)
    private static ContentHttpResult Validation(string? code) => TypedResults.Text(JsonSerializer.Serialize(new { validationResponse = code }), "application/json");

    /// <summary>True where both are the same, in a time that does not tell how much of it is.</summary>
    public static bool IsSame(string? shown, string secret) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    [LoggerMessage(LogLevel.Warning, "A delivery report was refused: its bearer showed neither the secret nor a token")]
    private static partial void LogRefused(ILogger logger);
}
