using Husrum.Core.Volunteers.Files;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Volunteers;

/// <summary>Shows a volunteer their own page, with what came of a form.</summary>
internal sealed class VolunteerPages(LeaveDesk desk, VolunteerFiles files)
{
    /// <summary>The page.</summary>
    public Task<IResult> ShowAsync(HttpContext http, string? token) => AnswerAsync(http, token, new Done([]));

    /// <summary>The page after a form: what was wrong with what was typed, or what has been done.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, string? token, Done done)
    {
        if (done.IsGone || string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        var problems = new Problems(done.Problems);
        var typed = problems.Any ? http.Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString()) : [];
        return new PageResult<VolunteerPage>(
            new { Own = await files.OwnAsync(view, http.RequestAborted), Token = token, Typed = typed, done.Told, Problems = problems },
            problems.Any ? StatusCodes.Status422UnprocessableEntity : done.TooLate ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
    }
}
