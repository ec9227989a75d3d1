using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A human looks at what is in doubt: "som udgangspunkt" is no rejection (seed 004_bab00eb426d4101c; rules-and-sources.md 1.7, E2 and E5-E9).</summary>
internal sealed class AssessReferral(Organisation organisation) : ReferralTask(organisation)
{
    private const string GoOn = "go-on";

    /// <inheritdoc />
    public override string Question => "referral-assess";

    /// <inheritdoc />
    protected override Bilingual Task => new("at se på en henvisning og tale med henviseren", "to look at a referral and talk with the referrer");

    /// <inheritdoc />
    public override bool IsOpen(Referral @case) => @case.State == ReferralState.Assessing;

    /// <inheritdoc />
    public override StepPage Page(Referral @case, string language, DateTimeOffset now) => new(
        new Bilingual("Kan Hjem til Os være noget for dette barn?", "Could Hjem til Os be something for this child?").In(language),
        [new Bilingual("Der står noget i henvisningen, som et menneske skal se på. Det er ikke i sig selv et nej. Tal med henviseren, før du vælger.", "A person has to look at something in the referral. It is not a no by itself. Talk with the referrer before you choose.").In(language)],
        [
            new(GoOn, new Bilingual("Vi går videre", "We go on").In(language), new Bilingual("Nu bliver forældrene spurgt om samtykke.", "Now the parents are asked for consent.").In(language)),
            new(ReferralWords.Reject, new Bilingual("Ikke lige nu", "Not at the moment").In(language), new Bilingual("Henviseren får et venligt nej. Du har talt med dem om hvorfor.", "The referrer gets a kind no. You have talked with them about why.").In(language)),
        ])
    { Facts = Facts(@case, language, now) };

    /// <inheritdoc />
    public override StepReply Read(Referral @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, GoOn, ReferralWords.Reject);

    /// <inheritdoc />
    public override Referral After(Referral @case, StepAnswer answer) => answer.Word == GoOn
        ? ReferralReadiness.Begin(@case with { AssessedOn = answer.Today }, answer.At, Organisation.HjemTilOs!.WaitingMonths)
        : @case with { State = ReferralState.Rejected };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == GoOn
        ? new("En medarbejder har set på henvisningen, og vi går videre.", "A member of staff has looked at the referral, and we go on.")
        : new("En medarbejder har sagt nej til henvisningen lige nu.", "A member of staff has said no to the referral at the moment.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at en medarbejder ser på henvisningen", "a member of staff to look at the referral");
}
