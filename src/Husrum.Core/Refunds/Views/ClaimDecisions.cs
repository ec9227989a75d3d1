using Husrum.Core.Decisions;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Refunds.Approval;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Views;

/// <summary>The approvers' links: look, and decide once.</summary>
public sealed class ClaimDecisions
{
    private readonly IRegister _register;
    private readonly LinkedQuestions _questions;
    private readonly ClaimApprovers _approvers;
    private readonly RefundPeople _people;
    private readonly Organisation _organisation;
    private readonly TimeProvider _time;

    internal ClaimDecisions(IRegister register, PersonalLinks links, ClaimApprovers approvers, RefundPeople people, Organisation organisation, TimeProvider time) =>
        (_register, _questions, _approvers, _people, _organisation, _time) = (register, new LinkedQuestions(register, links), approvers, people, organisation, time);

    /// <summary>What the page shows; null where the link does not work, or its holder has left the office. Changes nothing.</summary>
    public async Task<DecisionView?> ViewAsync(string token, CancellationToken cancellation = default)
    {
        if (await FindAsync(token, cancellation) is not { } found)
            return null;
        var (link, claim, decision) = found;
        if (!await _approvers.HasOfficeAsync(claim.Value, link.Value.PersonId ?? "", cancellation))
            return null;
        var asked = await _people.ReachAsync([link.Value.PersonId ?? ""], cancellation);
        var isSecond = decision.Value.Question == RefundQuestions.Second;
        var earlier = new List<RecordedDecision>();
        foreach (var other in await AllAsync(claim, cancellation))
        {
            if (other.Id != decision.Value.Id && !other.IsOpen && other.AnsweredAt <= (decision.Value.AnsweredAt ?? DateTimeOffset.MaxValue) && other.Answer is Answers.Approve or Answers.Return or Answers.Completed)
                earlier.Add(await RecordedAsync(other, cancellation));
        }

        return new DecisionView
        {
            Claim = ClaimViews.Of(claim.Value, _organisation),
            IsSecond = isSecond,
            NeedsSecond = !isSecond && SecondApproval.IsNeeded(claim.Value.Total, _organisation.Limits),
            AskedName = asked.Count > 0 ? asked[0].Person.Name : "",
            Language = asked.Count > 0 ? asked[0].Person.Language : claim.Value.Content.Language,
            Flags = [.. claim.Value.Flags.Select(ClaimFlagWords.Of)],
            Earlier = [.. earlier.OrderBy(e => e.When)],
            Decided = decision.Value.IsOpen ? null : await RecordedAsync(decision.Value, cancellation),
        };
    }

    /// <summary>Records a decision: link used, decision answered and event raised, in one batch; the first one counts.</summary>
    public async Task<DecideResult> DecideAsync(string token, DecisionInput input, CancellationToken cancellation = default)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await FindAsync(token, cancellation) is not { } found)
                return new DecideResult.Gone();
            var (link, claim, decision) = found;
            if (!decision.Value.IsOpen)
                return new DecideResult.AlreadyDecided(await RecordedAsync(decision.Value, cancellation));
            var personId = link.Value.PersonId ?? "";
            if (await _approvers.ProblemAsync(claim.Value, decision.Value.Question == RefundQuestions.Second, personId, cancellation) is { } why)
                return new DecideResult.NotAllowed(why);
            if (Problems(input, claim.Value).ToList() is { Count: > 0 } problems)
                return new DecideResult.Invalid(problems);

            var now = _time.GetUtcNow();
            var batch = new RegisterBatch(claim.Partition);
            PersonalLinks.Use(batch, link, personId, now);
            var reason = TypedText.Plain(input.Reason) is { Length: > 0 } typed ? typed : null;
            var record = DecisionDesk.WriteAnswer(batch, found.Reference, decision, claim.Value.InstanceId, input.Decision, personId, reason, now);
            ClaimBatch.Change(batch, claim, claim.Value, now); // the event goes to the run that drives the claim now
            if (await _register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return new DecideResult.Decided(await RecordedAsync(record, cancellation));
        }
    }

    private static IEnumerable<FieldProblem> Problems(DecisionInput input, ExpenseClaim claim) => input.Decision switch
    {
        Answers.Approve => [.. TypedAmount.Check(input.Amount, claim.Total), .. string.IsNullOrWhiteSpace(input.Reason) ? [] : ReasonIsGiven.Check(input.Reason)],
        Answers.Reject or Answers.Return => ReasonIsGiven.Check(input.Reason),
        _ => [new("decision", "Vælg, om du vil godkende udlægget, afvise det eller sende det tilbage.", "Please choose whether to approve the claim, turn it down or send it back.")],
    };

    private Task<LinkedQuestion?> FindAsync(string token, CancellationToken cancellation) => _questions.FindAsync(token, LinkPurpose.Decide, cancellation);

    private async Task<IReadOnlyList<DecisionRecord>> AllAsync(Stored<ExpenseClaim> claim, CancellationToken cancellation)
    {
        var all = new List<DecisionRecord>();
        await foreach (var decision in _register.QueryAsync<DecisionRecord>(claim.Partition, "decision:", cancellation: cancellation))
            all.Add(decision.Value);
        return all;
    }

    private async Task<RecordedDecision> RecordedAsync(DecisionRecord decision, CancellationToken cancellation) =>
        new(decision.Answer!, await _people.NameAsync(decision.AnsweredBy, cancellation), decision.AnsweredAt!.Value, decision.Reason);
}
