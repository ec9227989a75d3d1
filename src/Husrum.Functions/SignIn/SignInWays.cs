using Husrum.Functions.Azure;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.SignIn;

/// <summary>
/// How staff show who they are: by a link to their mailbox, by their account of the organisation's directory (Entra, checked by App Service Authentication before a request comes here), or by either.
/// What they may do is ours to say either way.
/// </summary>
/// <param name="ByLink">Links to mailboxes sign in.</param>
/// <param name="Tenant">The directory whose accounts sign in; null: none do.</param>
/// <param name="IsUnguarded">True where accounts should sign in and nothing checks them: then none does.</param>
internal sealed record SignInWays(bool ByLink, string? Tenant, bool IsUnguarded = false)
{
    /// <summary>Links alone.</summary>
    public static readonly SignInWays Links = new(true, null);

    /// <summary>The platform's own word that it checks accounts, and takes away what a caller says of himself. Read only: nobody sets it.</summary>
    private const string GuardSetting = "WEBSITE_AUTH_ENABLED";

    /// <summary>Accounts sign in.</summary>
    public bool ByAccount => Tenant is not null;

    /// <summary>Reads <c>SignIn:By</c> (<c>Link</c> where nothing is set, <c>Entra</c>, <c>EntraOrLink</c>) and <c>SignIn:Tenant</c>.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="isRehearsal">One person plays all the parts: links alone.</param>
    /// <exception cref="StartOptionsException">They do not read, or this home has no platform that could check accounts.</exception>
    public static SignInWays Read(IConfiguration configuration, bool isRehearsal = false)
    {
        var by = configuration["SignIn:By"] ?? "";
        if (isRehearsal || by.Length == 0 || by.Equals("Link", StringComparison.OrdinalIgnoreCase))
            return Links;
        var alsoLinks = by.Equals("EntraOrLink", StringComparison.OrdinalIgnoreCase);
        if (!alsoLinks && !by.Equals("Entra", StringComparison.OrdinalIgnoreCase))
            throw new StartOptionsException("SignIn__By is Link, Entra or EntraOrLink.");
        if (CustomHandler.Port(configuration) is null)
            throw new StartOptionsException("SignIn__By: accounts are checked by App Service Authentication, which is there behind the Azure Functions host only. By itself the program signs staff in by links (SignIn__By=Link).");
        if (!Guid.TryParse(configuration["SignIn:Tenant"], out var tenant))
            throw new StartOptionsException("SignIn__Tenant names the directory (its id, a GUID) whose accounts sign in.");
        // without the platform's check anybody could write the header that says who they are
        return bool.TryParse(configuration[GuardSetting], out var isGuarded) && isGuarded
            ? new SignInWays(alsoLinks, tenant.ToString("D"))
            : new SignInWays(alsoLinks, null, IsUnguarded: true);
    }
}
