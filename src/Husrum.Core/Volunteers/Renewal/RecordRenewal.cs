using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>The coordinator notes what the police answered.</summary>
internal sealed class RecordRenewal(Organisation organisation) : StaffStep<CertificateRenewal>(organisation)
{
    private const string Clean = "clean";
    private const string Remark = "remark";
    private const string NoConsent = "no-consent";
    private const string Deleted = "deleted";

    /// <inheritdoc />
    public override string Question => "renewal-outcome";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, om den nye attest er kommet", "to record whether the new certificate has come");

    /// <inheritdoc />
    public override IDecisionPlan Plan(CertificateRenewal @case) => CertificateRules.OutcomePlan(@case.Note);

    /// <inheritdoc />
    public override bool IsOpen(CertificateRenewal @case) => @case.Note is { OrderedOn: not null, Outcome: null };

    /// <inheritdoc />
    public override StepPage Page(CertificateRenewal @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvad står der på den nye attest?", "What does the new certificate say?").In(language),
        [new Bilingual("Vi gemmer kun dit svar her. Slet attesten, så snart du har set den.", "We keep only your answer here. Delete the certificate as soon as you have seen it.").In(language)],
        [
            new(Clean, new Bilingual("Den er uden anmærkninger", "It is without remarks").In(language)),
            new(Remark, new Bilingual("Der står noget på den", "There is something on it").In(language), new Bilingual("En leder taler med den frivillige. Skriv ikke, hvad der står.", "A leader talks with the volunteer. Do not write what it says.").In(language)),
            new(NoConsent, new Bilingual("Der er ikke sagt ja i tide", "There was no consent in time").In(language), new Bilingual("Den skal bestilles igen.", "It must be ordered again.").In(language)),
        ])
    { Inputs = [new(Deleted, new Bilingual("Jeg har slettet attesten, eller jeg har ikke fået nogen.", "I have deleted the certificate, or I have not had any.").In(language), StepInputKind.Tick)] };

    /// <inheritdoc />
    public override StepReply Read(CertificateRenewal @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer is not (Clean or Remark or NoConsent))
            return StepReply.Wrong.NoChoice;
        return form.Field(Deleted).Length > 0 ? new StepReply.Given(form.Answer) : StepReply.Wrong.At(Deleted, "Slet attesten, og sæt kryds.", "Delete the certificate and tick the box.");
    }

    /// <inheritdoc />
    public override CertificateRenewal After(CertificateRenewal @case, StepAnswer answer) => answer.Word switch
    {
        Clean => @case with { Note = CertificateRules.Assessed(@case.Note, CertificateOutcome.Clean, answer.By, answer.Today) },
        Remark => @case with { Note = CertificateRules.Assessed(@case.Note, CertificateOutcome.Remark, answer.By, answer.Today) },
        _ => (@case with { Note = CertificateRules.Unordered(@case.Note) }).Again("renewal-order", "renewal-consent", Question),
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Clean => new("Den nye attest er set og i orden.", "The new certificate was seen and is in order."),
        Remark => new("Der skal holdes en samtale med en leder.", "There is to be a talk with a leader."),
        _ => new("Attesten skal bestilles igen, fordi der ikke blev sagt ja i tide.", "The certificate must be ordered again because there was no consent in time."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("attesten fra politiet", "the certificate from the police");
}
