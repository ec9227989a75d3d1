using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Functions.Embedded;

/// <summary>What a process of the programme brings along.</summary>
/// <param name="Register">Adds its orchestrators and activities.</param>
/// <param name="Messages">The texts it sends.</param>
/// <param name="Standing">Orchestrations there is one of, always: name and instance id.</param>
/// <param name="Upcast">Adds the steps that bring its old records up; null where it has none.</param>
/// <param name="Replace">Puts a new generation, started from the register, in the place of a failed run; null where it has no cases.</param>
internal sealed record Process(
    Action<DurableTaskRegistry> Register,
    IReadOnlyList<TemplateSpec> Messages,
    IReadOnlyList<(TaskName Orchestrator, string InstanceId)> Standing,
    Action<Upcasters>? Upcast = null,
    Func<IServiceProvider, FailedRun, CancellationToken, Task<RunReplacement>>? Replace = null);

/// <summary>A run that failed.</summary>
/// <param name="InstanceId">Which.</param>
/// <param name="Failed">When, UTC.</param>
/// <param name="ByPersonId">Who asks for another; null for the program itself.</param>
internal sealed record FailedRun(string InstanceId, DateTimeOffset Failed, string? ByPersonId);

/// <summary>Puts processes into the program.</summary>
internal static class Processes
{
    /// <summary>Adds a process.</summary>
    public static IServiceCollection AddProcess(this IServiceCollection services, Process process) => services.AddSingleton(process);

    /// <summary>Adds what all processes together make: the hub's registry, the catalogue, the upcasters.</summary>
    public static IServiceCollection AddProcessRegistries(this IServiceCollection services) => services
        .AddSingleton(s => Each(s, new DurableTaskRegistry(), (process, registry) => process.Register(registry)))
        .AddSingleton(s => Each(s, new Upcasters(), (process, upcasters) => process.Upcast?.Invoke(upcasters)))
        .AddSingleton(s => MessageCatalogue.Load([.. SignInMessages.Specs, .. s.GetServices<Process>().SelectMany(process => process.Messages)]).SignedBy(s.GetRequiredService<Organisation>().Name));

    private static T Each<T>(IServiceProvider services, T into, Action<Process, T> add)
    {
        foreach (var process in services.GetServices<Process>())
            add(process, into);
        return into;
    }
}
