using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.HjemTilOs;

/// <summary>What Hjem til Os consists of.</summary>
public static class HjemTilOsServices
{
    /// <summary>Adds the orchestrators to a registry.</summary>
    public static DurableTaskRegistry AddHjemTilOs(this DurableTaskRegistry registry) => registry
        .AddFamilies()
        .AddOrchestrator(FamilyCourse_1.Name, () => new FamilyCourse_1())
        .AddOrchestrator(FamilyMatch_1.Name, () => new FamilyMatch_1())
        .AddOrchestrator(FamilyWorry_1.Name, () => new FamilyWorry_1());

    /// <summary>Adds what they need; the cases' primitives are added beside it.</summary>
    public static IServiceCollection AddHjemTilOs(this IServiceCollection services) => services
        .AddFamilies()
        .AddCaseProcess<CourseProcess, FamilyCourse>()
        .AddSingleton<CourseDesk>()
        .AddSingleton<CourseOffice>()
        .AddSingleton(s => new Lazy<CaseBook<FamilyCourse>>(s.GetRequiredService<CaseBook<FamilyCourse>>))
        .AddSingleton(s => new Lazy<CaseBook<FriendFamily>?>(s.GetService<CaseBook<FriendFamily>>))
        .AddSingleton(s => new Lazy<CaseBook<Referral>?>(s.GetService<CaseBook<Referral>>))
        .AddSingleton<MatchOutcome>()
        .AddCaseProcess<MatchProcess, FamilyMatch>()
        .AddSingleton<MatchDesk>()
        .AddSingleton<IHjemTilOsFollower, CourseFollower>()
        .AddCaseProcess<WorryProcess, Worry>()
        .AddSingleton<WorryDesk>();
}
