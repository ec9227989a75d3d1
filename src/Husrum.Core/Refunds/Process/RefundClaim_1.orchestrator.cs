using Husrum.Core.Refunds.Approval;
using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>
/// A claim from receipt to payout. Each run of this code is one stage, taken from the register, and ends by starting anew with an empty history:
/// so histories stay small, and a new run can take over wherever the record stands.
/// </summary>
internal sealed class RefundClaim_1 : TaskOrchestrator<RefundInput, string>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "RefundClaim_1";

    /// <inheritdoc />
    public override async Task<string> RunAsync(TaskOrchestrationContext context, RefundInput input)
    {
        var claim = new RefundSteps(context, input.ClaimId);
        var stage = await claim.ReadStageAsync();
        context.SetCustomStatus(stage.State?.ToString() ?? "Gone");

        switch (stage.State)
        {
            case ClaimState.Received:
                await claim.WelcomeAsync();
                await claim.AskAndApplyAsync(RefundQuestions.Approve, stage.Round);
                break;

            case ClaimState.AwaitingApproval:
                await claim.AskAndApplyAsync(RefundQuestions.Approve, stage.Round);
                break;

            case ClaimState.AwaitingSecondApproval:
                await claim.AskAndApplyAsync(RefundQuestions.Second, stage.Round);
                break;

            case ClaimState.Returned:
                await claim.AskAndApplyAsync(RefundQuestions.Complete, stage.Round);
                break;

            case ClaimState.Approved or ClaimState.OnPaymentList:
                await claim.AwaitTreasurerAsync(stage);
                break;

            case ClaimState.Paid:
                await claim.RememberAccountAsync();
                await claim.WatchForTakeBackAsync(stage);
                if (await claim.CloseAsync())
                    return "Paid";
                break;

            case ClaimState.Rejected or ClaimState.Withdrawn or ClaimState.Lapsed or null: // null: deleted
                if (await claim.CloseAsync())
                    return stage.State?.ToString() ?? "Gone";
                break;

            default:
                throw new InvalidOperationException("A state this version does not know.");
        }

        context.ContinueAsNew(input);
        return "";
    }
}
