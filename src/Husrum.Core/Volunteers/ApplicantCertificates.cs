using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Rules;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.Volunteers;

/// <summary>The certificates of an applicant: sought side by side with declaration and course.</summary>
internal sealed class ApplicantCertificates(ApplicantFacts facts) : CertificateHolder<VolunteerApplication>
{
    /// <inheritdoc />
    public override string Prefix => "volunteer";

    /// <inheritdoc />
    public override Bilingual Called => new("ansøgeren", "the applicant");

    /// <inheritdoc />
    public override IReadOnlyList<CertificateNote> Notes(VolunteerApplication @case) => @case.Certificates;

    /// <inheritdoc />
    public override VolunteerApplication With(VolunteerApplication @case, CertificateNote note) => @case with { Certificates = note.In(@case.Certificates) };

    /// <inheritdoc />
    public override bool IsSought(VolunteerApplication @case) => @case.State == ApplicationState.Preparing;

    /// <inheritdoc />
    public override IReadOnlyList<StepFact> Facts(VolunteerApplication @case, string language) => facts.Of(@case, language);

    /// <inheritdoc />
    public override VolunteerApplication InOrder(VolunteerApplication @case, StepAnswer answer) => Readiness.Settle(@case with { State = ApplicationState.Preparing });

    /// <inheritdoc />
    public override VolunteerApplication Remarked(VolunteerApplication @case) => @case with { State = ApplicationState.Frozen };

    /// <inheritdoc />
    public override (string Word, Bilingual Label, Bilingual Hint) Decline =>
        (ApplicationWords.Reject, new("Vi siger nej tak", "We turn the application down"), new("Ansøgeren får et venligt afslag uden begrundelse.", "The applicant gets a kind no that gives no reason."));

    /// <inheritdoc />
    public override VolunteerApplication Declined(VolunteerApplication @case) => @case with { State = ApplicationState.Rejected };

    /// <inheritdoc />
    public override Bilingual DeclinedLine => new("En leder har sagt nej tak til ansøgningen.", "A leader has turned the application down.");
}
