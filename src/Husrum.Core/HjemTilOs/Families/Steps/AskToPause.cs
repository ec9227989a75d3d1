using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>Where the organisation has chosen so: staff decide whether visits pause while a certificate is missing (rules-and-sources.md 4.1 no. 4: the owner decides). Nothing stops by itself.
/// Where they rest, a year under way rests too, until the certificate is there; after four weeks staff are asked again.</summary>
internal sealed class AskToPause(Organisation organisation) : FamilyStaffStep(organisation)
{
    private const string Pause = "pause";
    private const string GoOn = "go-on";
    private const int DaysAtMost = 28;

    /// <inheritdoc />
    public override string Question => "family-missing";

    /// <inheritdoc />
    protected override Bilingual Task => new("at sige, om besøgene skal holde pause, mens en attest mangler", "to say whether the visits should pause while a certificate is missing");

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => Organisation.HjemTilOs?.MissingCertificate == MissingCertificate.AskToPause && FamilyReadiness.IsMissingCertificate(@case)
        && (@case is { State: FamilyState.Approved, AsksToPause: true } or { State: FamilyState.Paused, RestsForCertificate: true, PausedUntil: not null });

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FriendFamily @case) => @case.RestsForCertificate ? WallTime.ToUtc(@case.PausedUntil!.Value, new TimeOnly(9, 0)) : null;

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Skal besøgene holde pause?", "Should the visits pause?").In(language),
        [new Bilingual("En i familien har ikke sagt ja til en attest i tide, eller en attest er udløbet, før der kom en ny. Tal med familien, før du vælger.", "Somebody in the family did not consent to a certificate in time, or a certificate has run out before there was a new one. Talk with the family before you choose.").In(language)],
        [
            new(Pause, new Bilingual("Ja, indtil attesten er der", "Yes, until the certificate is there").In(language), new Bilingual("Besøgene går i gang igen af sig selv, når attesten er der. Mangler den stadig om fire uger, spørger vi igen.", "The visits start again by themselves when the certificate is there. If it is still missing in four weeks, we ask again.").In(language)),
            new(GoOn, new Bilingual("Nej, besøgene går videre", "No, the visits go on").In(language)),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Pause, GoOn);

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer)
    {
        var asked = (@case with { AsksToPause = false }).Again(Question);
        return answer.Word == Pause
            ? asked with { State = FamilyState.Paused, PausedUntil = answer.Today.AddDays(DaysAtMost), RestsForCertificate = true }
            : asked with { State = FamilyState.Approved, PausedUntil = null, RestsForCertificate = false };
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Pause
        ? new("Besøgene holder pause, mens en attest mangler.", "The visits pause while a certificate is missing.")
        : new("Besøgene går videre, mens en attest mangler.", "The visits go on while a certificate is missing.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at koordinatoren siger, om besøgene skal holde pause", "the coordinator to say whether the visits should pause");
}
