using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Cases;

/// <summary>A step that staff take: its messages say the task, the department and whose case it is; the rest is behind the link.</summary>
/// <typeparam name="TCase">The case.</typeparam>
public abstract class StaffStep<TCase>(Organisation organisation) : CaseStep<TCase>
    where TCase : CaseRecord
{
    /// <summary>The field of the messages that says what is to be done.</summary>
    protected const string TaskField = "task";

    /// <summary>The organisation.</summary>
    protected Organisation Organisation { get; } = organisation;

    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Department;

    /// <inheritdoc />
    public override StepTexts Texts => CaseMessages.Task;

    /// <inheritdoc />
    public override IDecisionPlan Plan(TCase @case) => CasePlans.Staff;

    /// <summary>What is to be done, after "Opgaven er at ".</summary>
    protected abstract Bilingual Task { get; }

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(TCase @case, string language) =>
    [
        new(TaskField, Task.In(language)),
        new("department", Organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId),
    ];
}
