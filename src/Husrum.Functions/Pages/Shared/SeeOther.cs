namespace Husrum.Functions.Pages.Shared;

/// <summary>After a form was taken: go and look there (303), so that reloading the page sends nothing again.</summary>
/// <param name="path">A path of this site.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = string.Concat(path.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c.ToString() : Uri.EscapeDataString(c.ToString())));
        return Task.CompletedTask;
    }
}
