using Husrum.Core.Decisions;
using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>The steps of <see cref="RefundClaim_1"/>, one method each.</summary>
internal sealed class RefundSteps(TaskOrchestrationContext context, string claimId)
{
    public Task<RefundStage> ReadStageAsync() => context.CallActivityAsync<RefundStage>(RefundTasks.ReadStage, claimId, RefundTasks.Options);

    /// <summary>Works out the flags and thanks the claimant.</summary>
    public Task WelcomeAsync() => context.CallActivityAsync(RefundTasks.Welcome, claimId, RefundTasks.Options);

    /// <summary>Puts a question, waits for its answer, and moves the claim where the answer sends it.</summary>
    public async Task AskAndApplyAsync(string question, int round)
    {
        if (await context.AskAsync(RefundLinks.Decision(claimId, question, round)) is not null)
            await context.CallActivityAsync(RefundTasks.Apply, claimId, RefundTasks.Options);
    }

    /// <summary>Waits until the treasurer records something; reminds meanwhile.</summary>
    public Task AwaitTreasurerAsync(RefundStage stage) =>
        context.WaitThroughMomentsAsync(PaymentEvent(), Moment(stage), async index =>
            Moment(await context.CallActivityAsync<RefundStage>(RefundTasks.RemindTreasurer, new RemindTreasurerInput(claimId, stage.PaymentRound, index), RefundTasks.Options)));

    /// <summary>A payment counts as the account to expect next time.</summary>
    public Task RememberAccountAsync() => context.CallActivityAsync(RefundTasks.RememberAccount, claimId, RefundTasks.Options);

    /// <summary>Stays for a while, in case the payment is taken back.</summary>
    public Task WatchForTakeBackAsync(RefundStage stage) =>
        context.WaitThroughMomentsAsync(PaymentEvent(), Moment(stage), _ => Task.FromResult<WaitMoment?>(null));

    /// <summary>Ends the run where the claim is closed.</summary>
    /// <returns>False where there is more to do.</returns>
    public Task<bool> CloseAsync() => context.CallActivityAsync<bool>(RefundTasks.Close, claimId, RefundTasks.Options);

    private Task<PaymentSignal> PaymentEvent() => context.WaitForExternalEvent<PaymentSignal>(PaymentSignal.EventName);

    private static WaitMoment? Moment(RefundStage stage) => stage.NextMoment is { } due ? new WaitMoment(stage.NextIndex, due) : null;
}
