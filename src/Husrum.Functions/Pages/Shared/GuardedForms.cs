namespace Husrum.Functions.Pages.Shared;

/// <summary>Small forms (no files): read, bounded and guarded before their handler sees them.</summary>
internal static class GuardedForms
{
    private const long MostBytes = 256 * 1024;

    /// <summary>Maps a POST whose form is checked first. One that is refused gets the page that says so, and changes nothing.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler)
            .DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes))
            .AddEndpointFilter(CheckAsync);

    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (!http.Request.HasFormContentType)
            return ErrorPages.Result(StatusCodes.Status415UnsupportedMediaType);
        await http.Request.ReadProperFormAsync();
        var guard = http.RequestServices.GetRequiredService<FormGuard>();
        return await guard.AllowsAsync(http) ? await next(invocation) : ErrorPages.Result(StatusCodes.Status400BadRequest);
    }
}
