using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Rounds;

/// <summary>The rounds' parts, by name.</summary>
public static class RoundTasks
{
    internal const string Make = "Rounds.Make";

    internal static readonly TaskOptions Options = TaskOptions.FromRetryPolicy(new RetryPolicy(60, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(30)));

    /// <summary>The orchestrator's registered name: the program starts it once, under <see cref="InstanceId"/>.</summary>
    public const string Orchestrator = Rounds_1.Name;

    /// <summary>The one instance there is.</summary>
    public const string InstanceId = "rounds";

    /// <summary>Adds the orchestrator and its activity to a registry.</summary>
    public static DurableTaskRegistry AddRounds(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(Rounds_1.Name, () => new Rounds_1())
        .AddActivity(Make, services => services.GetRequiredService<MakeRoundsActivity>());

    /// <summary>Adds what they need; each process adds its own <see cref="Round"/>.</summary>
    public static IServiceCollection AddRounds(this IServiceCollection services) => services.AddTransient<MakeRoundsActivity>();
}
