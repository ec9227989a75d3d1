using Husrum.Core.Decisions;
using Husrum.Durable;

namespace Husrum.Core.Cases;

/// <summary>
/// How an orchestrator drives a case: it asks whatever the case asks now, side by side, until the first answer or the case's next moment, and starts anew with an empty history.
/// What is asked, and what an answer makes of the case, the process's steps say; the register remembers it.
/// </summary>
internal static class CaseDriving
{
    /// <summary>One stage of a case.</summary>
    /// <returns>The word for how the case ended; empty where it goes on as new.</returns>
    public static async Task<string> DriveAsync(this TaskOrchestrationContext context, CaseRef @case, string partition)
    {
        var stage = await context.CallActivityAsync<CaseStage>(CaseTasks.ReadStage, @case, DecisionTasks.Options);
        context.SetCustomStatus(stage.State ?? "Gone");
        if (stage.IsClosed)
        {
            await context.CallActivityAsync(CaseTasks.Finish, @case, DecisionTasks.Options);
            return stage.State ?? "Gone";
        }

        // no call that a case without moments did not make before there were any: histories recorded then still fit
        if (stage.WakeAt is not { } wake || wake.UtcDateTime > context.CurrentUtcDateTime)
        {
            Task[] waits =
            [
                context.WaitForExternalEvent<CaseChanged>(CaseChanged.EventName),
                .. stage.Open.Select(step => AskAsync(context, @case, partition, step)),
                .. stage.WakeAt is { } moment ? [context.CreateTimer(moment.UtcDateTime, CancellationToken.None)] : Array.Empty<Task>(),
            ];
            await await Task.WhenAny(waits);
        }

        await context.CallActivityAsync(CaseTasks.Apply, @case, DecisionTasks.Options);
        context.ContinueAsNew(@case);
        return "";
    }

    private static async Task AskAsync(TaskOrchestrationContext context, CaseRef @case, string partition, OpenStep step)
    {
        if (step.NotBefore is { } moment && moment.UtcDateTime > context.CurrentUtcDateTime)
            await context.CreateTimer(moment.UtcDateTime, CancellationToken.None);
        await context.AskAsync(new DecisionRef(partition + @case.CaseId, @case.CaseId, step.Question, step.Round));
    }
}
