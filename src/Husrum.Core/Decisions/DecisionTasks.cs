using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Decisions;

/// <summary>The primitive's activities, by name.</summary>
public static class DecisionTasks
{
    internal const string Ask = "Decision.Ask";
    internal const string Moment = "Decision.Moment";

    /// <summary>A store that is away for a while comes back; what is still wrong after about a day is for a person to see.</summary>
    internal static readonly TaskOptions Options = TaskOptions.FromRetryPolicy(new RetryPolicy(60, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(30)));

    /// <summary>Adds the activities to a registry.</summary>
    public static DurableTaskRegistry AddDecisions(this DurableTaskRegistry registry) => registry
        .AddActivity(Ask, services => new AskDecisionActivity(services.GetRequiredService<DecisionDesk>()))
        .AddActivity(Moment, services => new DecisionMomentActivity(services.GetRequiredService<DecisionDesk>()));

    /// <summary>Adds what they need; the questions are each process's own.</summary>
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddSingleton<DecisionQuestions>()
        .AddSingleton<DecisionDesk>();
}
