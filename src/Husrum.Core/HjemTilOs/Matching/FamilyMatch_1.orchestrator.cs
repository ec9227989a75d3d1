using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>Drives a match; what it asks stands in <see cref="MatchProcess"/>.</summary>
internal sealed class FamilyMatch_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "FamilyMatch_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, MatchProcess.Prefix);
}
