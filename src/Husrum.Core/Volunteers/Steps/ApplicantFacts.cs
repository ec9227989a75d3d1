using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>What a coordinator needs to know of an applicant.</summary>
internal sealed class ApplicantFacts(Organisation organisation)
{
    /// <summary>As it reads in a language; what was not said is left out.</summary>
    public IReadOnlyList<StepFact> Of(VolunteerApplication @case, string language)
    {
        var content = @case.Content;
        (Bilingual Label, string Value)[] all =
        [
            (new("Navn", "Name"), content.Name),
            (new("E-mail", "E-mail"), content.Email),
            (new("Telefon", "Phone"), content.Phone ?? ""),
            (new("Vil gerne være", "Would like to be"), string.Join(", ", content.Functions.Select(f => organisation.Volunteering?.Function(f)?.Name.In(language) ?? f))),
            (new("Taler", "Speaks"), content.Languages),
            (new("Har hørt om os", "Heard of us"), content.HeardFrom),
            (new("Hvorfor", "Why"), content.Motivation),
            (new("Har søgt før", "Has applied before"), @case.PreviousId is null ? "" : new Bilingual("Ja", "Yes").In(language)),
        ];
        return [.. all.Where(fact => fact.Value.Length > 0).Select(fact => new StepFact(fact.Label.In(language), fact.Value))];
    }
}
