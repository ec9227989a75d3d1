using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>What a coordinator needs to know of a family.</summary>
public static class FamilyFacts
{
    /// <summary>In a language; ages are those of the day.</summary>
    public static IReadOnlyList<StepFact> Of(FriendFamily family, string language, DateOnly today)
    {
        var profile = family.Profile;
        (Bilingual Label, string Value)[] all =
        [
            (new("Kontakt", "Contact"), family.Contact.Name),
            (new("Telefon", "Phone"), profile.Phone ?? ""),
            (new("Adresse", "Address"), $"{profile.Street}, {profile.Postcode} {profile.Town}"),
            (new("Husstand", "Household"), string.Join(", ", family.AtHome.Select(member => $"{member.Name} ({AgeRule.AgeOn(member.BirthDate, today)})"))),
            (new("Dage, der passer", "Days that suit"), string.Join(", ", profile.Weekdays.Select(day => WeekdayWords.Of(day).In(language)))),
            (new("Ønsket alder", "Preferred age"), $"{profile.YoungestAge}-{profile.OldestAge}"),
            (new("Taler", "Speak"), string.Join(", ", profile.Languages.Select(word => word == "en" ? new Bilingual("engelsk", "English").In(language) : new Bilingual("dansk", "Danish").In(language)).Append(profile.OtherLanguages).Where(word => word.Length > 0))),
            (new("Særlige kompetencer", "Special skills"), profile.Competences),
            (new("Hjemmet", "The home"), profile.Home),
            (new("Hvorfor", "Why"), profile.Motivation),
        ];
        return [.. all.Where(fact => fact.Value.Length > 0).Select(fact => new StepFact(fact.Label.In(language), fact.Value))];
    }
}
