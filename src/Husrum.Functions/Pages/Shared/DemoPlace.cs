using System.Net;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Pages.Shared;

/// <summary>What <c>--demo</c> opens, and to whom: to this machine alone.</summary>
internal static class DemoPlace
{
    /// <summary>True where the program plays and the request comes from this machine by its own name, and not through a proxy on it.</summary>
    public static bool IsOpenTo(HttpContext http) =>
        http.RequestServices.GetRequiredService<StartOptions>().Demo
        && (http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && HostNames.IsThisMachine(http.Request.Host)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    /// <summary>True where the program plays.</summary>
    public static bool IsOn(HttpContext http) => http.RequestServices.GetRequiredService<StartOptions>().Demo;
}
