using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Certificates;

/// <summary>A remark on a certificate freezes the case for a leader, who talks with its holder and decides. It never rejects by itself, and what it says is not written down (rules-and-sources.md 2.1).</summary>
internal sealed class AssessRemark<TCase>(CertificateHolder<TCase> holder, Organisation organisation) : StaffStep<TCase>(organisation)
    where TCase : CaseRecord
{
    private const string GoOn = "go-on";

    /// <inheritdoc />
    public override string Question => holder.Question(null, "remark");

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Leader;

    /// <inheritdoc />
    protected override Bilingual Task => holder.Called.Into("at tale med {0}", "to talk with {0}");

    /// <inheritdoc />
    public override bool IsOpen(TCase @case) => holder.Notes(@case).Any(note => note.Outcome == CertificateOutcome.Remark);

    /// <inheritdoc />
    public override StepPage Page(TCase @case, string language, DateTimeOffset now) => new(
        holder.Called.Into("Tal med {0}, og beslut", "Talk with {0}, and decide").In(language),
        [holder.Called.Into("Der er en anmærkning på en attest. Tal med {0}, før du beslutter noget. Skriv ikke her, hvad der står på attesten.", "There is a remark on a certificate. Talk with {0} before you decide. Do not write here what the certificate says.").In(language)],
        [
            new(GoOn, new Bilingual("Vi går videre", "We go on").In(language)),
            new(holder.Decline.Word, holder.Decline.Label.In(language), holder.Decline.Hint.In(language)),
        ])
    { Facts = holder.Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(TCase @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, GoOn, holder.Decline.Word);

    /// <inheritdoc />
    public override TCase After(TCase @case, StepAnswer answer)
    {
        var goesOn = answer.Word == GoOn;
        foreach (var note in holder.Notes(@case).Where(note => note.Outcome == CertificateOutcome.Remark).ToList())
            @case = holder.With(@case, CertificateRules.Assessed(note, goesOn ? CertificateOutcome.Accepted : CertificateOutcome.Declined, answer.By, answer.Today));
        return goesOn ? holder.InOrder(@case.Again(Question), answer) : holder.Declined(@case);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == GoOn
        ? new("Samtalen med en leder er holdt, og vi går videre.", "The talk with a leader was held, and we go on.")
        : holder.DeclinedLine;

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at en leder taler med dig", "a leader to talk with you");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => holder.Called.Into("at en leder taler med {0}", "a leader to talk with {0}");
}
