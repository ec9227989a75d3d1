using Husrum.Core.Cases;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>A step that the coordinator takes.</summary>
internal abstract class CoordinatorStep(Organisation organisation) : StaffStep<VolunteerApplication>(organisation)
{
    private readonly ApplicantFacts _facts = new(organisation);

    /// <summary>What a coordinator needs to know of the applicant.</summary>
    protected IReadOnlyList<StepFact> Facts(VolunteerApplication @case, string language) => _facts.Of(@case, language);

    /// <summary>Turned down.</summary>
    protected static VolunteerApplication Rejected(VolunteerApplication @case) => @case with { State = ApplicationState.Rejected };
}
