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

/// <summary>A claim that was sent back, as read once.</summary>
internal sealed class CompletionCase(DecisionRef reference, Stored<ExpenseClaim> stored, PersonalLinks links) : DecisionCase
{
    private readonly ExpenseClaim _claim = stored.Value;

    /// <inheritdoc />
    public override IDecisionPlan Plan => ReminderPlan.Completion;

    /// <inheritdoc />
    public override string? Moot =>
        _claim.WithdrawalAsked ? Answers.Withdrawn
        : _claim.State != ClaimState.Returned || _claim.Round != reference.Round ? DecisionWords.Gone
        : null;

    /// <inheritdoc />
    public override Task<IReadOnlyList<IReadOnlyList<Reachable>>> ChainAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<Reachable>>>([[RefundPeople.Claimant(_claim)]]);

    /// <inheritdoc />
    public override Task WriteAskedAsync(RegisterBatch batch, DecisionRecord decision, DateTimeOffset now, CancellationToken cancellation)
    {
        ClaimBatch.Change(batch, stored, _claim, now, new TimelineLine(TimelineWords.AskedToComplete, now));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override void WriteAsk(RegisterBatch batch, DecisionRecord decision, Reachable person, bool escalated, DateTimeOffset now)
    {
        var lastDay = ReminderPlan.Completion.LastDay(decision.AskedOn)!.Value;
        // the link opens the page until the claim has lapsed, whatever day that falls on
        var expires = WallTime.ToUtc(Weekdays.OnOrAfter(lastDay.AddDays(1)).AddDays(1), TimeOnly.MinValue);
        links.Issue(batch, LinkPurpose.Complete, _claim.Id, reference.Id, _claim.ClaimantId, expires, reference.TokenIdFor(_claim.ClaimantId));
        var fields = Fields(decision);
        fields["reason"] = _claim.Reason ?? "";
        Add(batch, RefundMessages.Returned, reference.Id, decision.AskedOn, now, fields);
    }

    /// <inheritdoc />
    public override Task WriteMomentAsync(RegisterBatch batch, DecisionRecord decision, DecisionMoment moment, IReadOnlyList<Reachable> remind, bool stuck, DateTimeOffset now, CancellationToken cancellation)
    {
        ClaimBatch.Change(batch, stored, _claim, now, new TimelineLine(TimelineWords.Reminded, now));
        if (remind.Count > 0)
            Add(batch, RefundMessages.CompleteReminder, $"{reference.Id}-moment-{moment.Index}", WallTime.LocalDate(moment.Due), now, Fields(decision), UsefulUntil(decision, moment));
        return Task.CompletedTask;
    }

    private void Add(RegisterBatch batch, string template, string step, DateOnly date, DateTimeOffset now, Dictionary<string, string> fields, DateTimeOffset? usefulUntil = null) =>
        Outbox.Add(batch, RefundNotices.To(_claim, RefundPeople.Claimant(_claim), template, step, date, now, fields, ("complete", new NoticeLink(RefundLinks.CompletePage, reference.TokenIdFor(_claim.ClaimantId)))) with { UsefulUntil = usefulUntil });

    private Dictionary<string, string> Fields(DecisionRecord decision) => new()
    {
        ["purpose"] = _claim.Content.Purpose,
        ["deadline"] = DateWords.Long(ReminderPlan.Completion.LastDay(decision.AskedOn)!.Value, _claim.Content.Language),
    };
}
