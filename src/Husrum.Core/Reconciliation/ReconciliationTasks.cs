using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Reconciliation;

/// <summary>The nightly job's parts, by name.</summary>
public static class ReconciliationTasks
{
    internal const string Next = "Reconciliation.Next";
    internal const string Run = "Reconciliation.Run";

    internal static readonly TaskOptions Options = TaskOptions.FromRetryPolicy(new RetryPolicy(60, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(30)));

    internal static readonly TaskOptions FewTries = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMinutes(1), 2.0));

    /// <summary>The orchestrator's registered name: the program starts it once, under <see cref="InstanceId"/>.</summary>
    public const string Orchestrator = NightlyReconciliation_1.Name;

    /// <summary>The one instance there is.</summary>
    public const string InstanceId = "reconciliation";

    /// <summary>Adds the nightly job to a registry.</summary>
    public static DurableTaskRegistry AddReconciliation(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(NightlyReconciliation_1.Name, () => new NightlyReconciliation_1())
        .AddActivity(Next, services => services.GetRequiredService<NextReconciliationActivity>())
        .AddActivity(Run, services => services.GetRequiredService<ReconcileActivity>());
}
