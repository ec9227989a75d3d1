using Husrum.Core.Calendar;

namespace Husrum.Core.HjemTilOs.Referrals.Rules;

/// <summary>Both declarations of a guardian on signed documents, as staff record them (rules-and-sources.md 1.7, R4 and R5).</summary>
internal static class SignedOnPaper
{
    /// <summary>Whether they can be recorded: consents are gathered, are needed, and are missing of this guardian.</summary>
    public static bool IsSought(Referral referral, string guardianId) =>
        referral.State == ReferralState.Gathering && !ConsentRule.IsExempt(referral.Living) && referral.GuardianOf(guardianId) is { } guardian && !guardian.HasConsented();

    /// <summary>The referral with both consents: given on the day on the documents, at midnight in Denmark.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="guardianId">Whose.</param>
    /// <param name="on">The day they were signed, local date.</param>
    /// <param name="municipality">Version of the municipality's text.</param>
    /// <param name="own">Version of the organisation's.</param>
    /// <param name="by">Who holds the documents: a person id.</param>
    public static Referral Record(Referral referral, string guardianId, DateOnly on, string municipality, string own, string? by)
    {
        var guardian = referral.GuardianOf(guardianId)!;
        Consent Of(ConsentKind kind, string version) => new(kind, version, guardian.Language, ConsentChannel.SignedDocument, WallTime.ToUtc(on, TimeOnly.MinValue), by);
        return referral.With(guardian with { RefusedAt = null, Consents = [.. guardian.Consents, Of(ConsentKind.Municipality, municipality), Of(ConsentKind.Own, own)] });
    }
}
