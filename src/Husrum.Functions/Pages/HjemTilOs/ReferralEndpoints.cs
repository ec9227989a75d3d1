using System.Globalization;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>The referral form: filled in by the municipality's referrer together with the parents, saved as a draft by link as often as they like, and sent once.</summary>
internal static class ReferralEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var language in (Tongue[])[Tongue.Danish, Tongue.English])
        {
            routes.MapPage(PathIn(language), (HttpContext http, Ids ids, Organisation organisation, ReferralDrafts drafts) => ShowAsync(http, language, ids, organisation, drafts));
            routes.MapForm(PathIn(language), (HttpContext http, ReferralIntake intake, ReferralDrafts drafts, ReferralDraftMail mail, Ids ids) => PostAsync(http, language, intake, drafts, mail, ids)).RequireRateLimiting(RateLimits.PublicForm);
        }
    }

    /// <summary>Where the form stands in a language.</summary>
    public static string PathIn(Tongue language) => ReferralDrafts.PageIn(language.Code);

    private static async Task<IResult> ShowAsync(HttpContext http, Tongue language, Ids ids, Organisation organisation, ReferralDrafts drafts)
    {
        PageLanguage.Prefer(http, language.Code);
        if (organisation.HjemTilOs is null)
            return ErrorPages.Result(StatusCodes.Status404NotFound);
        var token = http.Request.Query["t"].ToString();
        if (token.Length == 0)
            return new PageResult<ReferralFormPage>(new { Form = new ReferralForm(ids.New(), new Dictionary<string, string>(), language.Code) });
        return await drafts.OpenAsync(token, http.RequestAborted) is { } draft ? Saved(draft, token, language, http.Request.Query["sendt"].Count > 0) : DeadLinkPage.Result;
    }

    private static async Task<IResult> PostAsync(HttpContext http, Tongue language, ReferralIntake intake, ReferralDrafts drafts, ReferralDraftMail mail, Ids ids)
    {
        PageLanguage.Prefer(http, language.Code);
        var posted = http.Request.Form;
        var fields = ReferralFields.All.ToDictionary(name => name, name => posted[name].Count == 0 ? "" : posted[name][0] ?? "");
        var form = new ReferralForm(SentForms.IdOf(posted, ids), fields, language.Code);
        var token = posted["t"].ToString();
        _ = int.TryParse(posted["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        if (posted["action"] == "language")
            return Again(form, token, version, [], StatusCodes.Status200OK);
        try
        {
            if (token.Length > 0)
            {
                if (await drafts.SaveAsync(token, fields, version, http.RequestAborted) is not { } saved)
                    return Again(form, "", 0, [DraftGone], StatusCodes.Status410Gone);
                // the other one's fields come with mine; what both changed stays as I typed it, with theirs beside
                form = form with { SubmissionId = saved.Draft.Id, Fields = ReferralFields.All.ToDictionary(name => name, name => saved.Conflicts.ContainsKey(name) ? fields[name] : saved.Draft.Text(name)) };
                version = saved.Draft.Version;
                if (saved.Conflicts.Count > 0)
                    return Again(form, token, version, [.. saved.Conflicts.Select(Both)], StatusCodes.Status409Conflict);
            }

            if (posted["action"] == "mail")
                return await MailAsync(http, form, token.Length > 0 ? token : await drafts.BeginAsync(form.SubmissionId, fields, http.RequestAborted), version, language, mail);
            if (posted["action"] == "save")
                return new SeeOther($"{PathIn(language)}?t={Uri.EscapeDataString(token.Length > 0 ? token : await drafts.BeginAsync(form.SubmissionId, fields, http.RequestAborted))}");
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return Again(form, token, version, [SentForms.NotSaved], StatusCodes.Status507InsufficientStorage);
        }

        // sent before with other content: it can go as another referral, and then no longer belongs to the draft
        return await SentForms.AnswerAsync(
            () => intake.SubmitAsync(form, http.RequestAborted),
            () => new PageResult<FormSentPage>(new { Email = form["referrerEmail"] }),
            (problems, status) => Again(form, token, version, problems, status),
            (problems, status) => Again(form with { SubmissionId = ids.New() }, "", 0, problems, status));
    }

    // saved first, so that what is behind the link is what was typed
    private static async Task<IResult> MailAsync(HttpContext http, ReferralForm form, string token, int version, Tongue language, ReferralDraftMail mail) => await mail.SendAsync(token, http.RequestAborted) switch
    {
        null => DeadLinkPage.Result,
        [] => new SeeOther($"{PathIn(language)}?t={Uri.EscapeDataString(token)}&sendt=ja"),
        var problems => Again(form, token, Math.Max(version, 1), problems, StatusCodes.Status422UnprocessableEntity),
    };

    private static PageResult<ReferralFormPage> Saved(ReferralDraft draft, string token, Tongue language, bool mailed) =>
        new(new { Form = new ReferralForm(draft.Id, draft.Fields.Keys.ToDictionary(name => name, draft.Text), language.Code), Token = token, draft.Version, KeptUntil = (DateOnly?)draft.KeptUntil, Mailed = mailed });

    private static PageResult<ReferralFormPage> Again(ReferralForm form, string token, int version, IReadOnlyList<FieldProblem> problems, int status) =>
        new(new { Form = form, Token = token, Version = version, Problems = new Problems(problems) }, status);

    private static FieldProblem Both(KeyValuePair<string, string> other) => new(
        other.Key,
        $"En anden har imens skrevet: \"{other.Value}\". Dit står her endnu. Ret det, hvis I er enige om noget andet, og gem eller send igen.",
        $"Somebody else has meanwhile written: \"{other.Value}\". Yours is still here. Change it if you agree on something else, and save or send again.");

    private static FieldProblem DraftGone { get; } = new(
        "",
        "Kladden er slettet, fordi den ikke var gemt i 30 dage. Det, du har skrevet, står her endnu: gem det som en ny kladde, eller send det.",
        "The draft was deleted because it was not saved for 30 days. What you have typed is still here: save it as a new draft, or send it.");
}
