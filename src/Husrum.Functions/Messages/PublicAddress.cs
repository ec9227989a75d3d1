using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Husrum.Functions.Messages;

/// <summary>The address people reach the program by: <c>PublicUrl</c> in the configuration, or what it listens on.</summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer? server = null)
{
    /// <summary>Where nothing else is asked for.</summary>
    public const string Default = "http://localhost:7071";

    /// <summary>Without a slash at the end.</summary>
    public string Value => From(configuration["PublicUrl"])
        ?? From(server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault())
        ?? From(configuration["urls"]?.Split(';')[0])
        ?? Default;

    private static string? From(string? address) => string.IsNullOrWhiteSpace(address)
        ? null
        : address.TrimEnd('/').Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
