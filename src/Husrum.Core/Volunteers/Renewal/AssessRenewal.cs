using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>A remark is for a leader, who talks with the volunteer and decides.</summary>
internal sealed class AssessRenewal(Organisation organisation) : StaffStep<CertificateRenewal>(organisation)
{
    private const string GoOn = "go-on";
    private const string Decline = "decline";

    /// <inheritdoc />
    public override string Question => "renewal-remark";

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Leader;

    /// <inheritdoc />
    protected override Bilingual Task => new("at tale med en frivillig", "to talk with a volunteer");

    /// <inheritdoc />
    public override IDecisionPlan Plan(CertificateRenewal @case) => ApplicationPlans.Staff;

    /// <inheritdoc />
    public override bool IsOpen(CertificateRenewal @case) => @case.IsFrozen;

    /// <inheritdoc />
    public override StepPage Page(CertificateRenewal @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tal med den frivillige, og beslut", "Talk with the volunteer, and decide").In(language),
        [new Bilingual("Der er en anmærkning på en attest. Skriv ikke her, hvad der står på den.", "There is a remark on a certificate. Do not write here what it says.").In(language)],
        [
            new(GoOn, new Bilingual("Den frivillige fortsætter", "The volunteer goes on").In(language)),
            new(Decline, new Bilingual("Den frivillige kan ikke have de funktioner, der kræver attesten", "The volunteer cannot have the functions that ask for the certificate").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(CertificateRenewal @case, StepForm form, DateTimeOffset now) => form.Answer is GoOn or Decline ? new StepReply.Given(form.Answer) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override CertificateRenewal After(CertificateRenewal @case, StepAnswer answer) =>
        @case with { Note = CertificateRules.Assessed(@case.Note, answer.Word == GoOn ? CertificateOutcome.Accepted : CertificateOutcome.Declined, answer.By, answer.Today) };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == GoOn
        ? new("Samtalen med en leder er holdt, og der fortsættes.", "The talk with a leader was held, and things go on.")
        : new("Samtalen med en leder er holdt.", "The talk with a leader was held.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at en leder taler med dig", "a leader to talk with you");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at en leder taler med den frivillige", "a leader to talk with the volunteer");
}
