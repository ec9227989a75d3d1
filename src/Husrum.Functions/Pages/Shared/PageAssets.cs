using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// The stylesheet and two drawings. They travel inside the program, so that it runs from any folder; their addresses carry a fingerprint of
/// their content, so that a browser may keep them for good and still sees a new version at once.
/// </summary>
internal static class PageAssets
{
    private static readonly Asset Css = Load("husrum.css", "text/css; charset=utf-8");
    private static readonly Asset Svg = Load("favicon.svg", "image/svg+xml");
    private static readonly Asset Street = Load("street.svg", "image/svg+xml"); // the stylesheet names it

    public static string Stylesheet => Css.Path;

    public static string Icon => Svg.Path;

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (Asset[])[Css, Svg, Street])
        {
            routes.MapPage(asset.Path, (HttpContext context) => Serve(context, asset, "public, max-age=31536000, immutable"));
            routes.MapPage("/" + asset.Name, (HttpContext context) => Serve(context, asset, "public, no-cache"));
        }
    }

    private static FileContentHttpResult Serve(HttpContext context, Asset asset, string caching)
    {
        context.Response.Headers.CacheControl = caching;
        return TypedResults.Bytes(asset.Bytes, asset.ContentType, entityTag: asset.Tag);
    }

    private static Asset Load(string name, string contentType)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("wwwroot/" + name)
            ?? throw new InvalidOperationException($"The program was built without wwwroot/{name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var print = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        var dot = name.LastIndexOf('.');
        return new Asset(name, $"/{name[..dot]}.{print}{name[dot..]}", contentType, bytes, new EntityTagHeaderValue($"\"{print}\""));
    }

    private sealed record Asset(string Name, string Path, string ContentType, byte[] Bytes, EntityTagHeaderValue Tag);
}
