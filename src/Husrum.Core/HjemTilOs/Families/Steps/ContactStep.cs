using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>A step that the adult who applied takes for the family.</summary>
internal abstract class ContactStep(Organisation organisation) : CaseStep<FriendFamily>
{
    /// <summary>What comes after "family-" in the names of the question and its messages.</summary>
    protected abstract string Subject { get; }

    /// <inheritdoc />
    public override string Question => "family-" + Subject;

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override StepTexts Texts => new("family-" + Subject, $"family-{Subject}-reminder");

    /// <inheritdoc />
    public override string Silence => FamilyWords.Silent;

    /// <inheritdoc />
    public override IDecisionPlan Plan(FriendFamily @case) => ApplicationPlans.Applicant;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FriendFamily @case, string language) =>
        [new("department", organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId)];
}
