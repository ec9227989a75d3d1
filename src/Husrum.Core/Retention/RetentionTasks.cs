using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Retention;

/// <summary>The sweep's parts, by name.</summary>
public static class RetentionTasks
{
    internal const string NextSweep = "Retention.NextSweep";
    internal const string FindDue = "Retention.FindDue";
    internal const string Delete = "Retention.Delete";

    internal const string PurgeEnded = "Retention.PurgeEnded";

    internal static readonly TaskOptions Options = TaskOptions.FromRetryPolicy(new RetryPolicy(60, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(30)));

    // one that cannot be deleted is tried again the next night
    internal static readonly TaskOptions FewTries = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(5), 2.0));

    /// <summary>The orchestrator's registered name: the program starts it once, under <see cref="InstanceId"/>.</summary>
    public const string Orchestrator = RetentionSweep_1.Name;

    /// <summary>The one instance there is.</summary>
    public const string InstanceId = "retention";

    /// <summary>The same of the sweep that deletes ended runs.</summary>
    public const string EndedRunsOrchestrator = EndedRunsSweep_1.Name;

    /// <summary>The one instance there is of it.</summary>
    public const string EndedRunsInstanceId = "ended-runs";

    /// <summary>Adds the sweeps to a registry.</summary>
    public static DurableTaskRegistry AddRetention(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(RetentionSweep_1.Name, () => new RetentionSweep_1())
        .AddOrchestrator(EndedRunsSweep_1.Name, () => new EndedRunsSweep_1())
        .AddActivity(PurgeEnded, services => services.GetRequiredService<PurgeEndedActivity>())
        .AddActivity(NextSweep, services => services.GetRequiredService<NextSweepActivity>())
        .AddActivity(FindDue, services => services.GetRequiredService<FindDueActivity>())
        .AddActivity(Delete, services => services.GetRequiredService<DeleteRetainedActivity>());

    /// <summary>Adds what it needs; each process adds its own <see cref="RetainedKind"/>.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddTransient<PurgeEndedActivity>()
        .AddTransient<NextSweepActivity>()
        .AddTransient<FindDueActivity>()
        .AddTransient<DeleteRetainedActivity>();
}
