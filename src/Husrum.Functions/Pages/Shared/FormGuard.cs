using Microsoft.AspNetCore.Antiforgery;

namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// Holds every form of ours to coming from a page of ours: by the browser's own word on where the request began
/// (<c>Sec-Fetch-Site</c>, or <c>Origin</c> where a browser is old), and by the antiforgery token in the form.
/// </summary>
/// <param name="antiforgery">Checks the token against the cookie.</param>
internal sealed class FormGuard(IAntiforgery antiforgery)
{
    public static void Configure(AntiforgeryOptions options)
    {
        options.FormFieldName = "_formular";
        options.HeaderName = null;
        options.SuppressXFrameOptionsHeader = true;
        options.Cookie.Name = "formular";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>
    /// True where the browser says that the request began on a page of this site, or is too old to say. Our pages pass no referrer on,
    /// and a form on such a page is posted with <c>Origin: null</c> even to its own site, so that word alone decides nothing.
    /// </summary>
    public static bool IsOurOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin is "" or "null"
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True where the form may be acted on. The body must have been read, or be small enough to be.</summary>
    public async Task<bool> AllowsAsync(HttpContext context) =>
        IsOurOrigin(context.Request) && await antiforgery.IsRequestValidAsync(context);
}
