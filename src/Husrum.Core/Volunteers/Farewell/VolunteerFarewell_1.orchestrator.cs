using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>Drives a farewell; what it asks, and what follows, stands in <see cref="FarewellProcess"/>.</summary>
internal sealed class VolunteerFarewell_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "VolunteerFarewell_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, FarewellProcess.Prefix);
}
