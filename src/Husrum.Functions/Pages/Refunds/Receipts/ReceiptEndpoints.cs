using Husrum.Core.Documents;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Receipts;

/// <summary>
/// Receipts, by the hash of their content, to those who may see them. Pictures are shown; a PDF, which is kept as it came, is only ever offered
/// as a download, and nothing in any of them may run or fetch.
/// </summary>
internal static class ReceiptEndpoints
{
    public const string Root = "/bilag";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage(Root + "/{sha256:length(64)}", ServeAsync);

    private static async Task<IResult> ServeAsync(string sha256, HttpContext http, ReceiptPass pass, ReceiptAccess access, IDocumentStore documents)
    {
        if (!pass.Covers(http.Request, sha256) && !await access.AllowsAsync(sha256, http.RequestAborted))
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        var content = await documents.OpenAsync(sha256, http.RequestAborted);
        if (content is null)
            return ErrorPages.Result(StatusCodes.Status404NotFound);

        var first = new byte[32];
        var read = await content.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (DocumentTypes.Of(first.AsSpan(0, read)) is not { } type)
        {
            await content.DisposeAsync();
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        }

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        headers.CacheControl = "private, max-age=600";
        headers.ContentDisposition = $"{(type == DocumentType.Pdf ? "attachment" : "inline")}; filename=\"bilag-{sha256[..8]}{type.Extension()}\"";
        return TypedResults.Stream(
            async body =>
            {
                await using (content)
                {
                    await body.WriteAsync(first.AsMemory(0, read), http.RequestAborted);
                    await content.CopyToAsync(body, http.RequestAborted);
                }
            },
            type.MediaType());
    }
}
