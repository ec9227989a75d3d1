using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Tests.Cases;

internal sealed class Outing_1 : TaskOrchestrator<CaseRef, string>
{
    public const string Name = "Outing_1";

    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, OutingProcess.Prefix);
}
