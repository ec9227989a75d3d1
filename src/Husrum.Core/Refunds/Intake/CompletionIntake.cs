using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Intake;

/// <summary>The claimant's answer to "please send what is missing".</summary>
internal sealed class CompletionIntake(IRegister register, PersonalLinks links, TimeProvider time)
{
    private readonly LinkedQuestions _questions = new(register, links);

    public async Task<CompletionView?> ViewAsync(string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, cancellation) is not { } found)
            return null;
        var lastDay = ReminderPlan.Completion.LastDay(found.Decision.Value.AskedOn)!.Value;
        return new CompletionView(ContentReader.Write(found.Claim.Value), found.Claim.Value.Reason ?? "", lastDay, found.Decision.Value.IsOpen);
    }

    /// <summary>What the link is about; null where it does not work.</summary>
    public Task<LinkedQuestion?> FindAsync(string token, CancellationToken cancellation) => _questions.FindAsync(token, LinkPurpose.Complete, cancellation);

    /// <summary>Records the new content: link used, question answered, event raised, content and look-ups changed, in one batch.</summary>
    /// <returns>The claim; null where the question was closed otherwise meanwhile.</returns>
    public async Task<string?> RecordAsync(string token, ClaimContent content, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await FindAsync(token, cancellation) is not { } found)
                return null;
            var (link, claim, decision) = found;
            if (!decision.Value.IsOpen)
                return null;

            var now = time.GetUtcNow();
            var batch = new RegisterBatch(claim.Partition);
            PersonalLinks.Use(batch, link, claim.Value.ClaimantId, now);
            DecisionDesk.WriteAnswer(batch, found.Reference, decision, claim.Value.InstanceId, Answers.Completed, claim.Value.ClaimantId, null, now);
            ClaimIndexes.ChangeContent(batch, claim.Value.Id, claim.Value.Content, content);
            ClaimBatch.Change(batch, claim, claim.Value with { Content = content, FormerReceiptIds = [.. claim.Value.AllReceiptIds.Except(content.ReceiptIds)] }, now);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return claim.Value.Id;
        }
    }
}
