using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>A family that may suit a child, with what speaks for it and what one should look at. A human decides.</summary>
/// <param name="Family">The family.</param>
/// <param name="Points">More is better; only for the order.</param>
/// <param name="For">What speaks for it.</param>
/// <param name="LookAt">What one should look at.</param>
public sealed record MatchSuggestion(FriendFamily Family, int Points, IReadOnlyList<Bilingual> For, IReadOnlyList<Bilingual> LookAt);

/// <summary>
/// Explains which free families may suit a child: local area ("minimise transport"), language, weekday, the age the family wishes, special competences (seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c).
/// Nothing rules a family out but that it is not free: what does not fit is said.
/// </summary>
public static class MatchSuggestions
{
    private const int SamePostcode = 4;
    private const int SameArea = 2;
    private const int Language = 3;
    private const int Weekday = 2;
    private const int Age = 2;

    /// <summary>The families that are free, best first; equal ones by how long they have waited.</summary>
    /// <param name="referral">The child's.</param>
    /// <param name="families">All that are known.</param>
    /// <param name="today">Local date.</param>
    public static IReadOnlyList<MatchSuggestion> For(Referral referral, IEnumerable<FriendFamily> families, DateOnly today) =>
        [.. families.Where(f => f.IsFree).Select(f => Explain(referral.Child, f, today)).OrderByDescending(s => s.Points).ThenBy(s => s.Family.ApprovedOn).ThenBy(s => s.Family.Id, StringComparer.Ordinal)];

    /// <summary>A child's age in whole years.</summary>
    public static int AgeOn(DateOnly birthDate, DateOnly today)
    {
        var years = today.Year - birthDate.Year;
        return birthDate.AddYears(years) > today ? years - 1 : years;
    }

    private static MatchSuggestion Explain(ReferredChild child, FriendFamily family, DateOnly today)
    {
        var profile = family.Profile;
        var (points, speaks, look) = (0, new List<Bilingual>(), new List<Bilingual>());
        void Weigh(bool fits, int weight, Bilingual good, Bilingual bad)
        {
            points += fits ? weight : 0;
            (fits ? speaks : look).Add(fits ? good : bad);
        }

        if (child.Postcode == profile.Postcode)
            Weigh(true, SamePostcode, new("Bor i samme postnummer", "Live in the same postcode"), new("", ""));
        else
            Weigh(child.Postcode.Length > 1 && profile.Postcode.StartsWith(child.Postcode[..2], StringComparison.Ordinal), SameArea, new($"Bor i nærheden ({profile.Postcode} {profile.Town})", $"Live nearby ({profile.Postcode} {profile.Town})"), new($"Bor et stykke væk ({profile.Postcode} {profile.Town})", $"Live some way off ({profile.Postcode} {profile.Town})"));
        var shared = child.Languages.Intersect(profile.Languages, StringComparer.Ordinal).ToList();
        Weigh(shared.Count > 0, Language, new("Taler barnets sprog", "Speak the child's language"), new("Taler ikke et af de sprog, barnet taler", "Speak none of the child's languages"));
        var days = child.Weekdays.Count == 0 ? profile.Weekdays : [.. child.Weekdays.Intersect(profile.Weekdays)];
        Weigh(
            days.Count > 0,
            Weekday,
            new("Kan begge " + string.Join(", ", days.Select(d => HtoWords.Day(d).Danish)), "Both can meet on " + string.Join(", ", days.Select(d => HtoWords.Day(d).English))),
            new("Har ingen fælles ugedag", "Have no weekday in common"));
        var age = AgeOn(child.BirthDate, today);
        Weigh(age >= profile.YoungestAge && age <= profile.OldestAge, Age, new($"Ønsker et barn på {profile.YoungestAge}-{profile.OldestAge} år", $"Would like a child aged {profile.YoungestAge}-{profile.OldestAge}"), new($"Ønsker et barn på {profile.YoungestAge}-{profile.OldestAge} år, barnet er {age}", $"Would like a child aged {profile.YoungestAge}-{profile.OldestAge}, the child is {age}"));
        if (FamilyReadiness.IsMissingCertificate(family))
            look.Add(new("En attest mangler i familien", "A certificate is missing in the family"));
        if (child.SpecialNeeds.Length > 0)
            look.Add(profile.Competences.Length > 0 ? new("Der er brug for noget særligt: se, hvad familien kan", "Something special is needed: see what the family can do") : new("Der er brug for noget særligt, og familien har ikke skrevet noget om det", "Something special is needed, and the family has written nothing about it"));
        return new MatchSuggestion(family, points, speaks, look);
    }
}
