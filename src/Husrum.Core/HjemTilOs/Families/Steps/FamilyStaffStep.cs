using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>A step that the coordinator takes.</summary>
internal abstract class FamilyStaffStep(Organisation organisation) : StaffStep<FriendFamily>(organisation)
{
    /// <summary>Turned down.</summary>
    protected static FriendFamily Rejected(FriendFamily @case) => @case with { State = FamilyState.Rejected };

    /// <summary>The way out that every step before the approval has.</summary>
    protected static StepChoice Reject(string language) => new(FamilyWords.Reject, new Bilingual("Sig nej tak til familien", "Turn the family down").In(language), new Bilingual("Familien får et venligt afslag uden begrundelse.", "The family gets a kind no that gives no reason.").In(language));

    /// <summary>What a coordinator needs to know of a family.</summary>
    protected static IReadOnlyList<StepFact> Facts(FriendFamily @case, string language, DateTimeOffset now)
    {
        var (profile, today) = (@case.Profile, Calendar.WallTime.LocalDate(now));
        (Bilingual Label, string Value)[] all =
        [
            (new("Kontakt", "Contact"), @case.Contact.Name),
            (new("Telefon", "Phone"), profile.Phone ?? ""),
            (new("Adresse", "Address"), $"{profile.Street}, {profile.Postcode} {profile.Town}"),
            (new("Husstand", "Household"), string.Join(", ", @case.AtHome.Select(member => $"{member.Name} ({AgeRule.AgeOn(member.BirthDate, today)})"))),
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
