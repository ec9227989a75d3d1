using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Core.Organisations;
using Husrum.Core.Reconciliation.Rules;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Renewal;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Reconciliation;

/// <summary>Puts the reconciliation into a program: a line for each kind of case, with its rules.</summary>
public static class ReconciliationServices
{
    /// <summary>Adds it; the processes are added beside it.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSingleton<ReconciliationBook>()
        .AddTransient<NextReconciliationActivity>()
        .AddTransient<ReconcileActivity>()
        .AddSingleton<LedgerReader>()
        .AddSingleton(s => new Reconciler(s.GetRequiredService<IRegister>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ReconciliationBook>(), s.GetServices<ICaseReckoning>(), s.GetServices<IParkedRuns>()))
        .AddSingleton<ICaseReckoning, ClaimReckoning>()
        .AddSingleton<ICaseReckoning, GatheringReckoning>()
        .AddCases<FamilyCourse>(organisation => new()
        {
            Messages = OwedInCourses.Messages,
            Questions = (course, ledger) => OwedInCourses.Questions(course, ledger, organisation),
            Rests = (course, now) => !course.IsOver && DanishHours.Utc(OwedVisit.LastDay(course), new TimeOnly(9, 0)) + CaseLedger.Grace > now,
        })
        .AddCases<FriendFamily>(organisation => new()
        {
            Messages = (family, ledger) => [.. OwedOnTheWayIn.OfFamily(family, ledger), .. OwedInFamilies.Messages(family, ledger, organisation)],
            Questions = OwedInFamilies.Questions,
            Rests = (family, _) => family.State == FamilyState.Approved,
        })
        .AddCases<Referral>(_ => new() { Messages = OwedOnTheWayIn.OfReferral, Rests = (referral, _) => referral is { State: ReferralState.Ready, IsWaiting: false } })
        .AddCases<FamilyMatch>(_ => new() { Messages = OwedOnTheWayIn.OfMatch })
        .AddCases<Worry>(_ => new())
        .AddCases<VolunteerApplication>(_ => new() { Messages = OwedOnTheWayIn.OfApplication })
        .AddCases<VolunteerFarewell>(_ => new())
        .AddCases<FunctionRequest>(_ => new())
        .AddCases<VolunteerLeave>(_ => new() { Messages = OwedToVolunteers.OfLeave, Questions = (leave, _) => OwedToVolunteers.LeaveQuestions(leave) })
        .AddCases<CertificateRenewal>(_ => new() { Messages = OwedToVolunteers.OfRenewal, Questions = OwedToVolunteers.RenewalQuestions });

    private static IServiceCollection AddCases<TCase>(this IServiceCollection services, Func<Organisation, CaseRules<TCase>> rules)
        where TCase : CaseRecord =>
        services.AddSingleton<ICaseReckoning>(s => new CaseReckoning<TCase>(s.GetRequiredService<CaseBook<TCase>>(), rules(s.GetRequiredService<Organisation>()), s.GetRequiredService<LedgerReader>()));
}
