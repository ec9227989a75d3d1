using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals.Steps;

/// <summary>A step that staff take for a referral. Its messages carry a reference and never the child's name.</summary>
internal abstract class ReferralTask(Organisation organisation) : StaffStep<Referral>(organisation)
{
    /// <inheritdoc />
    public override StepTexts Texts => HtoMessages.StaffTask;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(Referral @case, string language) => [.. base.Fields(@case, language), new("reference", @case.Reference)];

    /// <summary>The referral, on to the waiting list where all is there.</summary>
    protected Referral Settle(Referral referral, StepAnswer answer) => ReferralReadiness.Settle(referral, answer.Today, Organisation.HjemTilOs!.WaitingMonths);

    /// <summary>What staff need to know of a child.</summary>
    protected static IReadOnlyList<StepFact> Facts(Referral @case, string language, DateTimeOffset now) => ReferralFacts.Of(@case, language, WallTime.LocalDate(now));
}
