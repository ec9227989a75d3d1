using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>The coordinator orders a new certificate in time.</summary>
internal sealed class OrderRenewal(Organisation organisation) : StaffStep<CertificateRenewal>(organisation)
{
    private const string Ordered = "ordered";
    private const string Stopped = "stopped";

    /// <inheritdoc />
    public override string Question => "renewal-order";

    /// <inheritdoc />
    protected override Bilingual Task => new("at forny en attest", "to renew a certificate");

    /// <inheritdoc />
    public override IDecisionPlan Plan(CertificateRenewal @case) => RenewalRules.Plan(@case.RenewBy);

    /// <inheritdoc />
    public override bool IsOpen(CertificateRenewal @case) => @case.Note is { OrderedOn: null, Outcome: null };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(CertificateRenewal @case) => RenewalRules.AskedAt(@case.RenewBy);

    /// <inheritdoc />
    public override StepPage Page(CertificateRenewal @case, string language, DateTimeOffset now) => new(
        new Bilingual($"Forny {CertificateWords.Name(@case.Note.Kind).Danish}", $"Renew {CertificateWords.Name(@case.Note.Kind).English}").In(language),
        [
            new Bilingual($"Den skal være fornyet senest {DateWords.Long(@case.RenewBy, "da")}. Derefter må den frivillige ikke have de funktioner, der kræver den, før den nye er set.", $"It must be renewed by {DateWords.Long(@case.RenewBy, "en")}. After that the volunteer must not have the functions that ask for it until the new one has been seen.").In(language),
            new Bilingual("Bestil den på politiets selvbetjening. CPR-nummeret taster du kun dér.", "Order it at the police's self-service. Type the CPR number only there.").In(language),
        ],
        [
            new(Ordered, new Bilingual("Den er bestilt i dag", "It was ordered today").In(language)),
            new(Stopped, new Bilingual("Den skal ikke fornyes", "It is not to be renewed").In(language), new Bilingual("Den frivillige er stoppet eller har ikke længere en funktion, der kræver den.", "The volunteer has stopped or no longer has a function that asks for it.").In(language)),
        ]);

    /// <inheritdoc />
    public override StepReply Read(CertificateRenewal @case, StepForm form, DateTimeOffset now) => form.Answer is Ordered or Stopped ? new StepReply.Given(form.Answer) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override CertificateRenewal After(CertificateRenewal @case, StepAnswer answer) => answer.Word == Stopped
        ? @case with { Moot = true }
        : @case with { Note = CertificateRules.Ordered(@case.Note, answer.Today) };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Stopped ? new("Attesten skal ikke fornyes.", "The certificate is not to be renewed.") : new("En ny attest er bestilt.", "A new certificate was ordered.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren bestiller en ny attest", "the coordinator to order a new certificate");
}
