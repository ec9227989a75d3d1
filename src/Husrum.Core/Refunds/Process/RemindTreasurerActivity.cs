using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Refunds.Approval;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>Reminds the treasurer of an approved claim that lies; the second time the leader hears of it too.</summary>
internal sealed class RemindTreasurerActivity(ClaimBook claims, RefundPeople people, StuckNotices stuck, RefundSettings settings) : TaskActivity<RemindTreasurerInput, RefundStage>
{
    /// <inheritdoc />
    public override async Task<RefundStage> RunAsync(TaskActivityContext context, RemindTreasurerInput input)
    {
        await claims.ChangeAsync(input.ClaimId, (batch, claim) => MakeAsync(batch, claim, input, context.Cancellation), context.Cancellation);
        var now = await claims.GetAsync(input.ClaimId, context.Cancellation);
        var stage = StageReading.Of(now?.Value, settings);
        return Waits(now?.Value, input) ? stage : stage with { NextMoment = null };
    }

    private async Task<bool> MakeAsync(RegisterBatch batch, Stored<ExpenseClaim> stored, RemindTreasurerInput input, CancellationToken cancellation)
    {
        var claim = stored.Value;
        if (!Waits(claim, input) || claim.PaymentReminders >= input.Index)
            return false;
        var (now, since) = (claims.Now, claim.PayableSince!.Value);
        var plan = ReminderPlan.Payment;
        var date = WallTime.LocalDate(plan.Moment(WallTime.LocalDate(since), input.Index)!.Due);
        var step = $"pay-{claim.PaymentRound}-moment-{input.Index}";
        var treasurers = await people.WithRoleAsync(StaffRole.Treasurer, cancellation);
        ClaimBatch.Change(batch, stored, claim with { PaymentReminders = input.Index }, now, new TimelineLine(treasurers.Count == 0 ? TimelineWords.Stuck : TimelineWords.TreasurerReminded, now));

        // after a long stop of the program or of the provider several are due at once: the last one is enough
        var next = plan.Moment(WallTime.LocalDate(since), input.Index + 1)!.Due;
        foreach (var person in next <= now ? [] : treasurers)
            Outbox.Add(batch, RefundNotices.To(claim, person, RefundMessages.PayReminder, step, date, now, Fields(claim, person, since), ("payments", new NoticeLink(RefundLinks.PaymentsPage))) with { UsefulUntil = next });
        if (treasurers.Count == 0)
            await stuck.AddAsync(batch, claim, StuckStep.NoTreasurer, step, date, since, now, next, cancellation);
        else if (input.Index == ReminderPlan.LeaderHearsAt)
            await stuck.AddAsync(batch, claim, StuckStep.NotPaid, step, date, since, now, null, cancellation);
        return true;
    }

    private static bool Waits(ExpenseClaim? claim, RemindTreasurerInput input) =>
        claim is { State: ClaimState.Approved or ClaimState.OnPaymentList } && claim.PaymentRound == input.PaymentRound;

    private static Dictionary<string, string> Fields(ExpenseClaim claim, Reachable person, DateTimeOffset since) => new()
    {
        ["claimant"] = claim.Content.Name,
        ["purpose"] = claim.Content.Purpose,
        ["since"] = DateWords.Long(WallTime.LocalDate(since), person.Person.Language),
    };
}
