using Husrum.Core.Certificates;

namespace Husrum.Core.HjemTilOs.Families.Rules;

/// <summary>What must be there before a coordinator decides: the visit, the interview, that the whole family is for it, and everything each member owes (rules-and-sources.md 1.7, F2-F5).</summary>
public static class FamilyReadiness
{
    /// <summary>True where all of it is there.</summary>
    public static bool IsComplete(FriendFamily family) =>
        family.Visit is { VisitedOn: not null, InterviewedOn: not null, WholeFamilyOn: not null } && family.Members.All(FamilyNeeds.IsSettled);

    /// <summary>The family, on to the decision where all of it is there, and back from it where somebody owes something again.</summary>
    public static FriendFamily Settle(FriendFamily family) => family.State switch
    {
        FamilyState.Preparing when IsComplete(family) => family with { State = FamilyState.Deciding },
        FamilyState.Deciding when !IsComplete(family) => family with { State = FamilyState.Preparing },
        _ => family,
    };

    /// <summary>The family, no longer pausing where it did so for a certificate and none is missing any more.</summary>
    public static FriendFamily WakeUp(FriendFamily family) => family.RestsForCertificate && !IsMissingCertificate(family)
        ? family with { State = FamilyState.Approved, PausedUntil = null, RestsForCertificate = false }
        : family;

    /// <summary>True where somebody who lives there has no certificate that holds. One that is being renewed holds until its day.</summary>
    public static bool IsMissingCertificate(FriendFamily family) => family.AtHome.SelectMany(member => member.Certificates).Any(CertificateRules.IsMissing);

    /// <summary>True while a family is asked for what its members owe.</summary>
    public static bool Asks(FriendFamily family) => family.State is FamilyState.Preparing or FamilyState.Approved or FamilyState.Paused;
}
