using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Approval;

/// <summary>A claim that waits for an approval, as read once.</summary>
internal sealed class ApprovalCase(bool second, DecisionRef reference, Stored<ExpenseClaim> stored, ApprovalServices services) : DecisionCase
{
    private readonly ExpenseClaim _claim = stored.Value;

    /// <inheritdoc />
    public override IDecisionPlan Plan => ReminderPlan.Approval;

    /// <inheritdoc />
    public override string? Moot =>
        _claim.WithdrawalAsked ? Answers.Withdrawn
        : RefundQuestions.Of(_claim.State) != reference.Question || _claim.Round != reference.Round ? DecisionWords.Gone
        : null;

    /// <inheritdoc />
    public override Task<IReadOnlyList<IReadOnlyList<Reachable>>> ChainAsync(CancellationToken cancellation) => services.Approvers.ChainAsync(_claim, second, cancellation);

    /// <inheritdoc />
    public override async Task WriteAskedAsync(RegisterBatch batch, DecisionRecord decision, DateTimeOffset now, CancellationToken cancellation)
    {
        var nobody = decision.Asked.Count == 0;
        var word = nobody ? TimelineWords.NobodyToAsk : second ? TimelineWords.AskedSecond : TimelineWords.Asked;
        var next = second ? _claim : _claim with { State = ClaimState.AwaitingApproval };
        ClaimBatch.Change(batch, stored, next, now, new TimelineLine(word, now));
        if (nobody)
            await services.Stuck.AddAsync(batch, _claim, StuckStep.NobodyMayApprove, reference.Id, decision.AskedOn, decision.AskedAt, now, null, cancellation);
    }

    /// <inheritdoc />
    public override void WriteAsk(RegisterBatch batch, DecisionRecord decision, Reachable person, bool escalated, DateTimeOffset now)
    {
        var link = services.Links.Issue(batch, LinkPurpose.Decide, _claim.Id, reference.Id, person.Person.Id, now + RefundLinks.DecideFor, reference.TokenIdFor(person.Person.Id));
        var template = escalated ? RefundMessages.ApproveEscalated : second ? RefundMessages.SecondApprove : RefundMessages.Approve;
        var fields = Fields(decision, person.Person.Language);
        if (!escalated)
            fields.Remove("since");
        Outbox.Add(batch, RefundNotices.To(_claim, person, template, reference.Id, decision.AskedOn, now, fields, ("decide", new NoticeLink(RefundLinks.DecidePage, link.TokenId))));
    }

    /// <inheritdoc />
    public override async Task WriteMomentAsync(RegisterBatch batch, DecisionRecord decision, DecisionMoment moment, IReadOnlyList<Reachable> remind, bool stuck, DateTimeOffset now, CancellationToken cancellation)
    {
        var word = stuck ? TimelineWords.Stuck : decision.Asked.Any(a => a.At == now) ? TimelineWords.Escalated : remind.Count > 0 ? TimelineWords.Reminded : null;
        ClaimBatch.Change(batch, stored, _claim, now, word is null ? [] : [new TimelineLine(word, now)]);
        var (step, date, usefulUntil) = ($"{reference.Id}-moment-{moment.Index}", WallTime.LocalDate(moment.Due), UsefulUntil(decision, moment));
        foreach (var person in remind)
        {
            var fields = Fields(decision, person.Person.Language);
            fields.Remove("department");
            fields.Remove("flags");
            Outbox.Add(batch, RefundNotices.To(_claim, person, RefundMessages.ApproveReminder, step, date, now, fields, ("decide", new NoticeLink(RefundLinks.DecidePage, reference.TokenIdFor(person.Person.Id)))) with { UsefulUntil = usefulUntil });
        }

        if (stuck)
            await services.Stuck.AddAsync(batch, _claim, decision.Asked.Count == 0 ? StuckStep.NobodyMayApprove : second ? StuckStep.NoSecondAnswer : StuckStep.NoAnswer, step, date, decision.AskedAt, now, usefulUntil, cancellation);
    }

    private Dictionary<string, string> Fields(DecisionRecord decision, string language) => new()
    {
        ["claimant"] = _claim.Content.Name,
        ["purpose"] = _claim.Content.Purpose,
        ["department"] = services.Organisation.Department(_claim.DepartmentId)?.Name ?? _claim.DepartmentId,
        ["flags"] = ClaimFlagWords.Sentences(_claim.Flags, language),
        ["since"] = DateWords.Long(decision.AskedOn, language),
    };
}
