using System.Text.RegularExpressions;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Retention;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Intake;
using Husrum.Durable.Client;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>The small organisation with its volunteers: what applicants and staff do, by their links.</summary>
public sealed class VolunteerWorld : IAsyncDisposable
{
    private int _forms;
    private int _made;

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
        var accepted = (await House.Get<ApplicationIntake>().SubmitAsync(form, Ct)).ShouldBeOfType<CaseIntakeResult.Accepted>();
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

    /// <summary>Answers a question of another process's case, as one who was asked.</summary>
    public async Task<StepResult> AnswerAsync<TCase>(string prefix, string caseId, string question, string answer, string? by = null, params (string Name, string Value)[] fields)
        where TCase : CaseRecord
    {
        var round = (await House.Get<CaseBook<TCase>>().GetAsync(caseId, Ct)).ShouldNotBeNull().Value.RoundOf(question);
        var reference = new DecisionRef(prefix + caseId, caseId, question, round);
        var decision = (await House.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, Ct)).ShouldNotBeNull($"'{question}' is not asked");
        var token = House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(by ?? decision.Value.Latest.First().PersonId));
        var result = await House.Get<CaseDesk>().AnswerAsync(token, new StepForm(answer, fields.ToDictionary(f => f.Name, f => f.Value)), Ct);
        await House.SettleAsync();
        return result;
    }

    /// <summary>The token of a question's link, for the one who was asked first.</summary>
    public async Task<string> TokenOfAsync(string prefix, CaseRecord @case, string question)
    {
        var reference = new DecisionRef(prefix + @case.Id, @case.Id, question, @case.RoundOf(question));
        var decision = (await House.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, Ct)).ShouldNotBeNull($"'{question}' is not asked");
        return House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(decision.Value.Latest.First().PersonId));
    }

    /// <summary>Somebody who became a volunteer on 22 September 2026: their person id.</summary>
    public async Task<string> WelcomedAsync(string function = "arrangoer", string name = "Astrid Ansøger", string birthDate = "")
    {
        var id = await TalkedAsync(Form(function, name, birthDate));
        await PreparedAsync(id);
        await DoneAsync(id, "volunteer-approve", "approve");
        return (await ApplicationAsync(id)).PersonId;
    }

    /// <summary>Somebody who is a volunteer already, by another way than the application: their person id.</summary>
    public async Task<string> MadeVolunteerAsync(string name, IReadOnlyList<string> functions, string department = "aarhus") =>
        await MadeAgainAsync(await House.Get<PersonDirectory>().FindOrCreateByEmailAsync(RefundWorld.Address(name), name, "da", cancellation: Ct), name, functions, department);

    /// <summary>The same person, by another application than any before.</summary>
    public async Task<string> MadeAgainAsync(string person, string name, IReadOnlyList<string> functions, string department = "aarhus")
    {
        var email = RefundWorld.Address(name);
        await House.Get<VolunteerBook>().WelcomeAsync(
            new VolunteerApplication
            {
                Id = $"v-{person}-{++_made}",
                DepartmentId = department,
                PersonId = person,
                Created = House.Clock.GetUtcNow(),
                Content = new ApplicationContent { Name = name, Email = email, Language = "da", Functions = functions },
                FormHash = "",
                State = ApplicationState.Approved,
            },
            Ct);
        return person;
    }

    /// <summary>Lets time pass with the nights' deletions in it.</summary>
    public async Task SweepAsync(string wallTime)
    {
        if (await House.Hub.GetInstanceAsync(RetentionTasks.InstanceId, cancellation: Ct) is null)
            await House.Hub.ScheduleNewOrchestrationInstanceAsync(RetentionTasks.Orchestrator, null, new StartOrchestrationOptions(RetentionTasks.InstanceId), Ct);
        await House.GoToAsync(wallTime);
    }

    /// <summary>The link to a volunteer's own page.</summary>
    public string PageToken(string personId) => House.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(personId));

    /// <summary>The volunteer as they stand.</summary>
    public async Task<Volunteer> PersonAsync(string personId) => (await House.Get<VolunteerBook>().GetAsync(personId, Ct)).ShouldNotBeNull().Value;

    /// <summary>The cases of a kind that a person has, oldest first.</summary>
    public async Task<IReadOnlyList<TCase>> CasesAsync<TCase>(string personId)
        where TCase : CaseRecord
    {
        var (book, cases) = (House.Get<CaseBook<TCase>>(), new List<TCase>());
        await foreach (var place in House.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: Ct))
        {
            if (place.Value.Process == book.Name && await book.GetAsync(place.Value.CaseId, Ct) is { } found)
                cases.Add(found.Value);
        }

        return cases;
    }

    /// <summary>The messages of any partition, oldest first: "2026-09-03 volunteer-book astrid".</summary>
    public async Task<IReadOnlyList<string>> MailsInAsync(string partition)
    {
        var mails = new List<string>();
        await foreach (var notice in House.Register.QueryAsync<Notice>(partition, "notice:", cancellation: Ct))
            mails.Add($"{WallTime.LocalDate(notice.Value.Due):yyyy-MM-dd} {notice.Value.Template} {notice.Value.To.Split('@')[0]}");
        return [.. mails.Order(StringComparer.Ordinal)];
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
