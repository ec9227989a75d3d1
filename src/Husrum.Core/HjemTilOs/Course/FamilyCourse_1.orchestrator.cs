using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>Drives a course; what it asks, and what happens in it, stands in <see cref="CourseProcess"/>.</summary>
internal sealed class FamilyCourse_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "FamilyCourse_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, CourseProcess.Prefix);
}
