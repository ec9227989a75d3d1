using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Cases;

/// <summary>The activities all cases share, by name.</summary>
public static class CaseTasks
{
    internal const string ReadStage = "Case.ReadStage";
    internal const string Apply = "Case.Apply";
    internal const string Finish = "Case.Finish";

    /// <summary>Adds the activities to a registry; each process adds its orchestrator.</summary>
    public static DurableTaskRegistry AddCases(this DurableTaskRegistry registry) => registry
        .AddActivity(ReadStage, services => new ReadCaseStageActivity(services.GetRequiredService<CaseProcesses>()))
        .AddActivity(Apply, services => new ApplySilenceActivity(services.GetRequiredService<CaseProcesses>()))
        .AddActivity(Finish, services => new FinishCaseActivity(services.GetRequiredService<CaseProcesses>()));

    /// <summary>Adds what they need; each process adds itself with <see cref="AddCaseProcess"/>.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<ShortLinks>()
        .AddSingleton<PersonNotices>()
        .AddSingleton<ContactDesk>()
        .AddSingleton<CaseServices>()
        .AddSingleton<CaseProcesses>()
        .AddSingleton<IMessageMatters>(s => new CaseMatters(s.GetRequiredService<CaseProcesses>()))
        .AddSingleton(s => new CaseDriver(s.GetRequiredService<CaseProcesses>()))
        .AddSingleton(s => new CaseDesk(s.GetRequiredService<CaseProcesses>(), s.GetRequiredService<PersonalLinks>()))
        .AddSingleton(s => new CaseStories(s.GetRequiredService<IRegister>(), s.GetRequiredService<CaseProcesses>()))
        .AddSingleton(s => new CaseWorklist(s.GetRequiredService<IRegister>(), s.GetRequiredService<StaffDirectory>(), s.GetRequiredService<CaseProcesses>()));

    /// <summary>Adds a process, its questions and the deletion of its cases.</summary>
    public static IServiceCollection AddCaseProcess<TProcess, TCase>(this IServiceCollection services)
        where TProcess : CaseProcess<TCase>
        where TCase : CaseRecord
    {
        services.AddSingleton<TProcess>().AddSingleton<CaseBook<TCase>>(s => new CaseBook<TCase>(s.GetRequiredService<TProcess>(), s.GetRequiredService<CaseServices>()));
        services.AddSingleton(s => new CaseFiles<TCase>(s.GetRequiredService<TProcess>(), s.GetRequiredService<CaseBook<TCase>>(), s.GetRequiredService<CaseServices>()));
        services.AddSingleton<ICaseProcess>(s => s.GetRequiredService<CaseBook<TCase>>()).AddSingleton<IQuestionSource>(s => s.GetRequiredService<CaseBook<TCase>>());
        return services.AddSingleton<RetainedKind>(s => new CaseRetention<TCase>(s.GetRequiredService<CaseBook<TCase>>(), s.GetRequiredService<IRegister>()));
    }
}
