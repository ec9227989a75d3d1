using Husrum.Functions.Embedded;
using Microsoft.AspNetCore.Diagnostics;

namespace Husrum.Functions.Pages.Shared;

/// <summary>What a visitor sees when something is not as it should be: what to do now, in their language, and nothing of the inside.</summary>
internal static partial class ErrorPages
{
    public static void Use(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode
                : DiskRoom.IsFull(exception) ? StatusCodes.Status507InsufficientStorage
                : StatusCodes.Status500InternalServerError,
            // the framework would log the exception's words, which can quote what somebody sent, and a bad request as our failure
            SuppressDiagnosticsCallback = _ => true,
            ExceptionHandler = context =>
            {
                if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError && context.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
                    LogFailed(logger, TypesOf(error), error.StackTrace);
                return WriteAsync(context, context.Response.StatusCode);
            },
        });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    /// <summary>The page for a status code, as an endpoint's answer.</summary>
    public static PageResult<ErrorPage> Result(int status) => new(new { Status = status }, status);

    private static Task WriteAsync(HttpContext context, int status) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !WantsHtml(context.Request)
            ? TypedResults.Problem(statusCode: status).ExecuteAsync(context)
            : Result(status).ExecuteAsync(context);

    private static bool WantsHtml(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept && (accept.Length == 0 || accept.Contains("text/html", StringComparison.Ordinal) || accept.Contains("*/*", StringComparison.Ordinal));

    private static string TypesOf(Exception error) => error.InnerException is { } inner ? $"{error.GetType().Name} < {TypesOf(inner)}" : error.GetType().Name;

    [LoggerMessage(LogLevel.Error, "A request failed: {Exception}\n{Trace}")]
    private static partial void LogFailed(ILogger logger, string exception, string? trace);
}
