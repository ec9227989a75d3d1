using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Families.Office;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.HjemTilOs.Referrals.Office;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.HjemTilOs;

/// <summary>What friend families and referrals consist of; part of <see cref="HjemTilOsServices"/>.</summary>
internal static class FamilyServices
{
    /// <summary>Adds the orchestrators to a registry.</summary>
    public static DurableTaskRegistry AddFamilies(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(FriendFamily_1.Name, () => new FriendFamily_1())
        .AddOrchestrator(ChildReferral_1.Name, () => new ChildReferral_1());

    /// <summary>Adds what they need.</summary>
    public static IServiceCollection AddFamilies(this IServiceCollection services) => services
        .AddSingleton(s => new Followers(new Lazy<IReadOnlyList<IHjemTilOsFollower>>(() => [.. s.GetServices<IHjemTilOsFollower>()])))
        .AddCaseProcess<FriendFamilyProcess, FriendFamily>()
        .AddSingleton<FamilyIntake>()
        .AddSingleton<FamilyDesk>()
        .AddSingleton<FamilyOffice>()
        .AddCaseProcess<ReferralProcess, Referral>()
        .AddSingleton<ReferralIntake>()
        .AddSingleton<ReferralDrafts>()
        .AddSingleton<ReferralDraftMail>()
        .AddSingleton<ReferralDesk>()
        .AddSingleton<ReferralOffice>()
        .AddSingleton<RetainedKind>(s => new ReferralDraftRetention(s.GetRequiredService<IRegister>()));
}
