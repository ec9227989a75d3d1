using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>
/// Reads the tokens with which Event Grid signs in: RS256, of the tenant, for the application, inside its time. The signing keys come from the tenant's own
/// published list, fetched again where a token names a key that is not in it, but not more often than every five minutes.
/// (A package that does this does not restore where this is built.)
/// </summary>
/// <param name="http">Fetches the keys.</param>
/// <param name="audience">The application's id or its URI.</param>
/// <param name="tenant">The tenant's id.</param>
/// <param name="time">The machine's clock.</param>
/// <param name="authority">Where the tenant's documents lie.</param>
internal sealed class EntraTokens(HttpClient http, string audience, string tenant, TimeProvider time, string authority = "https://login.microsoftonline.com") : IDisposable
{
    // Event Grid's own application, the same in every tenant of the public cloud
    private const string EventGrid = "4962773b-9cdb-44cf-a8bf-237846a00ab7";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private Dictionary<string, RSAParameters> _keys = [];
    private DateTimeOffset _fetched = DateTimeOffset.MinValue;

    public void Dispose() => _one.Dispose();

    public async Task<bool> IsValidAsync(string token, CancellationToken cancellation)
    {
        try
        {
            var parts = token.Split('.');
            if (parts.Length != 3)
                return false;
            using var header = JsonDocument.Parse(Decode(parts[0]));
            if (Text(header.RootElement, "alg") != "RS256" || Text(header.RootElement, "kid") is not { } kid || await KeyAsync(kid, cancellation) is not { } key)
                return false;
            using var rsa = RSA.Create(key);
            if (!rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
                return false;
            using var claims = JsonDocument.Parse(Decode(parts[1]));
            return AreOurs(claims.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or CryptographicException or HttpRequestException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool AreOurs(JsonElement claims)
    {
        var now = time.GetUtcNow();
        var issuer = Text(claims, "iss");
        return (Text(claims, "aud") is { } aud && (aud == audience || aud == $"api://{audience}"))
            && (issuer == $"https://sts.windows.net/{tenant}/" || issuer == $"{authority}/{tenant}/v2.0")
            && (Text(claims, "appid") ?? Text(claims, "azp")) == EventGrid
            && Moment(claims, "exp") is { } end && end + Skew > now
            && Moment(claims, "nbf") is { } start && start - Skew < now;
    }

    private async Task<RSAParameters?> KeyAsync(string kid, CancellationToken cancellation)
    {
        if (_keys.TryGetValue(kid, out var known))
            return known;
        await _one.WaitAsync(cancellation);
        try
        {
            if (!_keys.ContainsKey(kid) && time.GetUtcNow() - _fetched > Skew)
            {
                _fetched = time.GetUtcNow();
                using var document = JsonDocument.Parse(await http.GetStringAsync(new Uri($"{authority}/{tenant}/discovery/v2.0/keys"), cancellation));
                _keys = document.RootElement.GetProperty("keys").EnumerateArray().Where(key => Text(key, "kty") == "RSA")
                    .ToDictionary(key => Text(key, "kid")!, key => new RSAParameters { Modulus = Decode(Text(key, "n")!), Exponent = Decode(Text(key, "e")!) });
            }

            return _keys.TryGetValue(kid, out var fetched) ? fetched : null;
        }
        finally
        {
            _one.Release();
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Moment(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.TryGetInt64(out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static byte[] Decode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
