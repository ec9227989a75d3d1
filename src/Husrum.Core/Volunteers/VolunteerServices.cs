using Husrum.Core.Cases;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Retention;
using Husrum.Core.Rounds;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Files;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Intake;
using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Recruitment;
using Husrum.Core.Volunteers.Renewal;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Volunteers;

/// <summary>What the volunteers' processes consist of.</summary>
public static class VolunteerServices
{
    /// <summary>All texts of the volunteers' processes.</summary>
    public static IReadOnlyList<TemplateSpec> Specs { get; } =
        [.. ApplicationMessages.Specs, .. LeaveMessages.Specs, .. FarewellMessages.Specs, .. FunctionMessages.Specs, .. RenewalMessages.Specs, .. AbsenceMessages.Specs, .. RecruitmentMessages.Specs];

    /// <summary>Adds the orchestrators to a registry.</summary>
    public static DurableTaskRegistry AddVolunteers(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(VolunteerApproval_1.Name, () => new VolunteerApproval_1())
        .AddOrchestrator(VolunteerLeave_1.Name, () => new VolunteerLeave_1())
        .AddOrchestrator(VolunteerFarewell_1.Name, () => new VolunteerFarewell_1())
        .AddOrchestrator(VolunteerFunction_1.Name, () => new VolunteerFunction_1())
        .AddOrchestrator(CertificateRenewal_1.Name, () => new CertificateRenewal_1());

    /// <summary>Adds what they need; the cases' primitives are added beside it.</summary>
    public static IServiceCollection AddVolunteers(this IServiceCollection services) => services
        .AddSingleton<VolunteerBook>()
        .AddCaseProcess<VolunteerApproval, VolunteerApplication>()
        .AddSingleton<ApplicationIntake>()
        .AddCaseProcess<LeaveProcess, VolunteerLeave>()
        .AddSingleton<LeaveDesk>()
        .AddCaseProcess<FarewellProcess, VolunteerFarewell>()
        .AddSingleton(s => new LeftBehindReader(s.GetRequiredService<CaseProcesses>(), s.GetRequiredService<CaseServices>()))
        .AddSingleton<FarewellDesk>()
        .AddCaseProcess<FunctionProcess, FunctionRequest>()
        .AddSingleton<FunctionDesk>()
        .AddSingleton<AbsenceDesk>()
        .AddSingleton<RecruitmentDesk>()
        .AddSingleton<VolunteerFiles>()
        .AddSingleton<RetainedKind, PersonRetention>()
        .AddSingleton<IPersonHold, StaffHold>().AddSingleton<IPersonHold, CaseHold>()
        .AddSingleton(s => new VolunteerEnding(s.GetRequiredService<VolunteerBook>(), new Lazy<CaseBook<CertificateRenewal>>(s.GetRequiredService<CaseBook<CertificateRenewal>>), new Lazy<CaseBook<FunctionRequest>>(s.GetRequiredService<CaseBook<FunctionRequest>>), s.GetRequiredService<CaseServices>()))
        .AddSingleton<Round, RenewalsAwake>()
        .AddSingleton<TerminationDesk>()
        .AddSingleton(s => new RenewalStarter(new Lazy<CaseBook<CertificateRenewal>>(s.GetRequiredService<CaseBook<CertificateRenewal>>), s.GetRequiredService<CaseServices>()))
        .AddCaseProcess<RenewalProcess, CertificateRenewal>();
}
