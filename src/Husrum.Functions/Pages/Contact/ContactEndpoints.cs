using Husrum.Core.Links;
using Husrum.Core.People;
using Husrum.Core.Volunteers.Recruitment;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Contact;

/// <summary>How people are written to: the page behind the link of an SMS, and a volunteer's own choice. Looking changes nothing; what was chosen can be chosen anew.</summary>
internal static class ContactEndpoints
{
    /// <summary>Where a volunteer says how they want to be written to.</summary>
    public const string ContactPath = RecruitmentDesk.ChoicePage;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(ShortLinks.Page, (HttpContext http, ContactDesk desk) => ShowSmsAsync(http, desk, http.Request.Query["t"], chosen: false));
        routes.MapForm(ShortLinks.Page, ChooseSmsAsync).RequireRateLimiting(RateLimits.LinkForm);
        routes.MapPage(ContactPath, (HttpContext http, ContactDesk desk) => ShowAsync(http, desk, http.Request.Query["t"], null, Problems.None, noted: false));
        routes.MapForm(ContactPath, NoteAsync).RequireRateLimiting(RateLimits.LinkForm);
    }

    private static async Task<IResult> ChooseSmsAsync(HttpContext http, ContactDesk desk)
    {
        var (code, choice) = (http.Request.Form["t"].ToString(), http.Request.Form["sms"].ToString());
        if (choice is "on" or "off" && !await desk.ChooseSmsAsync(code, choice == "on", http.RequestAborted))
            return DeadLinkPage.Result;
        return await ShowSmsAsync(http, desk, code, chosen: choice is "on" or "off");
    }

    private static async Task<IResult> ShowSmsAsync(HttpContext http, ContactDesk desk, string? code, bool chosen)
    {
        if (await desk.SmsViewAsync(code, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<SmsPage>(new { View = view, Code = code, Chosen = chosen });
    }

    private static async Task<IResult> NoteAsync(HttpContext http, ContactDesk desk)
    {
        var form = http.Request.Form;
        var (token, phone) = (form["t"].ToString(), form["phone"].ToString());
        var typed = new ContactTyped(phone, form["sms"] == "on", form["news"] == "on");
        return await desk.ChangeAsync(token, phone, typed.Sms, typed.News, http.RequestAborted) switch
        {
            null => DeadLinkPage.Result,
            { Count: > 0 } problems => await ShowAsync(http, desk, token, typed, new Problems(problems), noted: false),
            _ => await ShowAsync(http, desk, token, null, Problems.None, noted: true),
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ContactDesk desk, string? token, ContactTyped? typed, Problems problems, bool noted)
    {
        if (string.IsNullOrEmpty(token) || await desk.ViewAsync(token, http.RequestAborted) is not { } view)
            return DeadLinkPage.Result;
        PageLanguage.Prefer(http, view.Language);
        return new PageResult<ContactPage>(
            new { View = view, Token = token, Typed = typed ?? new ContactTyped(view.Phone ?? "", view.WantsSms, view.WantsNews), Problems = problems, Noted = noted },
            problems.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>The form's content.</summary>
public sealed record ContactTyped(string Phone, bool Sms, bool News);
