using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Volunteers;

/// <summary>Drives an application; what it asks, and what follows, stands in <see cref="VolunteerApproval"/>.</summary>
internal sealed class VolunteerApproval_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "VolunteerApproval_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, VolunteerApproval.Prefix);
}
