using Husrum.Core.Register;

namespace Husrum.Core.Refunds;

/// <summary>Reads and changes claims.</summary>
/// <param name="register">Where they are.</param>
/// <param name="time">The clock.</param>
internal sealed class ClaimBook(IRegister register, TimeProvider time)
{
    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The claim, or null.</summary>
    public Task<Stored<ExpenseClaim>?> GetAsync(string claimId, CancellationToken cancellation) =>
        register.GetAsync<ExpenseClaim>(Partitions.Claim(claimId), ExpenseClaim.Row, cancellation);

    /// <summary>
    /// Reads the claim and writes the batch made of it, again as often as another one wrote first. This is what makes an activity or a request repeatable:
    /// what it finds done, it leaves.
    /// </summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="make">Fills the batch; false where there is nothing (more) to do.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The claim as it was when the last batch was made; null where it is gone.</returns>
    public async Task<Stored<ExpenseClaim>?> ChangeAsync(string claimId, Func<RegisterBatch, Stored<ExpenseClaim>, Task<bool>> make, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await GetAsync(claimId, cancellation) is not { } claim)
                return null;
            var batch = new RegisterBatch(claim.Partition);
            if (!await make(batch, claim) || await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return claim;
        }
    }
}
