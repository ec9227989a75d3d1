using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// The stylesheet (one, of the parts in <c>styles</c>) and two drawings. They travel inside the program, so that it runs from any folder; their addresses carry a fingerprint of
/// their content, so that a browser may keep them for good and still sees a new version at once.
/// </summary>
internal static class PageAssets
{
    private const string Root = "wwwroot/";

    private static readonly Asset Css = Make("husrum.css", "text/css; charset=utf-8", [.. Files("styles/").SelectMany(Read)]);
    private static readonly Asset Svg = Make("favicon.svg", "image/svg+xml", Read("favicon.svg"));
    private static readonly Asset Street = Make("street.svg", "image/svg+xml", Read("street.svg")); // the stylesheet names it

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

    private static Asset Make(string name, string contentType, byte[] bytes)
    {
        var print = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        var dot = name.LastIndexOf('.');
        return new Asset(name, $"/{name[..dot]}.{print}{name[dot..]}", contentType, bytes, new EntityTagHeaderValue($"\"{print}\""));
    }

    private static IEnumerable<string> Files(string folder) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal)).Select(name => name[Root.Length..]).Order(StringComparer.Ordinal);

    private static byte[] Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Root + file)
            ?? throw new InvalidOperationException($"The program was built without {Root}{file}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Asset(string Name, string Path, string ContentType, byte[] Bytes, EntityTagHeaderValue Tag);
}
