using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Certificates;

/// <summary>Staff note what the police answered. Only that: the document is deleted as soon as it is assessed (rules-and-sources.md 2.1).</summary>
internal sealed class RecordCertificate<TCase>(CertificateHolder<TCase> holder, CertificateKind? kind, Organisation organisation) : StaffStep<TCase>(organisation)
    where TCase : CaseRecord
{
    /// <summary>What comes last in the question's name.</summary>
    public const string What = "outcome";

    private const string Clean = "clean";
    private const string Remark = "remark";
    private const string NoConsent = "no-consent";
    private const string Deleted = "deleted";

    /// <inheritdoc />
    public override string Question => holder.Question(kind, What);

    /// <inheritdoc />
    protected override Bilingual Task => CertificateWords.Of(kind).Into("at skrive, om {0} er kommet", "to record whether {0} has come");

    /// <inheritdoc />
    public override bool IsOpen(TCase @case) => holder.IsSought(@case) && holder.Note(@case, kind) is { OrderedOn: not null, Outcome: null };

    /// <inheritdoc />
    public override IDecisionPlan Plan(TCase @case) => CertificateRules.OutcomePlan(holder.Note(@case, kind));

    /// <inheritdoc />
    public override StepPage Page(TCase @case, string language, DateTimeOffset now)
    {
        var note = holder.Note(@case, kind)!;
        return new(
            CertificateWords.Of(note.Kind).Into("Er {0} i orden?", "Is {0} in order?").In(language),
            [
                new Bilingual($"Bestilt {DateWords.Long(note.OrderedOn!.Value, "da")}. Der kan siges ja til og med {DateWords.Long(note.ConsentBy!.Value, "da")}; politiet svarer som regel inden for {CertificateRules.WeekdaysToDeliver} hverdage.", $"Ordered {DateWords.Long(note.OrderedOn.Value, "en")}. Consent can be given until {DateWords.Long(note.ConsentBy.Value, "en")}; the police usually answer within {CertificateRules.WeekdaysToDeliver} weekdays.").In(language),
                new Bilingual("Vi gemmer kun dit svar her. Slet attesten, så snart du har set den.", "We keep only your answer here. Delete the certificate as soon as you have seen it.").In(language),
            ],
            [
                new(Clean, new Bilingual("Den er uden anmærkninger", "It has no remarks").In(language)),
                new(Remark, new Bilingual("Der står noget på den", "There is something on it").In(language), holder.Called.Into("En leder taler med {0}, før der sker mere. Skriv ikke, hvad der står.", "A leader talks with {0} before anything more happens. Do not write what it says.").In(language)),
                new(NoConsent, new Bilingual("Der er ikke sagt ja i tide", "There was no consent in time").In(language), new Bilingual("Den skal bestilles igen.", "It must be ordered again.").In(language)),
            ])
        {
            Facts = holder.Facts(@case, language),
            Inputs = [new(Deleted, new Bilingual("Jeg har slettet attesten, eller jeg har ikke fået nogen.", "I have deleted the certificate, or I have not had any.").In(language), StepInputKind.Tick)],
        };
    }

    /// <inheritdoc />
    public override StepReply Read(TCase @case, StepForm form, DateTimeOffset now)
    {
        var reply = StepReply.OneOf(form, Clean, Remark, NoConsent);
        return reply is StepReply.Wrong || form.Field(Deleted).Length > 0 ? reply : StepReply.Wrong.At(Deleted, "Slet attesten, og sæt kryds.", "Delete the certificate and tick the box.");
    }

    /// <inheritdoc />
    public override TCase After(TCase @case, StepAnswer answer)
    {
        var note = holder.Note(@case, kind)!;
        return answer.Word switch
        {
            Clean => holder.InOrder(holder.With(@case, CertificateRules.Assessed(note, CertificateOutcome.Clean, answer.By, answer.Today)), answer),
            Remark => holder.Remarked(holder.With(@case, CertificateRules.Assessed(note, CertificateOutcome.Remark, answer.By, answer.Today))),
            _ => holder.With(@case, CertificateRules.Unordered(note)).Again(holder.Question(kind, OrderCertificate<TCase>.What), holder.Question(kind, ConsentToCertificate<TCase>.What), Question),
        };
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        Clean => CertificateWords.AtStart(kind).Into("{0} er set og i orden.", "{0} was seen and is in order."),
        Remark => new("Der skal holdes en samtale med en leder, før vi går videre.", "There is to be a talk with a leader before we go on."),
        _ => CertificateWords.AtStart(kind).Into("{0} skal bestilles igen, fordi der ikke blev sagt ja i tide.", "{0} must be ordered again because there was no consent in time."),
    };

    /// <inheritdoc />
    public override Bilingual WaitsFor => CertificateWords.Of(kind).Into("{0} fra politiet", "{0} from the police");
}
