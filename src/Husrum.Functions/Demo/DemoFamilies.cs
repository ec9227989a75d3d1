using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.Demo;

/// <summary>Friend families of the rehearsal: one half-way through its approval, and one that is approved and free.</summary>
internal sealed class DemoFamilies(FamilyIntake intake, DemoHand hand, CaseBook<FriendFamily> book, PersonDirectory people, IRegister register, Organisation organisation, DateTimeOffset begins)
{
    private const int VisitedDaysBefore = 10;

    /// <summary>The one half-way.</summary>
    public static string OnTheWay { get; } = FamilyIntake.IdOf("demo-family-holst");

    /// <summary>The approved one.</summary>
    public static string Approved { get; } = "f-" + Ids.Derive("demo-family", "thorup");

    private DateOnly Today => WallTime.LocalDate(begins);

    /// <summary>Bodil and Rune Holst apply, with Selma who turns 15 within weeks, and agree on a visit.</summary>
    public async Task ApplyAsync()
    {
        var form = new FamilyForm
        {
            SubmissionId = "demo-family-holst",
            Members =
            [
                new MemberForm { Name = "Bodil Holst", BirthDate = "1981-04-12", Role = "adult", Email = "bodil@post.example" },
                new MemberForm { Name = "Rune Holst", BirthDate = "1979-11-03", Role = "adult", Email = "rune@post.example" },
                new MemberForm { Name = "Selma Holst", BirthDate = Today.AddYears(-15).AddDays(24).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Role = "child" },
            ],
            Phone = "20 11 22 33",
            Street = "Åbrinken 9",
            Postcode = "8260",
            Town = "Viby J",
            Weekdays = ["Tuesday", "Wednesday"],
            YoungestAge = "6",
            OldestAge = "11",
            Languages = ["da", "en"],
            Home = "Vi har en gammel, rolig hund.",
            Motivation = "Vi har plads ved bordet og god tid om eftermiddagen.",
            WholeFamily = true,
        };
        if (await intake.SubmitAsync(form) is CaseIntakeResult.Invalid wrong)
            throw new InvalidOperationException($"The rehearsal's family does not keep the form's rules: {string.Join(", ", wrong.Problems.Select(problem => problem.Field))}.");
    }

    public Task ConfirmAsync() => hand.AnswerAsync(OnTheWay, "confirm");

    public Task OfferVisitAsync() => hand.DecideAsync(DemoPeople.Karen, OnTheWay, "offer", ("time1", hand.Moment(VisitedDaysBefore, 16)));

    public Task PickVisitAsync() => hand.AnswerAsync(OnTheWay, hand.Instant(VisitedDaysBefore, 16));

    public Task VisitedAsync() => hand.DecideAsync(DemoPeople.Karen, OnTheWay, "held");

    public Task InterviewedAsync() => hand.DecideAsync(DemoPeople.Karen, OnTheWay, "all-for");

    public Task TakeCourseAsync() => hand.AnswerAsync(OnTheWay, "taken", ("sprog", "da"));

    public Task OrderCertificateAsync() => hand.DecideAsync(DemoPeople.Karen, OnTheWay, "ordered");

    /// <summary>An approved family, put there as it stands: the way there would take longer than the rehearsal's history.</summary>
    public async Task PutApprovedAsync()
    {
        var programme = organisation.HjemTilOs!;
        var contact = await people.FindOrCreateByEmailAsync("marie@post.example", "Marie Thorup", "da");
        var approved = Today.AddDays(-40);
        FamilyMember[] members =
        [
            Settled(new FamilyMember("member-1", "Marie Thorup", new(1985, 2, 20), FamilyRole.Adult) { PersonId = contact }, contact),
            Settled(new FamilyMember("member-2", "Anders Thorup", new(1983, 8, 14), FamilyRole.Adult), contact),
            Settled(new FamilyMember("member-3", "Karl Thorup", new(2017, 6, 5), FamilyRole.Child), contact),
        ];
        await register.CommitAsync(book.Insert(
            new FriendFamily
            {
                Id = Approved,
                DepartmentId = "aarhus",
                PersonId = contact,
                Created = WallTime.ToUtc(approved.AddDays(-45), new TimeOnly(10, 0)),
                FormHash = "",
                State = FamilyState.Approved,
                ApprovedOn = approved,
                Visit = new HomeVisit { VisitedOn = approved.AddDays(-30), InterviewedOn = approved.AddDays(-30), WholeFamilyOn = approved.AddDays(-30) },
                Members = members,
                Parties = [new CaseParty("member-1", FriendFamily.Side, contact)],
                Profile = new FamilyProfile { Street = "Lindevej 4", Postcode = "8000", Town = "Aarhus C", Weekdays = [DayOfWeek.Tuesday, DayOfWeek.Thursday], YoungestAge = 5, OldestAge = 10, Languages = ["da", "en"], Competences = "Marie er pædagog" },
            },
            "family-received")); // a conflict means that it is there already

        FamilyMember Settled(FamilyMember member, string by)
        {
            var (owes, at) = (FamilyNeeds.On(member, programme.Learning, approved), WallTime.ToUtc(approved.AddDays(-7), new TimeOnly(19, 0)));
            TextRead Read(string version) => new(version, "da", at, by);
            return owes with
            {
                Course = owes.OwesCourse ? Read(programme.Learning.Version) : null,
                Rules = owes.OwesRules ? Read(programme.Rules.Version) : null,
                Questions = owes.OwesRules ? Read(programme.Questions.Version) : null,
                Declaration = owes.OwesRules ? Read(programme.Declaration.Version) : null,
                Certificates = [.. owes.Certificates.Select(note => CertificateRules.Assessed(CertificateRules.Ordered(note, approved.AddDays(-20)), CertificateOutcome.Clean, null, approved.AddDays(-5)))],
            };
        }
    }
}
