using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The applicant consents in Digital Post within 14 days; otherwise the police tell the organisation, which must order again (rules-and-sources.md 2.1). We cannot see it: we remind, and the coordinator records what the police answered.</summary>
internal sealed class ConsentToCertificate(CertificateKind kind, Organisation organisation) : ApplicantStep(organisation)
{
    private const string Done = "done";

    /// <inheritdoc />
    protected override string Subject => "consent";

    /// <inheritdoc />
    public override string Question => QuestionOf(kind);

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => CertificateRules.ConsentPlan(@case.Certificate(kind));

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case.State == ApplicationState.Preparing && @case.Certificate(kind) is { OrderedOn: not null, ConsentSettled: false, Outcome: null };

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(VolunteerApplication @case, string language) =>
    [
        .. base.Fields(@case, language),
        new("certificate", CertificateWords.Name(kind).In(language)),
        new("deadline", DateWords.Long(@case.Certificate(kind)!.ConsentBy!.Value, language)),
    ];

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Sig ja i din Digital Post", "Say yes in your Digital Post").In(language),
        [
            new Bilingual($"Politiet har skrevet til dig i Digital Post om {CertificateWords.Name(kind).Danish}. Sig ja dér senest {DateWords.Long(@case.Certificate(kind)!.ConsentBy!.Value, "da")}.", $"The police have written to you in Digital Post about {CertificateWords.Name(kind).English}. Say yes there by {DateWords.Long(@case.Certificate(kind)!.ConsentBy!.Value, "en")}.").In(language),
            new Bilingual("Har du ikke Digital Post, så ring til din koordinator: så findes der en blanket på papir.", "If you do not have Digital Post, call your coordinator: there is a paper form.").In(language),
        ],
        [new(Done, new Bilingual("Jeg har sagt ja", "I have said yes").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) => form.Answer == Done ? new StepReply.Given(Done) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => @case.With(@case.Certificate(kind)! with { ConsentSettled = true });

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Done
        ? new($"Der er sagt ja til {CertificateWords.Name(kind).Danish} i Digital Post.", $"Consent to {CertificateWords.Name(kind).English} was given in Digital Post.")
        : new($"De 14 dage til at sige ja til {CertificateWords.Name(kind).Danish} er gået.", $"The 14 days to say yes to {CertificateWords.Name(kind).English} have passed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new($"at du siger ja til {CertificateWords.Name(kind).Danish} i Digital Post", $"you to say yes to {CertificateWords.Name(kind).English} in Digital Post");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new($"at ansøgeren siger ja til {CertificateWords.Name(kind).Danish} i Digital Post", $"the applicant to say yes to {CertificateWords.Name(kind).English} in Digital Post");

    /// <summary>The question's name.</summary>
    public static string QuestionOf(CertificateKind kind) => $"volunteer-{CertificateWords.Slug(kind)}-consent";
}
