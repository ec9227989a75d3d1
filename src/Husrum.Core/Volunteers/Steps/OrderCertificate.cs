using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The coordinator orders a certificate from the police. Only organisations can, and the CPR number is typed there, never here (rules-and-sources.md 2.1).</summary>
internal sealed class OrderCertificate(CertificateKind kind, Organisation organisation) : CoordinatorStep(organisation)
{
    private const string Ordered = "ordered";

    /// <inheritdoc />
    public override string Question => QuestionOf(kind);

    /// <inheritdoc />
    protected override Bilingual Task => new($"at bestille {CertificateWords.Name(kind).Danish} hos politiet", $"to order {CertificateWords.Name(kind).English} from the police");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case.State == ApplicationState.Preparing && @case.Certificate(kind) is { OrderedOn: null, Outcome: null };

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual($"Bestil {CertificateWords.Name(kind).Danish}", $"Order {CertificateWords.Name(kind).English}").In(language),
        [
            new Bilingual("Bestil den på politiets selvbetjening med foreningens MitID Erhverv. Ansøgerens CPR-nummer taster du kun hos politiet. Skriv det aldrig her.", "Order it at the police's self-service with the association's MitID Erhverv. Type the applicant's CPR number only there. Never write it here.").In(language),
            new Bilingual($"Ansøgeren har {CertificateRules.DaysToConsent} dage til at sige ja i sin Digital Post. Vi minder om det.", $"The applicant has {CertificateRules.DaysToConsent} days to consent in Digital Post. We will remind them.").In(language),
        ],
        [new(Ordered, new Bilingual("Den er bestilt i dag", "It was ordered today").In(language))])
    { Facts = [new(new Bilingual("Navn", "Name").In(language), @case.Content.Name)] };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) => form.Answer == Ordered ? new StepReply.Given(Ordered) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => @case.With(CertificateRules.Ordered(@case.Certificate(kind)!, answer.Today));

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new($"{Capital(CertificateWords.Name(kind).Danish)} er bestilt hos politiet.", $"{Capital(CertificateWords.Name(kind).English)} was ordered from the police.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new($"at koordinatoren bestiller {CertificateWords.Name(kind).Danish}", $"the coordinator to order {CertificateWords.Name(kind).English}");

    /// <summary>The question's name.</summary>
    public static string QuestionOf(CertificateKind kind) => $"volunteer-{CertificateWords.Slug(kind)}-order";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
