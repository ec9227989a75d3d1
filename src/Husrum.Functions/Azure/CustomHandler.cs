using Husrum.Durable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Husrum.Functions.Azure;

/// <summary>The program as a custom handler of the Azure Functions host: one endpoint for each orchestrator, each activity and the timer.</summary>
internal static class CustomHandler
{
    /// <summary>A whole history comes with each call: far more than one may ever hold.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>The longest a timer may be here. Histories depend on it.</summary>
    public static readonly TimeSpan TimerLeg = TimeSpan.FromDays(3);

    /// <summary>The port the host asked this process to listen on, or null where it was not started by a host.</summary>
    public static int? Port(IConfiguration configuration) => configuration.GetValue<int?>("FUNCTIONS_CUSTOMHANDLER_PORT");

    /// <summary>Adds what the endpoints need, but for <see cref="IStalledRuns"/> and <see cref="Housekeeping"/>.</summary>
    public static IServiceCollection AddCustomHandler(this IServiceCollection services)
    {
        services.TryAddSingleton<IWaitingTimers, NoWaitingTimers>();
        return services
            .AddSingleton(s => new OrchestrationExecutor(s.GetRequiredService<DurableTaskRegistry>(), s.GetRequiredService<ILoggerFactory>(), new OrchestrationExecutorOptions { MaximumTimerInterval = TimerLeg, KeepFailureMessages = false }))
            .AddSingleton<FunctionNames>()
            .AddSingleton<LearnedAddress>()
            .AddSingleton<OrchestrationEndpoint>()
            .AddSingleton<ActivityEndpoint>()
            .AddSingleton<HousekeepingEndpoint>();
    }

    /// <summary>Maps the triggers. Callers from outside reach the same port through the forwarded route, so only the host itself may call these.</summary>
    public static void MapCustomHandler(this IEndpointRouteBuilder app, DurableTaskRegistry registry, long mostBytes = MostBytes)
    {
        var triggers = app.MapGroup("").AddEndpointFilter(OnlyTheHost).WithMetadata(new RequestSizeLimitAttribute(mostBytes)).DisableAntiforgery().ExcludeFromDescription();
        foreach (var name in registry.OrchestratorNames.Select(FunctionNames.Of))
            triggers.MapPost("/" + name, (HttpRequest http, OrchestrationEndpoint endpoint) => endpoint.HandleAsync(http, name));
        foreach (var name in registry.ActivityNames.Select(FunctionNames.Of))
            triggers.MapPost("/" + name, (HttpRequest http, ActivityEndpoint endpoint) => endpoint.HandleAsync(http, name));
        triggers.MapPost("/" + FunctionNames.HousekeepingFunction, (HttpRequest http, HousekeepingEndpoint endpoint) => endpoint.HandleAsync(http));
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
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase) || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase);
}
