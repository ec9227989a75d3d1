using Husrum.Core.Cases;
using Husrum.Durable;

namespace Husrum.Core.Gatherings;

/// <summary>Drives a gathering: waits for the next step of its plan, or for a change; does the step; starts anew with an empty history. The input is the gathering's id.</summary>
internal sealed class Gathering_1 : TaskOrchestrator<string, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "Gathering_1";

    /// <inheritdoc />
    public override async Task<string> RunAsync(TaskOrchestrationContext context, string input)
    {
        var stage = await context.CallActivityAsync<GatheringStage>(GatheringTasks.ReadStage, input, GatheringTasks.Options);
        context.SetCustomStatus(stage.State);
        if (stage.Next is not { } next)
            return stage.State;
        if (next.UtcDateTime > context.CurrentUtcDateTime)
        {
            using var timer = new CancellationTokenSource();
            var changed = context.WaitForExternalEvent<CaseChanged>(GatheringBook.Woken);
            if (await Task.WhenAny(changed, context.CreateTimer(next.UtcDateTime, timer.Token)) == changed)
                timer.Cancel();
        }

        await context.CallActivityAsync(GatheringTasks.Do, input, GatheringTasks.Options);
        context.ContinueAsNew(input);
        return stage.State;
    }
}
