using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Intake;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>Somebody who would like to volunteer, from the application to the welcome.</summary>
internal sealed class VolunteerPlay : Play
{
    private const string Certificates = "with-certificates";
    private const string ConsentMissing = "consent-missing";
    private const string OtherTimes = "no-time-suits";
    private const string Rejected = "rejected";
    private const string Withdrawn = "withdrawn";

    public override string Name => "volunteer";

    public override IReadOnlyList<string> Aliases => ["frivillig", "ansoegning", "ansogning", "application"];

    public override Bilingual Title => new("En ny frivillig", "A new volunteer");

    public override int Months => 8;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(Certificates, new("Funktionen kræver attester", "The function asks for certificates")),
        new(ConsentMissing, new("Funktionen kræver attester, og der bliver ikke sagt ja i Digital Post", "The function asks for certificates, and there is no consent in Digital Post")),
        new(OtherTimes, new("Ingen af de første tider passer", "None of the first times suits")),
        new(Rejected, new("Koordinatoren siger nej tak efter samtalen", "The coordinator declines after the conversation")),
        new(Withdrawn, new("Ansøgeren trækker ansøgningen tilbage", "The applicant withdraws")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["volunteer-times"] = "V5",
        ["volunteer-book"] = "V5",
        ["volunteer-booked"] = "V5",
        ["volunteer-booked-staff"] = "V5",
        ["volunteer-talk"] = "V5",
        ["volunteer-talk-tomorrow"] = "V5",
        ["volunteer-course-tomorrow"] = "V10",
        ["volunteer-declaration"] = "V17",
        ["volunteer-course"] = "V10",
        ["volunteer-course-booked"] = "V10",
        ["volunteer-attended"] = "V10",
        ["volunteer-approve"] = "V4",
        ["volunteer-rejected"] = "V4",
        ["volunteer-welcome"] = "V1",
        ["Approved"] = "V1",
        ["Rejected"] = "V4",
    };

    public override Bilingual? Missing(Organisation organisation) => organisation.Volunteering is { Functions.Count: > 0 } ? null
        : new("organisation.json siger intet om frivillige (volunteering).", "organisation.json says nothing of volunteers (volunteering).");

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage) = (production.Request, production.Stage);
        production.RaiseCurtain();
        var function = Function(production);
        var form = new ApplicationForm
        {
            SubmissionId = "rehearsal",
            Department = production.Organisation.Departments[0].Id,
            Name = "Astrid Vinge",
            Email = "astrid@post.example",
            Functions = [function.Id],
            BirthDate = function.MinimumAge > 0 || function.Certificates != CertificatePolicy.None ? Yes.Date(request.Start.AddYears(-40)) : "",
            Languages = "Dansk",
            HeardFrom = "Facebook",
            Motivation = "Jeg vil gerne være noget for andre og har tid om aftenen.",
            Language = request.Language,
        };
        if (await stage.Get<ApplicationIntake>().SubmitAsync(form, cancellation) is not CaseIntakeResult.Accepted sent)
            throw new InvalidOperationException("The rehearsal's applicant does not keep the form's rules.");
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : Production.AllGoesWell();
        if (production.Has(ConsentMissing))
            CertificateAnswers.NoConsent(production.Script, "volunteer");
        if (production.Has(Rejected))
            production.Script.On("volunteer-talk", "reject");
        if (production.Has(OtherTimes))
        {
            var asked = 0;
            production.Script.On("volunteer-book", situation => asked++ == 0 ? new("others") : situation.First, TimeSpan.FromHours(3));
        }

        if (production.Has(Withdrawn))
        {
            production.Script.Never("volunteer-book");
            production.Do(request.Start.AddDays(2), new(10, 0), c => stage.Get<CaseDesk>().WithdrawAsync(stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(sent.Id)), c));
        }
    }

    private static VolunteerFunction Function(Production production)
    {
        var functions = production.Organisation.Volunteering!.Functions;
        return production.Has(Certificates) || production.Has(ConsentMissing)
            ? functions.FirstOrDefault(f => f.Certificates != CertificatePolicy.None) ?? throw new RehearsalException(new("Ingen af organisationens funktioner kræver attester.", "None of the organisation's functions asks for certificates."))
            : functions.OrderBy(f => f.Certificates).ThenBy(f => f.MinimumAge).First();
    }
}
