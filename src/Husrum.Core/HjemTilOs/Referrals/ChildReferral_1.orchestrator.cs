using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>Drives a referral; what it asks, and what follows, stands in <see cref="ReferralProcess"/>.</summary>
internal sealed class ChildReferral_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "ChildReferral_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, ReferralProcess.Prefix);
}
