using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Volunteers;

/// <summary>A volunteer's own page, by link: absence, time away, functions, leave and farewell.</summary>
internal static class VolunteerEndpoints
{
    /// <summary>Where a volunteer says that they stop.</summary>
    public const string FarewellPath = VolunteerBook.Page + "/stop";

    /// <summary>Where a volunteer says that they cannot come.</summary>
    public const string AbsencePath = VolunteerBook.Page + "/forhindret";

    /// <summary>Where a volunteer says that they are away for a time.</summary>
    public const string AwayPath = VolunteerBook.Page + "/ferie";

    /// <summary>Where a volunteer says that they are not away after all.</summary>
    public const string BackPath = VolunteerBook.Page + "/hjemme";

    /// <summary>Where a volunteer asks for a further function.</summary>
    public const string FunctionPath = VolunteerBook.Page + "/funktion";

    /// <summary>Where a volunteer gives a function back.</summary>
    public const string FunctionEndPath = VolunteerBook.Page + "/funktion/slut";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(VolunteerBook.Page, (HttpContext http, VolunteerPages pages) => pages.ShowAsync(http, http.Request.Query["t"]));
        Form(routes, VolunteerBook.Page, (http, form, token) => LeaveAsync(http, s => s.GetRequiredService<LeaveDesk>().AskAsync(token, form["from"].ToString(), form["until"].ToString(), http.RequestAborted)));
        Form(routes, FarewellPath, (http, form, token) => LeaveAsync(http, s => s.GetRequiredService<FarewellDesk>().AskAsync(token, form["lastDay"].ToString(), http.RequestAborted)));
        Form(routes, AbsencePath, async (http, form, token) => Of(await Desk<AbsenceDesk>(http).TellAsync(token, form["absentFrom"].ToString(), form["absentUntil"].ToString(), http.RequestAborted), Absent));
        Form(routes, AwayPath, async (http, form, token) => Of(await Desk<AbsenceDesk>(http).GoAwayAsync(token, form["awayFrom"].ToString(), form["awayUntil"].ToString(), http.RequestAborted), _ => new("Noteret. Koordinatoren har fået besked. God tur!", "Noted. The coordinator has been told. Have a good time!")));
        Form(routes, BackPath, async (http, form, token) => Of(await Desk<AbsenceDesk>(http).ComeBackAsync(token, form["from"].ToString(), http.RequestAborted), _ => new("Godt, at du er her.", "Good that you are here.")));
        Form(routes, FunctionPath, async (http, form, token) => Of(await Desk<FunctionDesk>(http).AskAsync(token, form["function"].ToString(), form["birthDate"].ToString(), http.RequestAborted), new("Tak! Du får svar på mail.", "Thank you! You will get an answer by e-mail.")));
        Form(routes, FunctionEndPath, async (http, form, token) => Of(await Desk<FunctionDesk>(http).EndAsync(token, form["function"].ToString(), http.RequestAborted), new("Noteret. Koordinatoren har fået besked. Tak for din indsats.", "Noted. The coordinator has been told. Thank you for what you have done.")));
    }

    private static void Form(IEndpointRouteBuilder routes, string path, Func<HttpContext, IFormCollection, string, Task<Done>> act) =>
        routes.MapForm(path, async (HttpContext http, VolunteerPages pages) =>
        {
            var form = http.Request.Form;
            var token = form["t"].ToString();
            return await pages.AnswerAsync(http, token, await act(http, form, token));
        }).RequireRateLimiting(RateLimits.LinkForm);

    private static T Desk<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    private static async Task<Done> LeaveAsync(HttpContext http, Func<IServiceProvider, Task<LeaveResult>> ask) => await ask(http.RequestServices) switch
    {
        LeaveResult.Invalid invalid => new Done(invalid.Problems),
        LeaveResult.Begun => new Done([]),
        LeaveResult.Stopped => new Done([]) { TooLate = true },
        _ => Done.Gone,
    };

    private static Done Of(AbsenceResult result, Func<AbsenceResult.Told, Bilingual> told) => result switch
    {
        AbsenceResult.Invalid invalid => new Done(invalid.Problems),
        AbsenceResult.Told done => new Done([]) { Told = told(done) },
        _ => Done.Gone,
    };

    private static Done Of(FunctionResult result, Bilingual told) => result switch
    {
        FunctionResult.Invalid invalid => new Done(invalid.Problems),
        FunctionResult.Done => new Done([]) { Told = told },
        _ => Done.Gone,
    };

    private static Bilingual Absent(AbsenceResult.Told told) => told.Fellows switch
    {
        0 => new("Noteret. Koordinatoren har fået besked.", "Noted. The coordinator has been told."),
        1 => new("Noteret. Koordinatoren og en anden frivillig har fået besked.", "Noted. The coordinator and one other volunteer have been told."),
        var n => new($"Noteret. Koordinatoren og {n} andre frivillige har fået besked.", $"Noted. The coordinator and {n} other volunteers have been told."),
    };
}

/// <summary>What came of a form on a volunteer's own page.</summary>
/// <param name="Problems">What is wrong, field by field.</param>
internal sealed record Done(IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>The link does not work.</summary>
    public static Done Gone { get; } = new([]) { IsGone = true };

    public bool IsGone { get; private init; }

    /// <summary>The volunteer has stopped meanwhile.</summary>
    public bool TooLate { get; init; }

    /// <summary>What to say of it.</summary>
    public Bilingual? Told { get; init; }
}
