namespace Husrum.Core.HjemTilOs.Referrals.Rules;

/// <summary>
/// Whose consent a referral needs. Every holder of custody signs both declarations (rules-and-sources.md 1.7, R4 and R7).
/// The exception of barnets lov § 54 stk. 2 is narrow: placements under § 43 stk. 1 nr. 5-7, and never a foster family (rules-and-sources.md 0.2 and 2.4).
/// </summary>
public static class ConsentRule
{
    /// <summary>True where a child lives so that no consent is needed, if the parents are informed.</summary>
    public static bool IsExempt(LivingSituation living) => living is LivingSituation.OwnRoom or LivingSituation.ChildrensHome or LivingSituation.BoardingSchool;

    /// <summary>True where the organisation visits the child and holds a start-up meeting first (R9: a børne- or ungehjem).</summary>
    public static bool IsInstitution(LivingSituation living) => living == LivingSituation.ChildrensHome;

    /// <summary>True where the law's demand is met: by the exception, with the parents informed; or by every guardian, both declarations.</summary>
    public static bool IsMet(Referral referral) => IsExempt(referral.Living)
        ? referral.Exception is not null
        : referral.Guardians.Count > 0 && referral.Guardians.All(guardian => guardian.RefusedAt is null && guardian.HasConsented());

    /// <summary>The referral with the no of a guardian who has given nothing yet: staff talk with them before anybody asks again. Null where they have.</summary>
    public static Referral? Refused(Referral referral, string guardianId, DateTimeOffset at) =>
        referral.State == ReferralState.Gathering && !IsExempt(referral.Living) && referral.GuardianOf(guardianId) is { RefusedAt: null } guardian && guardian.Consents.All(consent => consent.WithdrawnAt is not null)
            ? referral.With(guardian with { RefusedAt = at })
            : null;

    /// <summary>The referral with everything a guardian gave taken back, or their no recorded: all pauses at once (rules-and-sources.md 1.13 no. 8). Null where there is nothing (more) to take back.</summary>
    public static Referral? TakenBack(Referral referral, string guardianId, DateTimeOffset at) =>
        referral.State is ReferralState.Gathering or ReferralState.Ready && !IsExempt(referral.Living) && referral.GuardianOf(guardianId) is { RefusedAt: null } guardian
            ? referral.With(guardian.TakenBack(at)) with { State = ReferralState.ConsentWithdrawn }
            : null;
}
