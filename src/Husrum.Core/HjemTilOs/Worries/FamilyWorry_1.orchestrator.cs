using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>Drives a worry; what it asks stands in <see cref="WorryProcess"/>.</summary>
internal sealed class FamilyWorry_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "FamilyWorry_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, WorryProcess.Prefix);
}
