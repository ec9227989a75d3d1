using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>A task for staff in a course. Its messages carry the course's short name, never the child's.</summary>
internal abstract class CourseTask(Organisation organisation) : StaffStep<FamilyCourse>(organisation)
{
    /// <inheritdoc />
    public override StepTexts Texts => HtoMessages.StaffTask;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FamilyCourse @case, string language) => [.. base.Fields(@case, language), new("reference", HtoWords.Reference(@case.Id))];

    /// <inheritdoc />
    public override Bilingual WaitsFor => Task;
}
