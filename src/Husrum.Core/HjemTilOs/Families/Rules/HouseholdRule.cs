using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Families.Rules;

/// <summary>Who can be a friend family: two adults with or without children, or one adult with at least one child living at home (seed 004_bab00eb426d4101c, "OM HJEM TIL OS"; rules-and-sources.md 1.7, F1).</summary>
public static class HouseholdRule
{
    /// <summary>An adult is 18 or older.</summary>
    public const int AdultAge = 18;

    /// <summary>Whether the people of a household are such a family on a day. A child living at home counts whatever its age: the seed names none.</summary>
    public static bool Fits(IEnumerable<FamilyMember> household, DateOnly day)
    {
        var people = household.ToList();
        var adults = people.Count(member => IsAdult(member, day));
        return adults >= 2 || (adults == 1 && people.Any(member => member.Role == FamilyRole.Child));
    }

    /// <summary>Whether a member is one of the adults on a day.</summary>
    public static bool IsAdult(FamilyMember member, DateOnly day) => member.Role == FamilyRole.Adult && AgeRule.AgeOn(member.BirthDate, day) >= AdultAge;
}
