using Husrum.Core.Calendar;
using Husrum.Core.Certificates;
using Husrum.Core.Decisions;
using Husrum.Core.Language;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>The one certificate a renewal is about: ordered in time, recorded as any other.</summary>
internal sealed class RenewedCertificate : CertificateHolder<CertificateRenewal>
{
    /// <inheritdoc />
    public override string Prefix => "renewal";

    /// <inheritdoc />
    public override Bilingual Called => new("den frivillige", "the volunteer");

    /// <inheritdoc />
    public override IReadOnlyList<CertificateNote> Notes(CertificateRenewal @case) => [@case.Note];

    /// <inheritdoc />
    public override CertificateRenewal With(CertificateRenewal @case, CertificateNote note) => @case with { Note = note };

    /// <inheritdoc />
    public override bool IsSought(CertificateRenewal @case) => !@case.Moot;

    /// <inheritdoc />
    public override IDecisionPlan OrderPlan(CertificateRenewal @case) => RenewalRules.Plan(@case.RenewBy);

    /// <inheritdoc />
    public override DateTimeOffset? OrderFrom(CertificateRenewal @case) => RenewalRules.AskedAt(@case.RenewBy);

    /// <inheritdoc />
    public override DateTimeOffset? OrderDue(CertificateRenewal @case) => WallTime.ToUtc(@case.RenewBy.AddDays(1), TimeOnly.MinValue);

    /// <inheritdoc />
    public override Bilingual? WhyOrdered(CertificateRenewal @case) => new(
        $"Den skal være fornyet senest {DateWords.Long(@case.RenewBy, "da")}. Derefter må den frivillige ikke have de funktioner, der kræver den, før den nye er set.",
        $"It must be renewed by {DateWords.Long(@case.RenewBy, "en")}. After that the volunteer must not have the functions that ask for it until the new one has been seen.");

    /// <inheritdoc />
    public override (Bilingual Label, Bilingual Hint)? Needless => (
        new("Den skal ikke fornyes", "It need not be renewed"),
        new("Den frivillige er stoppet eller har ikke længere en funktion, der kræver den.", "The volunteer has stopped or no longer has a function that asks for it."));

    /// <inheritdoc />
    public override CertificateRenewal NotNeeded(CertificateRenewal @case) => @case with { Moot = true };

    /// <inheritdoc />
    public override (string Word, Bilingual Label, Bilingual Hint) Decline => (
        "decline",
        new("Vi går ikke videre", "We do not go on"),
        new("Den frivillige kan ikke have de funktioner, der kræver attesten.", "The volunteer cannot have the functions that ask for the certificate."));

    /// <inheritdoc />
    public override CertificateRenewal Declined(CertificateRenewal @case) => @case;

    /// <inheritdoc />
    public override Bilingual DeclinedLine => new("Samtalen med en leder er holdt.", "The talk with a leader was held.");
}
