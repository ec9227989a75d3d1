using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// Forms with files. More is read than is allowed, up to a bound, so that a form that is too big can be given back with all that was typed
/// instead of a broken connection; files wait on disk, not in memory, and are gone with the request.
/// </summary>
internal static class UploadForm
{
    /// <summary>All files of a form together.</summary>
    public const long MostBytes = 90L * 1024 * 1024;

    /// <summary>Receipts of one claim.</summary>
    public const int MostFiles = 10;

    private const long ReadAtMost = 3 * MostBytes;

    /// <summary>Lets a request to this endpoint be as big as it takes.</summary>
    public static TBuilder AcceptsUploads<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(ReadAtMost));

    /// <summary>Reads the form.</summary>
    /// <exception cref="BadHttpRequestException">It is no form, or beyond the bound (413).</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
        {
            MultipartBodyLengthLimit = ReadAtMost,
            ValueCountLimit = 200,
            ValueLengthLimit = 64 * 1024,
            MultipartHeadersLengthLimit = 8 * 1024,
        }));
        return await context.Request.ReadProperFormAsync();
    }

    /// <summary>True where the files together are more than is taken.</summary>
    public static bool IsTooBig(IFormCollection form) => form.Files.Sum(file => file.Length) > MostBytes;

    /// <summary>One file's bytes.</summary>
    /// <param name="file">At most <see cref="Husrum.Core.Documents.Upload.LargestFile"/>; the caller has looked.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
