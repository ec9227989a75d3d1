using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>Drives a friend family; what it asks, and what follows, stands in <see cref="FriendFamilyProcess"/>.</summary>
internal sealed class FriendFamily_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "FriendFamily_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, FriendFamilyProcess.Prefix);
}
