using Husrum.Durable;
using Husrum.Functions.Azure;
using Husrum.Functions.Embedded;

namespace Husrum.Functions;

/// <summary>Where the program lives: by itself, or behind the Azure Functions host, where that started it (<c>FUNCTIONS_CUSTOMHANDLER_PORT</c>).</summary>
internal static class Home
{
    /// <summary>Adds it: where records, documents and orchestrations are.</summary>
    public static WebApplicationBuilder AddHome(this WebApplicationBuilder builder, StartOptions options) =>
        CustomHandler.Port(builder.Configuration) is { } port ? builder.AddAzureHome(options, port) : builder.AddEmbeddedHome(options);

    /// <summary>What it puts before the pages.</summary>
    public static WebApplication UseHome(this WebApplication app)
    {
        if (IsAzure(app))
            AzureHome.Use(app);
        return app;
    }

    /// <summary>What it answers beside the pages.</summary>
    public static WebApplication MapHome(this WebApplication app)
    {
        if (IsAzure(app))
            app.MapCustomHandler(app.Services.GetRequiredService<DurableTaskRegistry>());
        return app;
    }

    private static bool IsAzure(WebApplication app) => CustomHandler.Port(app.Configuration) is not null;
}
