using System.Text.Json;
using Husrum.Core.Formats;
using Microsoft.Extensions.Primitives;

namespace Husrum.Functions.SignIn;

/// <summary>
/// Who App Service Authentication says the caller is ("Work with user identities in Azure App Service authentication", learn.microsoft.com). The header is the platform's where the platform
/// checks accounts, and anybody's where it does not: see <see cref="SignInWays"/>.
/// </summary>
/// <param name="Account">The account's id in the directory. It never changes and is never used again.</param>
/// <param name="Addresses">The addresses that are surely the account's, the most certain first.</param>
internal sealed record ClientPrincipal(string Account, IReadOnlyList<string> Addresses)
{
    /// <summary>JSON in base 64.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int MostCharacters = 64 << 10;

    // the platform renames some of the token's claims
    private static readonly string[] TenantNames = ["tid", "http://schemas.microsoft.com/identity/claims/tenantid"];
    private static readonly string[] AccountNames = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];
    private static readonly string[] EmailNames = ["email", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"];

    /// <summary>Reads the header; null where there is none, or it does not say that an account of this directory signed in.</summary>
    /// <param name="header">As it came.</param>
    /// <param name="tenant">The directory's id. Another directory's people write into their tokens what they like.</param>
    public static ClientPrincipal? Read(StringValues header, string tenant)
    {
        if (header.Count != 1 || header[0] is not { Length: > 0 and < MostCharacters } text)
            return null;
        try
        {
            using var json = JsonDocument.Parse(Convert.FromBase64String(text));
            if (!string.Equals(json.RootElement.GetProperty("auth_typ").GetString(), "aad", StringComparison.OrdinalIgnoreCase))
                return null;
            var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToLookup(claim => claim.GetProperty("typ").GetString() ?? "", claim => claim.GetProperty("val").GetString() ?? "");
            return Only(claims, TenantNames) is { } theirs && theirs.Equals(tenant, StringComparison.OrdinalIgnoreCase) && Only(claims, AccountNames) is { } account
                ? new ClientPrincipal(account, [.. AddressesOf(claims)])
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // preferred_username is the name they signed in with, which the directory has verified; "email" may be whatever a guest's own directory says, unless it is said to own the domain
    private static IEnumerable<string> AddressesOf(ILookup<string, string> claims)
    {
        if (Only(claims, "preferred_username") is { } name && Email.Read(name).IsOk)
            yield return name;
        if (Only(claims, "xms_edov") is "1" or "true" or "True" && Only(claims, EmailNames) is { } email && Email.Read(email).IsOk)
            yield return email;
    }

    // what is said twice is said by nobody
    private static string? Only(ILookup<string, string> claims, params string[] names) =>
        names.SelectMany(name => claims[name]).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;
}
