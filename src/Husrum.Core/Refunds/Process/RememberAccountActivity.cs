using Husrum.Core.Register;
using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>Keeps the account a claimant was paid on, so that a change is noticed next time. Only their own account, and never an older payment over a newer one.</summary>
internal sealed class RememberAccountActivity(ClaimBook claims, IRegister register) : TaskActivity<string, object?>
{
    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskActivityContext context, string input)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await claims.GetAsync(input, context.Cancellation) is not { Value: { State: ClaimState.Paid, PaidAt: { } paidAt, Content.OtherPayee: null } claim })
                return null;
            var batch = new RegisterBatch(Partitions.Person(claim.ClaimantId));
            var known = await register.GetAsync<PayoutAccount>(batch.Partition, PayoutAccount.Row, context.Cancellation);
            if (known?.Value.PaidAt >= paidAt)
                return null;
            var account = new PayoutAccount(claim.Content.RegistrationNumber, claim.Content.AccountNumber, paidAt);
            batch = known is null ? batch.Insert(PayoutAccount.Row, account) : batch.Replace(PayoutAccount.Row, account, known.ETag);
            if (await register.CommitAsync(batch, context.Cancellation) == CommitOutcome.Done)
                return null;
        }
    }
}
