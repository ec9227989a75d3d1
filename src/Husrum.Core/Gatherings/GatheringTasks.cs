using Husrum.Core.Decisions;
using Husrum.Core.Retention;
using Husrum.Core.Rounds;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Gatherings;

/// <summary>What gatherings consist of.</summary>
public static class GatheringTasks
{
    internal const string ReadStage = "Gathering.ReadStage";
    internal const string Do = "Gathering.Do";

    internal const string Orchestrator = Gathering_1.Name;

    internal static TaskOptions Options => DecisionTasks.Options;

    /// <summary>Adds the orchestrator and its activities to a registry.</summary>
    public static DurableTaskRegistry AddGatherings(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(Gathering_1.Name, () => new Gathering_1())
        .AddActivity(ReadStage, services => new ReadGatheringActivity(services.GetRequiredService<GatheringWork>()))
        .AddActivity(Do, services => new GatheringStepActivity(services.GetRequiredService<GatheringWork>()));

    /// <summary>Adds what they need. More sets of people: <see cref="IGatheringAudience"/>.</summary>
    public static IServiceCollection AddGatherings(this IServiceCollection services) => services
        .AddSingleton<GatheringBook>()
        .AddSingleton<GatheringLinks>()
        .AddSingleton<GatheringInvitations>()
        .AddSingleton<GatheringWork>()
        .AddSingleton<GatheringDesk>()
        .AddSingleton<GatheringPlanner>()
        .AddSingleton<IGatheringAudience, ActiveVolunteers>()
        .AddSingleton<IGatheringAudience, RunningFriendFamilies>()
        .AddSingleton<UpcomingGatherings>()
        .AddSingleton<Round, MeetingCalendar>()
        .AddSingleton<RetainedKind, GatheringRetention>();
}

/// <summary>Reads where a gathering stands. Writes nothing.</summary>
internal sealed class ReadGatheringActivity(GatheringWork work) : TaskActivity<string, GatheringStage>
{
    /// <inheritdoc />
    public override Task<GatheringStage> RunAsync(TaskActivityContext context, string input) => work.StageAsync(input, context.Cancellation);
}

/// <summary>Does what the plan says now.</summary>
internal sealed class GatheringStepActivity(GatheringWork work) : TaskActivity<string, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, string input)
    {
        await work.DoAsync(input, context.Cancellation);
        return null;
    }
}
