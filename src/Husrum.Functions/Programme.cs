using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Gatherings;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Reconciliation;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Retention;
using Husrum.Core.Rounds;
using Husrum.Core.Volunteers;
using Husrum.Functions.Embedded;

namespace Husrum.Functions;

/// <summary>The processes this program carries, and the primitives they share.</summary>
internal static class Programme
{
    /// <summary>Adds all of it.</summary>
    public static IServiceCollection AddProgramme(this IServiceCollection services) => services
        .AddDecisions()
        .AddCases()
        .AddRefunds()
        .AddVolunteers()
        .AddHjemTilOs()
        .AddGatherings()
        .AddRetention()
        .AddReconciliation()
        .AddRounds()
        .AddProcess(new Process(registry => registry.AddRounds(), [], [(RoundTasks.Orchestrator, RoundTasks.InstanceId)]))
        .AddProcess(new Process(registry => registry.AddDecisions(), [], []))
        .AddProcess(new Process(registry => registry.AddCases(), CaseMessages.Specs, [], Replace: (services, run, cancellation) =>
            services.GetRequiredService<CaseDriver>().ReplaceAsync(run.InstanceId, run.Failed, run.ByPersonId, cancellation)))
        .AddProcess(new Process(registry => registry.AddVolunteers(), VolunteerServices.Specs, []))
        .AddProcess(new Process(registry => registry.AddHjemTilOs(), [.. FamilyMessages.Specs, .. ReferralMessages.Specs, .. HtoMessages.Specs], []))
        .AddProcess(new Process(registry => registry.AddRefunds(), RefundMessages.Specs, [], Replace: (services, run, cancellation) =>
            services.GetRequiredService<ClaimDriver>().ReplaceAsync(run.InstanceId, run.Failed, run.ByPersonId, cancellation)))
        .AddProcess(new Process(registry => registry.AddGatherings(), GatheringMessages.Specs, [], Replace: (services, run, cancellation) =>
            services.GetRequiredService<GatheringBook>().ReplaceAsync(run.InstanceId, run.Failed, run.ByPersonId, cancellation)))
        .AddProcess(new Process(registry => registry.AddRetention(), [], [(RetentionTasks.Orchestrator, RetentionTasks.InstanceId), (RetentionTasks.EndedRunsOrchestrator, RetentionTasks.EndedRunsInstanceId)]))
        .AddProcess(new Process(registry => registry.AddReconciliation(), [], [(ReconciliationTasks.Orchestrator, ReconciliationTasks.InstanceId)]))
        .AddSingleton(s => new RetentionSettings(s.GetService<IConfiguration>()?.GetValue("Retention:EndedRunsDays", RetentionSettings.Usual) ?? RetentionSettings.Usual));
}
