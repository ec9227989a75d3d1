using Husrum.Durable;
using Microsoft.AspNetCore.Mvc;

namespace Husrum.Functions.Azure;

/// <summary>The program as a custom handler of the Azure Functions host: one endpoint for each orchestrator and each activity that is registered.</summary>
internal static class CustomHandler
{
    // a whole history comes with each call; far more than one may ever hold
    private const long MostBytes = 256L << 20;

    /// <summary>The port the host asked this process to listen on, or null where it was not started by a host.</summary>
    public static int? Port(IConfiguration configuration) => configuration.GetValue<int?>("FUNCTIONS_CUSTOMHANDLER_PORT");

    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddCustomHandler(this IServiceCollection services)
    {
        services.AddSingleton(s => new OrchestrationExecutor(s.GetRequiredService<DurableTaskRegistry>(), s.GetRequiredService<ILoggerFactory>(), new OrchestrationExecutorOptions { MaximumTimerInterval = TimeSpan.FromDays(3) }));
        services.AddSingleton<OrchestrationEndpoint>();
        services.AddSingleton<ActivityEndpoint>();
        return services;
    }

    /// <summary>Maps the triggers. Callers from outside reach the same port through the forwarded route, so only the host itself may call these.</summary>
    public static void MapCustomHandler(this IEndpointRouteBuilder app, DurableTaskRegistry registry)
    {
        var triggers = app.MapGroup("").AddEndpointFilter(OnlyTheHost).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).DisableAntiforgery().ExcludeFromDescription();
        foreach (var name in registry.OrchestratorNames)
            triggers.MapPost("/" + name, (HttpRequest http, OrchestrationEndpoint endpoint) => endpoint.HandleAsync(http, name));
        foreach (var name in registry.ActivityNames)
            triggers.MapPost("/" + name, (HttpRequest http, ActivityEndpoint endpoint) => endpoint.HandleAsync(http, name));
    }

    // the host's own calls name this machine and port; a forwarded one carries its caller's host name and the front end's marks
    private static ValueTask<object?> OnlyTheHost(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isHost = http.Request.Host.Host is "127.0.0.1" or "localhost"
            && http.Request.Host.Port == http.Connection.LocalPort
            && http.Request.Headers.ContainsKey("X-Azure-Functions-InvocationId")
            && !http.Request.Headers.Keys.Any(IsForwarded);
        return isHost ? next(context) : ValueTask.FromResult<object?>(Results.NotFound());
    }

    private static bool IsForwarded(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-ARR-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || header.Equals("X-Original-URL", StringComparison.OrdinalIgnoreCase);
}
