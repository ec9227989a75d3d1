using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Husrum.Functions.Pages.Refunds.Receipts;

/// <summary>
/// Leave to see the receipts of one claim for a while, in a cookie that goes to the receipts' addresses alone. Given by the page that a personal
/// link opens, so that neither the link's token nor the claim's id stands in an image's address.
/// </summary>
internal sealed class ReceiptPass(IDataProtectionProvider protection)
{
    private const string Prefix = "bilag-";
    private static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    // real time, not the virtual clock: a browser lives in real time
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("bilag").ToTimeLimitedDataProtector();

    public void Give(HttpContext http, string claimId, IReadOnlyList<string> receiptIds)
    {
        if (receiptIds.Count > 0)
        {
            http.Response.Cookies.Append(Prefix + claimId[^8..], _seal.Protect(string.Join(',', receiptIds), Valid), new CookieOptions
            {
                HttpOnly = true,
                Path = ReceiptEndpoints.Root,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                MaxAge = Valid,
            });
        }
    }

    public bool Covers(HttpRequest request, string sha256) =>
        request.Cookies.Where(cookie => cookie.Key.StartsWith(Prefix, StringComparison.Ordinal)).Any(cookie => Lists(cookie.Value, sha256));

    private bool Lists(string value, string sha256)
    {
        try
        {
            return _seal.Unprotect(value).Split(',').Contains(sha256, StringComparer.Ordinal);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
