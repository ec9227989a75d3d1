using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>Drives a leave; what it asks, and what follows, stands in <see cref="LeaveProcess"/>.</summary>
internal sealed class VolunteerLeave_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "VolunteerLeave_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, LeaveProcess.Prefix);
}
