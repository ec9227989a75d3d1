using System.Net;

namespace Husrum.Functions.Pages.Shared;

/// <summary>The name a request was sent to.</summary>
internal static class HostNames
{
    /// <summary>Refuses requests that name no host, as only programs send them: a page's addresses could not be made.</summary>
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Host.HasValue)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    /// <summary>True for names that lead to this machine whoever asks. Any other name can be made to point here, by a web site that wants to read what stands here (DNS rebinding).</summary>
    public static bool IsThisMachine(HostString host) =>
        IPAddress.TryParse(host.Host, out var address)
            ? IPAddress.IsLoopback(address)
            : host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
