using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

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
    protected static IReadOnlyList<StepFact> Facts(Referral @case, string language, DateTimeOffset now)
    {
        var (child, today) = (@case.Child, WallTime.LocalDate(now));
        (Bilingual Label, string Value)[] all =
        [
            (new("Barn", "Child"), $"{child.Name}, {AgeRule.AgeOn(child.BirthDate, today)}"),
            (new("Bor", "Lives"), ReferralWords.Of(@case.Living).In(language)),
            (new("Adresse", "Address"), $"{child.Street}, {child.Postcode} {child.Town}"),
            (new("Taler", "Speaks"), string.Join(", ", child.Languages.Select(word => word == "en" ? new Bilingual("engelsk", "English").In(language) : new Bilingual("dansk", "Danish").In(language)).Append(child.OtherLanguages).Where(word => word.Length > 0))),
            (new("Barnets eget ønske", "The child's own wish"), child.OwnWish),
            (new("Kan lide", "Likes"), child.Interests),
            (new("14-17: ønske og behov", "14-17: wish and need"), child.WishAndNeed),
            (new("Særlige behov", "Special needs"), child.SpecialNeeds),
            (new("Søskende", "Brothers and sisters"), child.Siblings),
            (new("Skal afklares", "To be talked about"), string.Join("; ", @case.Doubts.Select(doubt => ReferralWords.Of(doubt).In(language)))),
            (new("Forældremyndighed", "Custody"), string.Join(", ", @case.Guardians.Select(guardian => $"{guardian.Name} {guardian.Phone}".Trim()))),
            (new("Intet samtykke nødvendigt (barnets lov § 54 stk. 2)", "No consent needed (barnets lov § 54 stk. 2)"), @case.Exception is { } exception ? new Bilingual($"Forældrene er orienteret {DateWords.Long(exception.InformedOn, "da")} af {exception.InformedBy}. {exception.ParentsView}", $"The parents were informed on {DateWords.Long(exception.InformedOn, "en")} by {exception.InformedBy}. {exception.ParentsView}").In(language).Trim() : ""),
            (new("Anbringelsessted", "Placement"), @case.Placement is { } place ? $"{place.Name}: {place.Contact.Name} {place.Contact.Phone}".Trim() : ""),
            (new("Henviser", "Referrer"), $"{@case.Referrer.Name}, {@case.Referrer.Unit} {@case.Referrer.Phone}".Trim()),
        ];
        return [.. all.Where(fact => fact.Value.Length > 0).Select(fact => new StepFact(fact.Label.In(language), fact.Value))];
    }
}
