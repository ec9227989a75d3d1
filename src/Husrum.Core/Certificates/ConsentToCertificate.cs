using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Certificates;

/// <summary>The holder consents in Digital Post within 14 days; otherwise the police tell the organisation, which must order again (rules-and-sources.md 2.1). We cannot see it: we remind, and staff record what the police answered.</summary>
internal sealed class ConsentToCertificate<TCase>(CertificateHolder<TCase> holder, CertificateKind? kind, Organisation organisation) : CaseStep<TCase>
    where TCase : CaseRecord
{
    /// <summary>What comes last in the question's name.</summary>
    public const string What = "consent";

    private const string Done = "done";

    /// <inheritdoc />
    public override string Question => holder.Question(kind, What);

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override string Asks(TCase @case) => holder.Asks(@case);

    /// <inheritdoc />
    public override bool WaitsWhileAway => false;

    /// <inheritdoc />
    public override StepTexts Texts => holder.ConsentTexts;

    /// <inheritdoc />
    public override string Silence => "silent";

    /// <inheritdoc />
    public override IDecisionPlan Plan(TCase @case) => CertificateRules.ConsentPlan(holder.Note(@case, kind));

    /// <inheritdoc />
    public override bool IsOpen(TCase @case) => holder.IsSought(@case) && holder.Note(@case, kind) is { OrderedOn: not null, ConsentSettled: false, Outcome: null };

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(TCase @case, string language) =>
    [
        new("department", organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId),
        new("certificate", CertificateWords.Of(holder.Note(@case, kind)!.Kind).In(language)),
        new("deadline", DateWords.Long(holder.Note(@case, kind)!.ConsentBy!.Value, language)),
    ];

    /// <inheritdoc />
    public override StepPage Page(TCase @case, string language, DateTimeOffset now)
    {
        var note = holder.Note(@case, kind)!;
        var (name, other) = (CertificateWords.Of(note.Kind), holder.OnBehalfOf(@case));
        var (danish, english) = (DateWords.Long(note.ConsentBy!.Value, "da"), DateWords.Long(note.ConsentBy.Value, "en"));
        return new(
            (other is null ? new Bilingual("Sig ja i din Digital Post", "Say yes in your Digital Post") : new Bilingual("Et ja i Digital Post", "A yes in Digital Post")).In(language),
            [
                (other is null
                    ? new Bilingual($"Politiet har skrevet til dig i Digital Post om {name.Danish}. Sig ja dér senest {danish}.", $"The police have written to you in Digital Post about {name.English}. Say yes there by {english}.")
                    : new Bilingual($"Politiet har skrevet til {other} i Digital Post om {name.Danish}. Hjælp med, at der bliver sagt ja dér senest {danish}.", $"The police have written to {other} in Digital Post about {name.English}. Please help them to say yes there by {english}.")).In(language),
                new Bilingual("Er der ikke Digital Post, så ring til koordinatoren: så findes der en blanket på papir.", "If there is no Digital Post, call the coordinator: there is a paper form.").In(language),
            ],
            [new(Done, (other is null ? new Bilingual("Jeg har sagt ja", "I have said yes") : new Bilingual("Der er sagt ja", "They have said yes")).In(language))]);
    }

    /// <inheritdoc />
    public override StepReply Read(TCase @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Done);

    /// <inheritdoc />
    public override TCase After(TCase @case, StepAnswer answer) => holder.With(@case, holder.Note(@case, kind)! with { ConsentSettled = true });

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Done
        ? CertificateWords.Of(kind).Into("Der er sagt ja til {0} i Digital Post.", "Consent to {0} was given in Digital Post.")
        : CertificateWords.Of(kind).Into("De 14 dage til at sige ja til {0} er gået.", "The 14 days to say yes to {0} have passed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => CertificateWords.Of(kind).Into("at du siger ja til {0} i Digital Post", "you to say yes to {0} in Digital Post");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => CertificateWords.Of(kind).Into($"at {holder.Called.Danish} siger ja til {{0}} i Digital Post", $"{holder.Called.English} to say yes to {{0}} in Digital Post");
}
