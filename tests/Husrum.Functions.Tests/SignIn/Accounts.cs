using System.Text;
using System.Text.Json;

namespace Husrum.Functions.Tests.SignIn;

/// <summary>The header App Service Authentication writes, as its documentation shows it.</summary>
internal static class Accounts
{
    public const string Tenant = "8f1c2d3e-1111-4222-8333-abcdefabcdef";
    public const string Object = "7f1c2d3e-0000-4000-8000-00000000abcd";

    private const string TenantClaim = "http://schemas.microsoft.com/identity/claims/tenantid";
    private const string ObjectClaim = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const string EmailClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

    public static string Header(string? preferred, string? email = null, string? edov = null, string tenant = Tenant, string account = Object, string type = "aad", params (string Type, string Value)[] more)
    {
        var claims = new List<(string Type, string? Value)> { (TenantClaim, tenant), (ObjectClaim, account), ("name", "Mette Vang"), ("preferred_username", preferred), (EmailClaim, email), ("xms_edov", edov) };
        claims.AddRange(more.Select(claim => (claim.Type, (string?)claim.Value)));
        return Encoded(new { auth_typ = type, name_typ = "name", role_typ = "roles", claims = claims.Where(claim => claim.Value is not null).Select(claim => new { typ = claim.Type, val = claim.Value }) });
    }

    public static string Encoded(object payload) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(payload)));
}
