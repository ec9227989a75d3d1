using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>A remark on a certificate freezes the case for a leader, who talks with the applicant and decides. It never rejects by itself, and what it says is not written down (rules-and-sources.md 2.1).</summary>
internal sealed class AssessRemark(Organisation organisation) : CoordinatorStep(organisation)
{
    private const string GoOn = "go-on";

    /// <inheritdoc />
    public override string Question => "volunteer-remark";

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Leader;

    /// <inheritdoc />
    protected override Bilingual Task => new("at tale med ansøgeren", "to talk with the applicant");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case.State == ApplicationState.Frozen;

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tal med ansøgeren, og beslut", "Talk with the applicant, and decide").In(language),
        [new Bilingual("Der er en anmærkning på en attest. Tal med ansøgeren, før du beslutter noget. Skriv ikke her, hvad der står på attesten.", "There is a remark on a certificate. Talk with the applicant before you decide. Do not write here what the certificate says.").In(language)],
        [
            new(GoOn, new Bilingual("Vi går videre", "We go on").In(language)),
            new(ApplicationWords.Reject, new Bilingual("Vi siger nej tak", "We turn the application down").In(language), new Bilingual("Ansøgeren får et venligt afslag uden grund.", "The applicant gets a kind no without a reason.").In(language)),
        ])
    { Facts = Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) => form.Answer is GoOn or ApplicationWords.Reject ? new StepReply.Given(form.Answer) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer)
    {
        var outcome = answer.Word == GoOn ? CertificateOutcome.Accepted : CertificateOutcome.Declined;
        foreach (var note in @case.Certificates.Where(c => c.Outcome == CertificateOutcome.Remark).ToList())
            @case = @case.With(CertificateRules.Assessed(note, outcome, answer.By, answer.Today));
        return answer.Word == GoOn ? Readiness.Settle((@case with { State = ApplicationState.Preparing }).Again(Question)) : Rejected(@case);
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == GoOn
        ? new("Samtalen med en leder er holdt, og vi går videre.", "The talk with a leader was held, and we go on.")
        : new("En leder har sagt nej tak til ansøgningen.", "A leader has turned the application down.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at en leder taler med dig", "a leader to talk with you");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at en leder taler med ansøgeren", "a leader to talk with the applicant");
}
