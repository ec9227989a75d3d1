namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// Headers of every answer. They start strict, and an endpoint that may be looser says so itself:
/// nothing from another site, no scripts at all, no frames, forms only to ourselves, no address passed on, nothing kept, nothing indexed.
/// </summary>
internal static class ResponseHeaders
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-cache, no-store"; // in the words the antiforgery service looks for
        return next(context);
    });

    /// <summary>For a page that anybody may find by a search engine; what is typed into it is still not kept.</summary>
    public static void AllowIndexing(HttpContext context) => context.Response.Headers.Remove("X-Robots-Tag");
}
