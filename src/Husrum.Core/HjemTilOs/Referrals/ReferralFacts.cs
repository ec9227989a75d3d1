using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>What staff need to know of a child who is referred, with those who can be talked with.</summary>
public static class ReferralFacts
{
    /// <summary>In a language; the child's age is that of the day.</summary>
    public static IReadOnlyList<StepFact> Of(Referral referral, string language, DateOnly today)
    {
        var child = referral.Child;
        (Bilingual Label, string Value)[] all =
        [
            (new("Barn", "Child"), $"{child.Name}, {AgeRule.AgeOn(child.BirthDate, today)}"),
            (new("Bor", "Lives"), ReferralWords.Of(referral.Living).In(language)),
            (new("Adresse", "Address"), $"{child.Street}, {child.Postcode} {child.Town}"),
            (new("Taler", "Speaks"), string.Join(", ", child.Languages.Select(word => word == "en" ? new Bilingual("engelsk", "English").In(language) : new Bilingual("dansk", "Danish").In(language)).Append(child.OtherLanguages).Where(word => word.Length > 0))),
            (new("Barnets eget ønske", "The child's own wish"), child.OwnWish),
            (new("Kan lide", "Likes"), child.Interests),
            (new("14-17: ønske og behov", "14-17: wish and need"), child.WishAndNeed),
            (new("Særlige behov", "Special needs"), child.SpecialNeeds),
            (new("Søskende", "Brothers and sisters"), child.Siblings),
            (new("Skal afklares", "To be talked about"), string.Join("; ", referral.Doubts.Select(doubt => ReferralWords.Of(doubt).In(language)))),
            (new("Forældremyndighed", "Custody"), string.Join("; ", referral.Guardians.Select(guardian => string.Join(", ", new[] { guardian.Name, guardian.Email, guardian.Phone }.Where(word => !string.IsNullOrEmpty(word)))))),
            (new("Intet samtykke nødvendigt (barnets lov § 54 stk. 2)", "No consent needed (barnets lov § 54 stk. 2)"), referral.Exception is { } exception ? new Bilingual($"Forældrene er orienteret {DateWords.Long(exception.InformedOn, "da")} af {exception.InformedBy}. {exception.ParentsView}", $"The parents were informed on {DateWords.Long(exception.InformedOn, "en")} by {exception.InformedBy}. {exception.ParentsView}").In(language).Trim() : ""),
            (new("Anbringelsessted", "Placement"), referral.Placement is { } place ? $"{place.Name}: {string.Join(", ", new[] { place.Contact.Name, place.Contact.Email, place.Contact.Phone }.Where(word => !string.IsNullOrEmpty(word)))}" : ""),
            (new("Henviser", "Referrer"), Contact(referral.Referrer)),
            (new("Kontaktperson i kommunen", "Contact person of the municipality"), referral.Bbu.PersonId == referral.Referrer.PersonId ? "" : Contact(referral.Bbu)),
        ];
        return [.. all.Where(fact => fact.Value.Length > 0).Select(fact => new StepFact(fact.Label.In(language), fact.Value))];
    }

    private static string Contact(ContactPerson person) => string.Join(", ", new[] { person.Name, person.Unit, person.Email, person.Phone }.Where(word => !string.IsNullOrEmpty(word)));
}
