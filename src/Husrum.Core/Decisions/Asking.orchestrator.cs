using Husrum.Durable;

namespace Husrum.Core.Decisions;

/// <summary>How an orchestrator asks people something.</summary>
public static class Asking
{
    /// <summary>
    /// Puts the question and waits for its answer, through all reminders and escalations.
    /// </summary>
    /// <returns>The answer; null when the history has grown enough: continue as new and ask again, which goes on where it was.</returns>
    public static async Task<string?> AskAsync(this TaskOrchestrationContext context, DecisionRef decision)
    {
        var progress = await context.CallActivityAsync<DecisionProgress>(DecisionTasks.Ask, decision, DecisionTasks.Options);
        if (progress.Answer is not null)
            return progress.Answer;

        var waiter = context.WaitForExternalEvent<DecisionAnswered>(decision.EventName);
        var answer = await context.WaitThroughMomentsAsync(waiter, Next(progress), async index =>
        {
            progress = await context.CallActivityAsync<DecisionProgress>(DecisionTasks.Moment, new DecisionMomentInput(decision, index), DecisionTasks.Options);
            return progress.Answer is null ? Next(progress) : null;
        });
        return answer?.Answer ?? progress.Answer;
    }

    private static WaitMoment? Next(DecisionProgress progress) => progress.NextMoment is { } due ? new WaitMoment(progress.NextIndex, due) : null;
}
