using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Api;

/// <summary>Knows the web sites that may send claims, by their keys.</summary>
internal sealed class ApiCallers(Organisation organisation)
{
    /// <summary>The header the key comes in; the name is that of the Azure Functions host.</summary>
    public const string Header = "x-functions-key";

    /// <summary>The caller whose key this is, or null. Each key is compared in full, so that the time taken tells nothing.</summary>
    public ApiKey? Find(string? key)
    {
        var asked = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key ?? ""))));
        ApiKey? found = null;
        foreach (var known in organisation.ApiKeys)
        {
            if (CryptographicOperations.FixedTimeEquals(asked, Encoding.ASCII.GetBytes(known.Sha256.ToLowerInvariant())))
                found = known;
        }

        return string.IsNullOrEmpty(key) ? null : found;
    }
}
