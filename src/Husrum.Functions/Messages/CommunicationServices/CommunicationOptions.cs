using Husrum.Functions.Embedded;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>How Azure Communication Services is reached: section <c>Messages:CommunicationServices</c>.</summary>
/// <param name="Endpoint">The resource, such as <c>https://foreningen.europe.communication.azure.com</c>.</param>
/// <param name="AccessKey">Its key, in base64; null where the program signs in with its own identity (Entra), as it should in Azure.</param>
/// <param name="ReportsSecret">What Event Grid shows when it brings delivery reports; null where none are set up.</param>
/// <param name="ReportsAudience">The application in Entra that Event Grid signs reports for; null where it does not.</param>
/// <param name="ReportsTenant">The tenant of that application.</param>
internal sealed record CommunicationOptions(Uri Endpoint, string? AccessKey, string? ReportsSecret, string? ReportsAudience = null, string? ReportsTenant = null)
{
    public const string Section = "Messages:CommunicationServices";

    private const int ShortestSecret = 24;

    /// <summary>True where somebody tells whether messages arrived.</summary>
    public bool HasReports => ReportsSecret is not null || ReportsAudience is not null;

    /// <summary>The options, or null where no endpoint is named.</summary>
    /// <exception cref="StartOptionsException">They do not read; says which and how, never a value that is secret.</exception>
    public static CommunicationOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (Text(section, "Endpoint") is not { } endpoint)
            return null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)))
            throw new StartOptionsException($"{Section}:Endpoint is the address of the resource, such as https://NAME.europe.communication.azure.com.");
        var key = Text(section, "AccessKey");
        if (key is not null && !Convert.TryFromBase64String(key, new byte[key.Length], out _))
            throw new StartOptionsException($"{Section}:AccessKey is not a key: copy 'Primary key' from the resource's page, not the connection string.");
        if (key is null && address.Scheme == "http")
            throw new StartOptionsException($"{Section}:Endpoint without https needs {Section}:AccessKey.");
        var secret = Text(section, "ReportsSecret");
        if (secret?.Length < ShortestSecret)
            throw new StartOptionsException($"{Section}:ReportsSecret is too short to be one: draw at least {ShortestSecret} characters (openssl rand -hex 32).");
        var (audience, tenant) = (Text(section, "ReportsAudience"), Text(section, "ReportsTenant"));
        return (audience is null) == (tenant is null)
            ? new CommunicationOptions(address, key, secret, audience, tenant)
            : throw new StartOptionsException($"{Section}:ReportsAudience and {Section}:ReportsTenant go together.");
    }

    private static string? Text(IConfigurationSection section, string name) => section[name]?.Trim() is { Length: > 0 } text ? text : null;
}
