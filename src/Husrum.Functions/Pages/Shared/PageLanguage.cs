namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// Finds a request's language: what it asks for by <c>?sprog=</c>, else its path (<c>/en/…</c>), else what the browser chose here before, else Danish.
/// A page whose record names a language puts that in with <see cref="Prefer"/>.
/// </summary>
internal static class PageLanguage
{
    private const string Cookie = "sprog";

    public static Tongue Of(HttpContext context)
    {
        if (context.Items[typeof(Tongue)] is Tongue settled)
            return settled;
        var asked = Asked(context);
        if (asked is not null && context.Request.Query.ContainsKey(Cookie))
            Remember(context, asked);
        return Settle(context, asked ?? Tongue.Of(context.Request.Cookies[Cookie]));
    }

    /// <summary>The language of the record this page is about; the visitor's own wish in this request still wins.</summary>
    public static Tongue Prefer(HttpContext context, string? code) => Settle(context, Asked(context) ?? Tongue.Of(code));

    private static Tongue? Asked(HttpContext context)
    {
        var wish = context.Request.Query[Cookie].ToString();
        if (wish is "da" or "en")
            return Tongue.Of(wish);
        if (context.Request.HasFormContentType && context.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form?[Cookie].ToString() is { } posted and ("da" or "en"))
            return Tongue.Of(posted);
        return context.Request.Path.StartsWithSegments("/en", StringComparison.Ordinal) ? Tongue.English : null;
    }

    private static Tongue Settle(HttpContext context, Tongue language)
    {
        context.Items[typeof(Tongue)] = language;
        return language;
    }

    private static void Remember(HttpContext context, Tongue language) =>
        context.Response.Cookies.Append(Cookie, language.Code, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
}
