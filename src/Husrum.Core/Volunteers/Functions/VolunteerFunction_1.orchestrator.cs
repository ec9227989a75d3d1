using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>Drives a request for a function; what it asks, and what follows, stands in <see cref="FunctionProcess"/>.</summary>
internal sealed class VolunteerFunction_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "VolunteerFunction_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, FunctionProcess.Prefix);
}
