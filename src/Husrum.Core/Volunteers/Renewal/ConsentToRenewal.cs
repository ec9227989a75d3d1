using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Rules;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>The volunteer consents in Digital Post.</summary>
internal sealed class ConsentToRenewal : CaseStep<CertificateRenewal>
{
    private const string Done = "done";

    /// <inheritdoc />
    public override string Question => "renewal-consent";

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override StepTexts Texts => new("volunteer-consent", "volunteer-consent-reminder");

    /// <inheritdoc />
    public override string Silence => "silent";

    /// <inheritdoc />
    public override IDecisionPlan Plan(CertificateRenewal @case) => CertificateRules.ConsentPlan(@case.Note);

    /// <inheritdoc />
    public override bool IsOpen(CertificateRenewal @case) => @case.Note is { OrderedOn: not null, ConsentSettled: false, Outcome: null };

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(CertificateRenewal @case, string language) =>
        [new("certificate", CertificateWords.Name(@case.Note.Kind).In(language)), new("deadline", DateWords.Long(@case.Note.ConsentBy!.Value, language))];

    /// <inheritdoc />
    public override StepPage Page(CertificateRenewal @case, string language, DateTimeOffset now) => new(
        new Bilingual("Sig ja i din Digital Post", "Say yes in your Digital Post").In(language),
        [new Bilingual($"Politiet har skrevet til dig i Digital Post om {CertificateWords.Name(@case.Note.Kind).Danish}. Sig ja dér senest {DateWords.Long(@case.Note.ConsentBy!.Value, "da")}.", $"The police have written to you in Digital Post about {CertificateWords.Name(@case.Note.Kind).English}. Say yes there by {DateWords.Long(@case.Note.ConsentBy!.Value, "en")}.").In(language)],
        [new(Done, new Bilingual("Jeg har sagt ja", "I have said yes").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(CertificateRenewal @case, StepForm form, DateTimeOffset now) => form.Answer == Done ? new StepReply.Given(Done) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override CertificateRenewal After(CertificateRenewal @case, StepAnswer answer) => @case with { Note = @case.Note with { ConsentSettled = true } };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Done ? new("Der er sagt ja i Digital Post.", "Consent was given in Digital Post.") : new("De 14 dage til at sige ja er gået.", "The 14 days to consent have passed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du siger ja i din Digital Post", "you to say yes in your Digital Post");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at den frivillige siger ja i sin Digital Post", "the volunteer to say yes in their Digital Post");
}
