using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Messages;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Payments;

/// <summary>What a treasurer records on a claim: each is one batch on the claim's partition, with its timeline, its message and the signal to the orchestration; each may be repeated.</summary>
internal sealed class PaymentMoves(ClaimBook claims)
{
    /// <summary>Puts an approved claim on a list. One that is on a list already stays there.</summary>
    public Task ListAsync(string claimId, string listId, string by, CancellationToken cancellation) =>
        claims.ChangeAsync(
            claimId,
            (batch, stored) =>
            {
                if (stored.Value.State != ClaimState.Approved)
                    return Task.FromResult(false);
                var next = stored.Value with { State = ClaimState.OnPaymentList, ListId = listId };
                ClaimBatch.Change(batch, stored, next, claims.Now, new TimelineLine(TimelineWords.Listed, claims.Now, by, listId));
                batch.Index(Partitions.PaymentList(listId), PaymentListRecord.ClaimPrefix + claimId, new ClaimRef(claimId));
                Wake(batch, next, "listed");
                return Task.FromResult(true);
            },
            cancellation);

    /// <summary>Records the payment of a claim on a list.</summary>
    public async Task<PaymentResult> PayAsync(string claimId, string listId, string by, CancellationToken cancellation)
    {
        var result = PaymentResult.NotThere;
        await claims.ChangeAsync(
            claimId,
            (batch, stored) =>
            {
                var claim = stored.Value;
                result = claim.ListId == listId && claim.State is ClaimState.OnPaymentList or ClaimState.Paid ? PaymentResult.Done : PaymentResult.NotThere;
                if (result != PaymentResult.Done || claim.State == ClaimState.Paid)
                    return Task.FromResult(false);
                var (now, today) = (claims.Now, WallTime.LocalDate(claims.Now));
                var next = claim with { State = ClaimState.Paid, PaidAt = now, RetainUntil = RetentionRule.Until(ClaimState.Paid, today) };
                ClaimBatch.Change(batch, stored, next, now, new TimelineLine(TimelineWords.Paid, now, by));
                Outbox.Add(batch, RefundNotices.ToClaimant(next, RefundMessages.Paid, $"paid-{claim.PaymentRound}", today, now));
                Wake(batch, next, "paid");
                return Task.FromResult(true);
            },
            cancellation);
        return result;
    }

    /// <summary>Takes a claim off its list. Where its run has ended meanwhile, a new generation takes over.</summary>
    public async Task<PaymentResult> TakeBackAsync(string claimId, string reason, string by, CancellationToken cancellation)
    {
        var result = PaymentResult.NotThere;
        await claims.ChangeAsync(
            claimId,
            (batch, stored) =>
            {
                var claim = stored.Value;
                if (claim.State is not (ClaimState.OnPaymentList or ClaimState.Paid))
                    return Task.FromResult(false);
                var now = claims.Now;
                var wasPaid = claim.State == ClaimState.Paid;
                var next = claim with
                {
                    State = ClaimState.Approved,
                    ListId = null,
                    PaidAt = null,
                    RetainUntil = null,
                    PayableSince = now,
                    PaymentReminders = 0,
                    PaymentRound = claim.PaymentRound + 1,
                    Reason = wasPaid ? TypedText.Plain(reason) : null,
                    Generation = claim.DriverEnded ? claim.Generation + 1 : claim.Generation,
                    DriverEnded = false,
                };
                ClaimBatch.Change(batch, stored, next, now, new TimelineLine(wasPaid ? TimelineWords.TakenBack : TimelineWords.Unlisted, now, by, claim.ListId, TypedText.Plain(reason)));
                batch.Unindex(Partitions.PaymentList(claim.ListId!), PaymentListRecord.ClaimPrefix + claimId);
                if (wasPaid)
                    Outbox.Add(batch, RefundNotices.ToClaimant(next, RefundMessages.TakenBack, $"taken-back-{claim.PaymentRound}", WallTime.LocalDate(now), now, next.Reason));
                if (claim.DriverEnded)
                    batch.Start(RefundClaim_1.Name, next.InstanceId, new RefundInput(claimId));
                else
                    Wake(batch, next, "taken-back");
                result = PaymentResult.Done;
                return Task.FromResult(true);
            },
            cancellation);
        return result;
    }

    private static void Wake(RegisterBatch batch, ExpenseClaim claim, string what) => batch.Raise(claim.InstanceId, PaymentSignal.EventName, new PaymentSignal(what));
}
