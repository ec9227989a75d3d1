using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The coordinator notes what the police answered. Only that: the document is deleted as soon as it is assessed (rules-and-sources.md 2.1).</summary>
internal sealed class RecordCertificate(CertificateKind kind, Organisation organisation) : CoordinatorStep(organisation)
{
    private const string Clean = "clean";
    private const string Remark = "remark";
    private const string NoConsent = "no-consent";
    private const string Deleted = "deleted";

    /// <inheritdoc />
    public override string Question => QuestionOf(kind);

    /// <inheritdoc />
    protected override Bilingual Task => new($"at skrive, om {CertificateWords.Name(kind).Danish} er kommet", $"to record whether {CertificateWords.Name(kind).English} has come");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case.State == ApplicationState.Preparing && @case.Certificate(kind) is { OrderedOn: not null, Outcome: null };

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => CertificateRules.OutcomePlan(@case.Certificate(kind));

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual($"Er {CertificateWords.Name(kind).Danish} i orden?", $"Is {CertificateWords.Name(kind).English} in order?").In(language),
        [
            new Bilingual($"Bestilt {DateWords.Long(@case.Certificate(kind)!.OrderedOn!.Value, "da")}. Ansøgeren kan sige ja til og med {DateWords.Long(@case.Certificate(kind)!.ConsentBy!.Value, "da")}; politiet svarer som regel inden for {CertificateRules.WeekdaysToDeliver} hverdage.", $"Ordered {DateWords.Long(@case.Certificate(kind)!.OrderedOn!.Value, "en")}. The applicant can consent until {DateWords.Long(@case.Certificate(kind)!.ConsentBy!.Value, "en")}; the police usually answer within {CertificateRules.WeekdaysToDeliver} weekdays.").In(language),
            new Bilingual("Vi gemmer kun dit svar her. Slet attesten, så snart du har set den.", "We keep only your answer here. Delete the certificate as soon as you have seen it.").In(language),
        ],
        [
            new(Clean, new Bilingual("Den er uden anmærkninger", "It is without remarks").In(language)),
            new(Remark, new Bilingual("Der står noget på den", "There is something on it").In(language), new Bilingual("Sagen sættes på pause, og en leder taler med ansøgeren. Skriv ikke, hvad der står.", "The case is paused and a leader talks with the applicant. Do not write what it says.").In(language)),
            new(NoConsent, new Bilingual("Ansøgeren har ikke sagt ja i tide", "The applicant did not consent in time").In(language), new Bilingual("Den skal bestilles igen.", "It must be ordered again.").In(language)),
        ])
    {
        Facts = [new(new Bilingual("Navn", "Name").In(language), @case.Content.Name)],
        Inputs = [new(Deleted, new Bilingual("Jeg har slettet attesten, eller jeg har ikke fået nogen.", "I have deleted the certificate, or I have not had any.").In(language), StepInputKind.Tick)],
    };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer is not (Clean or Remark or NoConsent))
            return StepReply.Wrong.NoChoice;
        return form.Field(Deleted).Length > 0 ? new StepReply.Given(form.Answer) : StepReply.Wrong.At(Deleted, "Slet attesten, og sæt kryds.", "Delete the certificate and tick the box.");
    }

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer)
    {
        var note = @case.Certificate(kind)!;
        return answer.Word switch
        {
            Clean => Readiness.Settle(@case.With(CertificateRules.Assessed(note, CertificateOutcome.Clean, answer.By, answer.Today))),
            Remark => @case.With(CertificateRules.Assessed(note, CertificateOutcome.Remark, answer.By, answer.Today)) with { State = ApplicationState.Frozen },
            _ => @case.With(CertificateRules.Unordered(note)).Again(OrderCertificate.QuestionOf(kind), ConsentToCertificate.QuestionOf(kind), Question),
        };
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Clean => new($"{Name.Danish} er set og i orden.", $"{Name.English} was seen and is in order."),
        Remark => new("Der skal holdes en samtale med en leder, før vi går videre.", "There is to be a talk with a leader before we go on."),
        _ => new($"{Name.Danish} skal bestilles igen, fordi der ikke blev sagt ja i tide.", $"{Name.English} must be ordered again because there was no consent in time."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => new($"{CertificateWords.Name(kind).Danish} fra politiet", $"{CertificateWords.Name(kind).English} from the police");

    /// <summary>The question's name.</summary>
    public static string QuestionOf(CertificateKind kind) => $"volunteer-{CertificateWords.Slug(kind)}-outcome";

    private Bilingual Name => kind == CertificateKind.Children ? new("Børneattesten", "The børneattest") : new("Straffeattesten", "The straffeattest");
}
