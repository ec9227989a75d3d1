using Husrum.Functions.Pages.Front;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages;

/// <summary>Everything people see. Program.cs calls these three, in this order.</summary>
internal static class PagesModule
{
    /// <summary>Services of the pages: components, antiforgery, rate limits.</summary>
    public static IServiceCollection AddHusrumPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(FormGuard.Configure);
        services.AddRateLimiter(RateLimits.Configure);
        services.AddScoped<FormGuard>();
        return services;
    }

    /// <summary>Headers, error pages and rate limits. Goes before authentication.</summary>
    public static WebApplication UseHusrumPages(this WebApplication app)
    {
        ResponseHeaders.Use(app);
        ErrorPages.Use(app);
        app.UseRouting();
        app.UseRateLimiter();
        return app;
    }

    /// <summary>All pages.</summary>
    public static WebApplication MapHusrumPages(this WebApplication app)
    {
        PageAssets.Map(app);
        FrontEndpoints.Map(app);
        return app;
    }
}
