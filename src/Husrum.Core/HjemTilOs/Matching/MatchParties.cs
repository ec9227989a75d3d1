using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>Who takes part in a match and in the year after it.</summary>
internal static class MatchParties
{
    /// <summary>
    /// The child's side agrees the practical things: the placement's contact person where the child is placed ("en kontaktperson, som venskabsfamilien og Red Barnet kan kommunikere med", seed 004_bab00eb426d4101c),
    /// otherwise the parents. Custody holders who do not are guardians. Nobody is in it twice.
    /// </summary>
    public static IReadOnlyList<CaseParty> Of(Referral referral, FriendFamily family)
    {
        var guardians = referral.Guardians.Where(g => g.PersonId is not null);
        var parties = new List<CaseParty>();
        if (referral.Placement is { Contact.PersonId: var contact })
            parties.Add(new CaseParty("contact", Sides.Child, contact));
        parties.AddRange(guardians.Select(g => new CaseParty(g.Id, referral.Placement is null ? Sides.Child : Sides.Guardian, g.PersonId!)));
        parties.Add(new CaseParty(family.Contact.Id, Sides.Family, family.PersonId));
        parties.AddRange(family.AtHome.Where(m => m is { Role: FamilyRole.Adult, PersonId: not null } && m.PersonId != family.PersonId).Select(m => new CaseParty(m.Id, Sides.Family, m.PersonId!)));
        parties.Add(new CaseParty("referrer", Sides.Referrer, referral.Referrer.PersonId));
        return [.. parties.DistinctBy(p => p.PersonId)];
    }
}
