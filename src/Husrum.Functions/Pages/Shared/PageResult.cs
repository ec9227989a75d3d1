using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Husrum.Functions.Pages.Shared;

/// <summary>
/// A page as an endpoint's answer. It is rendered whole before the first byte leaves, so that a failure half-way becomes an error page and not half a page.
/// </summary>
/// <typeparam name="TPage">The component.</typeparam>
/// <param name="parameters">Its parameters, as an anonymous object.</param>
/// <param name="status">HTTP status.</param>
internal sealed partial class PageResult<TPage>(object? parameters = null, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    public int Status { get; } = status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var outside = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            var result = parameters is null ? new RazorComponentResult<TPage>() : new RazorComponentResult<TPage>(parameters);
            result.StatusCode = Status;
            await result.ExecuteAsync(httpContext);
        }
        finally
        {
            response.Body = outside;
        }

        var html = Encoding.UTF8.GetBytes(InPlainLetters(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length)));
        response.Headers.Remove("blazor-enhanced-nav");
        response.ContentLength = html.Length;
        response.BodyWriter.Write(html);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    // the renderer writes every letter outside ASCII as a number; æ, ø and å are letters (what HTML itself gives a meaning lies below U+00A0 and stays)
    private static string InPlainLetters(string html) => Reference().Replace(html, match =>
        int.Parse(match.ValueSpan[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is >= 0xA0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) and var code
            ? char.ConvertFromUtf32(code)
            : match.Value);

    [GeneratedRegex("&#x[0-9A-F]{2,6};", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
