using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>Drives a renewal; what it asks, and what follows, stands in <see cref="RenewalProcess"/>.</summary>
internal sealed class CertificateRenewal_1 : TaskOrchestrator<CaseRef, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "CertificateRenewal_1";

    /// <inheritdoc />
    public override Task<string> RunAsync(TaskOrchestrationContext context, CaseRef input) => context.DriveAsync(input, RenewalProcess.Prefix);
}
