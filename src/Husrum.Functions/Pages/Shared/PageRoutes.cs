namespace Husrum.Functions.Pages.Shared;

/// <summary>How pages are put on the map.</summary>
internal static class PageRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A page to look at: answers GET, and HEAD likewise (mail scanners ask with HEAD and must meet a plain 200). It never changes anything.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Reading, handler);
}
