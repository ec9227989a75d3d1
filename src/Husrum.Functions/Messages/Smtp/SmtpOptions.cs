using System.Net;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Messages.Smtp;

/// <summary>How the mail server is reached: section <c>Messages:Smtp</c>.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">587 (submission, STARTTLS) where none is named; 465 with TLS from the first byte.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="User">Who signs in; null for a server that takes mail from this machine without.</param>
/// <param name="Password">The password.</param>
internal sealed record SmtpOptions(string Host, int Port, SmtpSecurity Security, string? User, string? Password)
{
    public const string Section = "Messages:Smtp";

    private const int ImplicitTlsPort = 465;

    /// <summary>The options, or null where no host is named.</summary>
    /// <exception cref="StartOptionsException">They do not read; says which and how, never a value that is secret.</exception>
    public static SmtpOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Host"]?.Trim() is not { Length: > 0 } host)
            return null;
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw new StartOptionsException($"{Section}:Host is the name of the mail server, such as smtp.example.org, without port or path.");
        var port = ReadPort(section["Port"]) ?? 587;
        var security = ReadSecurity(section["Security"]) ?? (port == ImplicitTlsPort ? SmtpSecurity.Tls : SmtpSecurity.StartTls);
        var (user, password) = (section["User"] is { Length: > 0 } u ? u : null, section["Password"] is { Length: > 0 } p ? p : null);
        if ((user is null) != (password is null))
            throw new StartOptionsException($"{Section}:User and {Section}:Password go together.");
        if (security == SmtpSecurity.None && !IsThisMachine(host))
            throw new StartOptionsException($"{Section}:Security=None is for a mail server on this machine only: mails hold names and personal links.");
        return new SmtpOptions(host, port, security, user, password);
    }

    private static int? ReadPort(string? text) => string.IsNullOrEmpty(text) ? null
        : int.TryParse(text, out var port) && port is > 0 and <= 65535 ? port
        : throw new StartOptionsException($"{Section}:Port is a number from 1 to 65535; most servers take mail at 587 or 465.");

    private static SmtpSecurity? ReadSecurity(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" => null,
        "starttls" => SmtpSecurity.StartTls,
        "tls" => SmtpSecurity.Tls,
        "none" => SmtpSecurity.None,
        _ => throw new StartOptionsException($"{Section}:Security is StartTls, Tls or None."),
    };

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security}{(User is null ? "" : ", signed in")})";
}

/// <summary>How a connection is encrypted.</summary>
internal enum SmtpSecurity
{
    /// <summary>It begins in clear and is encrypted before anything is said; where the server does not offer that, nothing is said.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Tls,

    /// <summary>Not at all.</summary>
    None,
}
