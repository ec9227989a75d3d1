using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Certificates;

/// <summary>Staff order a certificate from the police. Only organisations can, and the CPR number is typed there, never here (rules-and-sources.md 2.1).</summary>
internal sealed class OrderCertificate<TCase>(CertificateHolder<TCase> holder, CertificateKind? kind, Organisation organisation) : StaffStep<TCase>(organisation)
    where TCase : CaseRecord
{
    /// <summary>What comes last in the question's name.</summary>
    public const string What = "order";

    private const string Ordered = "ordered";
    private const string Stopped = "stopped";

    /// <inheritdoc />
    public override string Question => holder.Question(kind, What);

    /// <inheritdoc />
    protected override Bilingual Task => CertificateWords.Of(kind).Into("at bestille {0} hos politiet", "to order {0} from the police");

    /// <inheritdoc />
    public override IDecisionPlan Plan(TCase @case) => holder.OrderPlan(@case);

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(TCase @case) => holder.OrderFrom(@case);

    /// <inheritdoc />
    public override DateTimeOffset? Due(TCase @case, DateOnly askedOn) => holder.OrderDue(@case) ?? base.Due(@case, askedOn);

    /// <inheritdoc />
    public override bool IsOpen(TCase @case) => holder.IsSought(@case) && holder.Note(@case, kind) is { OrderedOn: null, Outcome: null };

    /// <inheritdoc />
    public override StepPage Page(TCase @case, string language, DateTimeOffset now) => new(
        CertificateWords.Of(holder.Note(@case, kind)!.Kind).Into("Bestil {0}", "Order {0}").In(language),
        [
            .. holder.WhyOrdered(@case) is { } why ? [why.In(language)] : Array.Empty<string>(),
            new Bilingual("Bestil den på politiets selvbetjening med foreningens MitID Erhverv. CPR-nummeret taster du kun hos politiet. Skriv det aldrig her.", "Order it at the police's self-service with the association's MitID Erhverv. Type the CPR number only there. Never write it here.").In(language),
            holder.Called.Into($"Politiet skriver i Digital Post, og {{0}} har {CertificateRules.DaysToConsent} dage til at sige ja. Vi minder om det.", $"The police write in Digital Post, and {{0}} has {CertificateRules.DaysToConsent} days to consent. We will send a reminder.").In(language),
        ],
        [
            new(Ordered, new Bilingual("Den er bestilt i dag", "It was ordered today").In(language)),
            .. holder.Needless is { } needless ? [new StepChoice(Stopped, needless.Label.In(language), needless.Hint.In(language))] : Array.Empty<StepChoice>(),
        ])
    { Facts = holder.Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(TCase @case, StepForm form, DateTimeOffset now) => holder.Needless is null ? StepReply.OneOf(form, Ordered) : StepReply.OneOf(form, Ordered, Stopped);

    /// <inheritdoc />
    public override TCase After(TCase @case, StepAnswer answer) => answer.Word == Stopped
        ? holder.NotNeeded(@case)
        : holder.With(@case, CertificateRules.Ordered(holder.Note(@case, kind)!, answer.Today));

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Stopped
        ? CertificateWords.AtStart(kind).Into("{0} skal ikke hentes.", "{0} is not needed.")
        : CertificateWords.AtStart(kind).Into("{0} er bestilt hos politiet.", "{0} was ordered from the police.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => CertificateWords.Of(kind).Into("at koordinatoren bestiller {0}", "the coordinator to order {0}");
}
