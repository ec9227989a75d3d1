using Husrum.Core.Decisions;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Process;
using Husrum.Durable;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>A claim's process that makes the best-known mistake: a new waiter for each reminder. The one that timed out is still there, and takes the answer.</summary>
internal sealed class WaiterPerReminder : TaskOrchestrator<RefundInput, string>
{
    public override async Task<string> RunAsync(TaskOrchestrationContext context, RefundInput input)
    {
        await context.CallActivityAsync(RefundTasks.Welcome, input.ClaimId, RefundTasks.Options);
        var decision = RefundLinks.Decision(input.ClaimId, "refund-approve", 1);
        var progress = await context.CallActivityAsync<DecisionProgress>(DecisionTasks.Ask, decision, DecisionTasks.Options);
        while (true)
        {
            var waiter = context.WaitForExternalEvent<DecisionAnswered>(decision.EventName);
            using var timer = new CancellationTokenSource();
            if (progress.NextMoment is not { } due || await Task.WhenAny(waiter, context.CreateTimer(due.UtcDateTime, timer.Token)) == waiter)
            {
                await timer.CancelAsync();
                await waiter;
                break;
            }

            progress = await context.CallActivityAsync<DecisionProgress>(DecisionTasks.Moment, new DecisionMomentInput(decision, progress.NextIndex), DecisionTasks.Options);
        }

        await context.CallActivityAsync(RefundTasks.Apply, input.ClaimId, RefundTasks.Options);
        return "";
    }
}
