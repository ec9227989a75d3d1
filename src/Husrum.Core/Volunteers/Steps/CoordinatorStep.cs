using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>A step that the coordinator takes.</summary>
internal abstract class CoordinatorStep(Organisation organisation) : StaffStep<VolunteerApplication>(organisation)
{
    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => ApplicationPlans.Staff;

    /// <summary>What a coordinator needs to know of the applicant.</summary>
    protected IReadOnlyList<StepFact> Facts(VolunteerApplication @case, string language)
    {
        var content = @case.Content;
        var facts = new List<StepFact>
        {
            new(new Bilingual("Navn", "Name").In(language), content.Name),
            new(new Bilingual("E-mail", "E-mail").In(language), content.Email),
        };
        void Add(Bilingual label, string value)
        {
            if (value.Length > 0)
                facts.Add(new StepFact(label.In(language), value));
        }

        Add(new("Telefon", "Phone"), content.Phone ?? "");
        Add(new("Vil gerne være", "Would like to be"), string.Join(", ", content.Functions.Select(f => Organisation.Volunteering?.Function(f)?.Name.In(language) ?? f)));
        Add(new("Taler", "Speaks"), content.Languages);
        Add(new("Har hørt om os", "Heard of us"), content.HeardFrom);
        Add(new("Hvorfor", "Why"), content.Motivation);
        if (@case.PreviousId is not null)
            Add(new("Har søgt før", "Has applied before"), new Bilingual("Ja", "Yes").In(language));
        return facts;
    }

    /// <summary>Turned down.</summary>
    protected static VolunteerApplication Rejected(VolunteerApplication @case) => @case with { State = ApplicationState.Rejected };
}
