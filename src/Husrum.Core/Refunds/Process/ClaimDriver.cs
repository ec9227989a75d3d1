
namespace Husrum.Core.Refunds.Process;

/// <summary>Sets a claim going again whose run has failed or was lost. The new generation picks up at the stage the record says; whatever was done stays done.</summary>
public sealed class ClaimDriver
{
    private readonly ClaimBook _claims;

    internal ClaimDriver(ClaimBook claims) => _claims = claims;

    /// <summary>Starts a new generation. The old run, should it still live, does nothing twice: all its effects carry keys.</summary>
    /// <returns>The new instance's id; null where there is no such claim.</returns>
    public async Task<string?> RestartAsync(string claimId, string? byPersonId, CancellationToken cancellation = default)
    {
        string? instance = null;
        await _claims.ChangeAsync(
            claimId,
            (batch, claim) =>
            {
                var next = claim.Value with { Generation = claim.Value.Generation + 1, DriverEnded = false };
                ClaimBatch.Change(batch, claim, next, _claims.Now, new TimelineLine(TimelineWords.Restarted, _claims.Now, byPersonId));
                batch.Start(RefundClaim_1.Name, next.InstanceId, new RefundInput(claimId));
                instance = next.InstanceId;
                return Task.FromResult(true);
            },
            cancellation);
        return instance;
    }
}
