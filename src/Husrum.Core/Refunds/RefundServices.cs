using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Refunds.Approval;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Husrum.Core.Refunds;

/// <summary>What the process consists of, for the program's container.</summary>
public static class RefundServices
{
    /// <summary>
    /// Adds the process; the decision primitive and the retention sweep are added beside it. The program provides <c>IRegister</c>, <c>IDocumentStore</c>, <see cref="PersonalLinks"/>, <see cref="PersonDirectory"/>,
    /// <see cref="StaffDirectory"/>, <see cref="Approvers"/>, <see cref="Organisation"/> and <c>TimeProvider</c>.
    /// </summary>
    public static IServiceCollection AddRefunds(this IServiceCollection services)
    {
        services.TryAddSingleton(new RefundSettings());
        services.AddSingleton<IPersonHold, ClaimHold>();
        services.AddSingleton<ClaimBook>().AddSingleton<RefundPeople>().AddSingleton<ClaimApprovers>().AddSingleton<StuckNotices>().AddSingleton<ApprovalServices>();
        services.AddSingleton<DecisionQuestion>(s => new ApprovalQuestion(second: false, s.GetRequiredService<IRegister>(), s.GetRequiredService<ApprovalServices>()));
        services.AddSingleton<DecisionQuestion>(s => new ApprovalQuestion(second: true, s.GetRequiredService<IRegister>(), s.GetRequiredService<ApprovalServices>()));
        services.AddSingleton<DecisionQuestion>(s => new CompletionQuestion(s.GetRequiredService<IRegister>(), s.GetRequiredService<PersonalLinks>()));
        services.AddTransient<ReadStageActivity>().AddTransient<WelcomeActivity>().AddTransient<ApplyAnswerActivity>();
        services.AddTransient<RemindTreasurerActivity>().AddTransient<RememberAccountActivity>().AddTransient<CloseActivity>();
        services.AddSingleton<RetainedKind, ClaimRetention>().AddSingleton<RetainedKind, DraftRetention>();
        services.AddSingleton<IMessageMatters, ClaimMatters>();
        services.AddSingleton<ClaimIntake>().AddSingleton<ClaimStatus>();
        services.AddSingleton(s => new ClaimDriver(s.GetRequiredService<ClaimBook>()));
        services.AddSingleton(s => new PaymentLists(s.GetRequiredService<IRegister>(), s.GetRequiredService<RefundPeople>(), s.GetRequiredService<Organisation>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ClaimDecisions(s.GetRequiredService<IRegister>(), s.GetRequiredService<PersonalLinks>(), s.GetRequiredService<ClaimApprovers>(), s.GetRequiredService<RefundPeople>(), s.GetRequiredService<Organisation>(), s.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(s => new ClaimWorklist(s.GetRequiredService<IRegister>(), s.GetRequiredService<StaffDirectory>(), s.GetRequiredService<PersonalLinks>(), s.GetRequiredService<RefundPeople>(), s.GetRequiredService<ClaimApprovers>(), s.GetRequiredService<Organisation>()));
    }
}
