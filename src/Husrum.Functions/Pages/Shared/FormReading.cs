using Husrum.Functions.Embedded;

namespace Husrum.Functions.Pages.Shared;

/// <summary>Reads what was posted.</summary>
internal static class FormReading
{
    /// <summary>The form of a request whose content type is a form's.</summary>
    /// <exception cref="BadHttpRequestException">It is malformed or cut off, or has more fields or longer ones than are taken (400); or is bigger than this endpoint reads (413).</exception>
    public static async Task<IFormCollection> ReadProperFormAsync(this HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !DiskRoom.IsFull(e)))
        {
            throw new BadHttpRequestException("The form is malformed or too big.", StatusCodes.Status400BadRequest);
        }
    }
}
