using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Approval;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>Moves a claim where the answer to its open question sends it, and tells those whom it concerns. An answer is applied once: then the claim is in another state.</summary>
internal sealed class ApplyAnswerActivity(ClaimBook claims, IRegister register, RefundPeople people, Organisation organisation) : TaskActivity<string, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, string input)
    {
        await claims.ChangeAsync(input, async (batch, claim) => await MakeAsync(batch, claim, context.Cancellation), context.Cancellation);
        return null;
    }

    private async Task<bool> MakeAsync(RegisterBatch batch, Stored<ExpenseClaim> stored, CancellationToken cancellation)
    {
        var claim = stored.Value;
        if (RefundQuestions.Of(claim.State) is not { } question)
            return false;
        var row = RefundLinks.Decision(claim.Id, question, claim.Round).Row;
        var decision = (await register.GetAsync<DecisionRecord>(stored.Partition, row, cancellation))?.Value;
        var answer = decision?.Answer ?? (claim.WithdrawalAsked ? Answers.Withdrawn : null);
        if (answer is null || AnswerRules.After(claim.State, answer, claim.Total, organisation.Limits) is not { } state)
            return false;

        var now = claims.Now;
        var next = AnswerOutcome.Of(claim, state, decision, now);
        ClaimBatch.Change(batch, stored, next, now, new TimelineLine(AnswerOutcome.Word(state), now, decision?.AnsweredBy));
        if (AnswerOutcome.Message(state) is { } template)
            Outbox.Add(batch, RefundNotices.ToClaimant(next, template, $"{template}-{claim.Round}", WallTime.LocalDate(now), now, state == ClaimState.Rejected ? next.Reason : null));
        if (state == ClaimState.Withdrawn && decision is not null)
            await TellApproversAsync(batch, claim, question, decision, now, cancellation);
        return true;
    }

    private async Task TellApproversAsync(RegisterBatch batch, ExpenseClaim claim, string question, DecisionRecord decision, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var person in await people.ReachAsync(await ConcernedAsync(claim, question, decision, cancellation), cancellation))
        {
            var fields = new Dictionary<string, string> { ["claimant"] = claim.Content.Name, ["purpose"] = claim.Content.Purpose };
            Outbox.Add(batch, RefundNotices.To(claim, person, RefundMessages.Withdrawn, $"withdrawn-{claim.Round}", WallTime.LocalDate(now), now, fields));
        }
    }

    // those with the question before them; of a claim that was sent back, whoever sent it back
    private async Task<IEnumerable<string>> ConcernedAsync(ExpenseClaim claim, string question, DecisionRecord decision, CancellationToken cancellation)
    {
        if (question != RefundQuestions.Complete)
            return decision.Asked.Select(a => a.PersonId);
        foreach (var earlier in new[] { RefundQuestions.Second, RefundQuestions.Approve })
        {
            var row = RefundLinks.Decision(claim.Id, earlier, claim.Round).Row;
            if (await register.GetAsync<DecisionRecord>(Partitions.Claim(claim.Id), row, cancellation) is { Value: { Answer: Answers.Return, AnsweredBy: { } by } })
                return [by];
        }

        return [];
    }
}
