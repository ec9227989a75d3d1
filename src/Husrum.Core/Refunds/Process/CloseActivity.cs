using Husrum.Durable;

namespace Husrum.Core.Refunds.Process;

/// <summary>Notes on a closed claim that its run ends here, so that whoever reopens it (a payment taken back late) starts a new one. Held by the row's version: a take-back at the same moment goes before or after, never between.</summary>
internal sealed class CloseActivity(ClaimBook claims, RefundSettings settings) : TaskActivity<string, bool>
{
    /// <inheritdoc />
    public override async Task<bool> RunAsync(TaskActivityContext context, string input)
    {
        var closed = true; // also where the claim is gone
        await claims.ChangeAsync(
            input,
            (batch, claim) =>
            {
                closed = ClaimMoves.IsClosed(claim.Value.State) && (claim.Value.State != ClaimState.Paid || StageReading.WatchedUntil(claim.Value, settings) <= claims.Now);
                if (closed && !claim.Value.DriverEnded)
                    ClaimBatch.Change(batch, claim, claim.Value with { DriverEnded = true }, claims.Now);
                return Task.FromResult(closed && !claim.Value.DriverEnded);
            },
            context.Cancellation);
        return closed;
    }
}
