using System.Text.RegularExpressions;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Intake;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>The small organisation with its volunteers: what applicants and staff do, by their links.</summary>
public sealed class VolunteerWorld : IAsyncDisposable
{
    private int _forms;

    public VolunteerWorld(RefundWorld house) => House = house;

    /// <summary>Functions of every kind, and two intro courses.</summary>
    public static Volunteering Volunteering { get; } = new(
        [
            new("arrangoer", new("arrangør", "event host"), 0, CertificatePolicy.None),
            new("hjerteven", new("hjerteven", "heart friend"), 30, CertificatePolicy.None),
            new("legeven", new("legeven", "play friend"), 0, CertificatePolicy.Children),
            new("venskabsfamilie", new("voksen i en venskabsfamilie", "adult of a friend family"), 0, CertificatePolicy.ChildrenAndCriminal),
        ],
        [
            new("intro-2026-09", new(2026, 9, 22), new(17, 0), new(20, 0), "Frivilligcentret"),
            new("intro-2026-11", new(2026, 11, 10), new(17, 0), new(20, 0), "Frivilligcentret"),
        ],
        new("2026-1", new Bilingual("Jeg fortæller det ikke videre.", "I do not pass it on.")));

    public RefundWorld House { get; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<VolunteerWorld> StartAsync(string wallTime = "2026-08-31 10:00") => new(await RefundWorld.StartAsync(wallTime));

    public ApplicationForm Form(string function = "arrangoer", string name = "Astrid Ansøger", string birthDate = "") => new()
    {
        SubmissionId = $"application-{++_forms}",
        Department = "aarhus",
        Name = name,
        Email = RefundWorld.Address(name).Replace("ø", "oe", StringComparison.Ordinal),
        Functions = [function],
        BirthDate = birthDate,
        Motivation = "Jeg vil gerne give noget videre.",
    };

    public async Task<string> ApplyAsync(ApplicationForm form)
    {
        var accepted = (await House.Get<ApplicationIntake>().SubmitAsync(form, Ct)).ShouldBeOfType<ApplicationResult.Accepted>();
        await House.SettleAsync();
        return accepted.Id;
    }

    /// <summary>Answers the question that is open now under this name, as the person who is asked (or another one who was).</summary>
    public async Task<StepResult> AnswerAsync(string caseId, string question, string answer, string? by = null, params (string Name, string Value)[] fields)
    {
        var result = await House.Get<CaseDesk>().AnswerAsync(await TokenAsync(caseId, question, by), new StepForm(answer, fields.ToDictionary(f => f.Name, f => f.Value)), Ct);
        await House.SettleAsync();
        return result;
    }

    public async Task DoneAsync(string caseId, string question, string answer, params (string Name, string Value)[] fields) =>
        (await AnswerAsync(caseId, question, answer, null, fields)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();

    public async Task<string> TokenAsync(string caseId, string question, string? by = null)
    {
        var application = await ApplicationAsync(caseId);
        var reference = new DecisionRef(VolunteerApproval.Prefix + caseId, caseId, question, application.RoundOf(question));
        var decision = (await House.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, Ct)).ShouldNotBeNull($"'{question}' is not asked");
        return House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(by ?? decision.Value.Latest.First().PersonId));
    }

    public string StatusToken(string caseId) => House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(caseId));

    public async Task<VolunteerApplication> ApplicationAsync(string caseId) =>
        (await House.Get<CaseBook<VolunteerApplication>>().GetAsync(caseId, Ct)).ShouldNotBeNull().Value;

    public async Task ShouldBeAsync(string caseId, ApplicationState state) => (await ApplicationAsync(caseId)).State.ShouldBe(state);

    public async Task<Volunteer?> VolunteerAsync(string caseId) => (await House.Get<VolunteerBook>().GetAsync((await ApplicationAsync(caseId)).PersonId, Ct))?.Value;

    /// <summary>From the form to the day on which declaration, certificates and course are asked for.</summary>
    public async Task<string> TalkedAsync(ApplicationForm form)
    {
        var id = await ApplyAsync(form);
        await DoneAsync(id, "volunteer-confirm", "confirm");
        await DoneAsync(id, "volunteer-times", "offer", ("time1", "2026-09-03T16:30"), ("time2", "2026-09-04T10:00"), ("place", "Frivilligcentret"));
        await DoneAsync(id, "volunteer-book", "2026-09-03T14:30Z");
        await House.GoToAsync("2026-09-03 18:00");
        await DoneAsync(id, "volunteer-talk", "go-on");
        return id;
    }

    /// <summary>Declaration and course, up to the coordinator's record.</summary>
    public async Task PreparedAsync(string id)
    {
        await DoneAsync(id, "volunteer-declaration", "signed", ("agree", "on"));
        await DoneAsync(id, "volunteer-course", "intro-2026-09");
        await House.GoToAsync("2026-09-22 21:00");
        await DoneAsync(id, "volunteer-attended", "came");
    }

    /// <summary>The messages of a case: "2026-09-03 09:00 volunteer-book astrid", oldest first, in Danish wall time.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string caseId, string? template = null) =>
    [
        .. (await NoticesAsync(caseId))
            .Where(n => template is null || n.Template == template)
            .Select(n => $"{WallTime.LocalDate(n.Due):yyyy-MM-dd} {WallTime.LocalTime(n.Due):HH\\:mm} {n.Template} {n.To.Split('@')[0]}"),
    ];

    public async Task<IReadOnlyList<Notice>> NoticesAsync(string caseId)
    {
        var notices = new List<Notice>();
        await foreach (var notice in House.Register.QueryAsync<Notice>(VolunteerApproval.Prefix + caseId, "notice:", cancellation: Ct))
            notices.Add(notice.Value);
        return [.. notices.OrderBy(n => n.Due).ThenBy(n => n.Template, StringComparer.Ordinal).ThenBy(n => n.To, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> TimelineAsync(string caseId)
    {
        var words = new List<string>();
        await foreach (var line in House.Register.QueryAsync<TimelineLine>(VolunteerApproval.Prefix + caseId, TimelineLine.Prefix, cancellation: Ct))
            words.Add(line.Value.What);
        return words;
    }

    /// <summary>Every message can be made into text; none is missing a field, and no subject says whose it is.</summary>
    public async Task EveryMailCanBeReadAsync(string caseId)
    {
        var catalogue = MessageCatalogue.Load([.. ApplicationMessages.Specs, .. CaseMessages.Specs]);
        foreach (var notice in await NoticesAsync(caseId))
        {
            var text = catalogue.Render(notice, link => $"https://eksempel.example{link.Path}?t={link.TokenId}");
            text.Subject.ShouldNotBeNullOrEmpty();
            Regex.IsMatch(text.Text, @"\{\{|\}\}").ShouldBeFalse();
        }
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
