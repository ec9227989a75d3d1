using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Intake;

namespace Husrum.Functions.Demo;

/// <summary>Those who would like to volunteer in the rehearsal, and what they and the coordinators answer. Each step does nothing where it was done before.</summary>
internal sealed class DemoApplicants(ApplicationIntake intake, DemoHand hand, PersonDirectory people, VolunteerBook volunteers, IRegister register, TimeProvider time, DateTimeOffset begins)
{
    public static readonly DemoApplicant Talked = new("talked", "aarhus", "Milo Sandbæk", ["arrangoer", "gruppeleder"], "da");

    public static readonly DemoApplicant Welcomed = new("welcomed", "horsens", "Silje Krag", ["arrangoer"], "da");

    public static readonly DemoApplicant Booking = new("booking", "horsens", "Astrid Vinge", ["gruppeleder"], "da");

    public static readonly DemoApplicant Waiting = new("waiting", "aarhus", "Nora Hald", ["kommunikationsassistent"], "da");

    public static readonly DemoApplicant Unconfirmed = new("unconfirmed", "aarhus", "Grace Okafor", ["online"], "en");

    public async Task ApplyAsync(DemoApplicant applicant)
    {
        if (await intake.SubmitAsync(applicant.Form()) is CaseIntakeResult.Invalid wrong)
            throw new InvalidOperationException($"The rehearsal's applicant {applicant.Word} does not keep the form's rules: {string.Join(", ", wrong.Problems.Select(problem => problem.Field))}.");
    }

    /// <summary>One who is a volunteer already, with the mail that leads to their own page. The way there would take longer than the rehearsal's history.</summary>
    public async Task WelcomeAsync(DemoApplicant applicant)
    {
        var (form, now) = (applicant.Form(), time.GetUtcNow());
        var person = await people.FindOrCreateByEmailAsync(form.Email, form.Name, form.Language);
        await volunteers.WelcomeAsync(
            new VolunteerApplication
            {
                Id = applicant.Id,
                DepartmentId = form.Department,
                PersonId = person,
                Created = now,
                Content = new ApplicationContent { Name = form.Name, Email = form.Email, Language = form.Language, Functions = form.Functions },
                FormHash = "",
                State = ApplicationState.Approved,
            },
            default);
        await Outbox.PutOnceAsync(register, Partitions.Person(person),
        [
            new Notice
            {
                Key = NoticeKey.For(applicant.Id, "volunteer-welcome", WallTime.LocalDate(begins), person, NoticeChannel.Email),
                Channel = NoticeChannel.Email,
                Template = "volunteer-welcome",
                Language = form.Language,
                To = form.Email,
                Fields = new Dictionary<string, string> { ["name"] = form.Name, ["department"] = "Horsens", ["functions"] = "arrangør", ["folder"] = "Koordinatoren sender dig velkomstmappen." },
                Links = new Dictionary<string, NoticeLink> { ["page"] = new(VolunteerBook.Page, VolunteerBook.TokenIdOf(person)) },
                Due = now,
            },
        ]);
    }

    /// <summary>The applicant answers the first question that waits for them.</summary>
    public Task AnswerAsync(DemoApplicant applicant, string answer, params (string Name, string Value)[] fields) => hand.AnswerAsync(applicant.Id, answer, fields);

    /// <summary>A coordinator answers the first question about the applicant that waits for them.</summary>
    public Task DecideAsync(string mailbox, DemoApplicant applicant, string answer, params (string Name, string Value)[] fields) => hand.DecideAsync(mailbox, applicant.Id, answer, fields);
}

/// <summary>An invented applicant.</summary>
/// <param name="Word">Names the application; its id follows from it, so that playing it twice makes one.</param>
/// <param name="Department">Department's id.</param>
/// <param name="Name">Who.</param>
/// <param name="Functions">What they would like to be.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
internal sealed record DemoApplicant(string Word, string Department, string Name, IReadOnlyList<string> Functions, string Language)
{
    public string Id => ApplicationIntake.IdOf(SubmissionId);

    private string SubmissionId => "demo-applicant-" + Word;

    /// <summary>The form, the same each time.</summary>
    public ApplicationForm Form() => new()
    {
        SubmissionId = SubmissionId,
        Department = Department,
        Name = Name,
        Email = Name.Split(' ')[0].ToLowerInvariant() + "@post.example",
        Functions = Functions,
        Languages = Language == "en" ? "English and a little Danish" : "Dansk",
        HeardFrom = Language == "en" ? "A friend who volunteers with you" : "Facebook",
        Motivation = Language == "en" ? "I would like to meet people and give something back." : "Jeg vil gerne være noget for andre og har tid om aftenen.",
        Language = Language,
    };
}
