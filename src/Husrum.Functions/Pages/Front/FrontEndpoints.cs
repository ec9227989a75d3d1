using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Front;

/// <summary>The front page, in two languages.</summary>
internal static class FrontEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", () => new PageResult<FrontPage>());
        routes.MapPage("/en", () => new PageResult<FrontPage>());
        routes.MapPage("/robots.txt", () => TypedResults.Text("User-agent: *\nDisallow: /afgoer\nDisallow: /status\nDisallow: /ret\nDisallow: /log-ind\n"));
    }
}
