using Husrum.Core.Cases;
using Husrum.Core.Register;

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
                instance = Next(batch, claim, byPersonId);
                return Task.FromResult(true);
            },
            cancellation);
        return instance;
    }

    /// <summary>Puts a new generation in the place of a run that failed. Asked twice, or by two at once, it is done once: the claim's row says which generation is its last.</summary>
    /// <param name="instanceId">The failed run.</param>
    /// <param name="failed">When it failed, UTC: the first run is replaced at once, later ones after a minute, two, four, at most a day.</param>
    /// <param name="byPersonId">Whoever asked for it, which is done at once; null for the program itself.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<RunReplacement> ReplaceAsync(string instanceId, DateTimeOffset failed, string? byPersonId = null, CancellationToken cancellation = default)
    {
        if (!Generations.TryRead(instanceId, "u-", out var claimId, out var generation))
            return RunReplacement.NotOurs;
        if (byPersonId is null && Generations.IsTooEarly(generation, failed, _claims.Now))
            return RunReplacement.Later;
        var outcome = RunReplacement.Superseded; // also where the claim is gone
        await _claims.ChangeAsync(
            claimId,
            (batch, claim) =>
            {
                outcome = claim.Value.Generation == generation ? RunReplacement.Begun : RunReplacement.Superseded;
                if (outcome == RunReplacement.Begun)
                    Next(batch, claim, byPersonId);
                return Task.FromResult(outcome == RunReplacement.Begun);
            },
            cancellation);
        return outcome;
    }

    private string Next(RegisterBatch batch, Stored<ExpenseClaim> claim, string? byPersonId)
    {
        var next = claim.Value with { Generation = claim.Value.Generation + 1, DriverEnded = false };
        ClaimBatch.Change(batch, claim, next, _claims.Now, new TimelineLine(TimelineWords.Restarted, _claims.Now, byPersonId));
        batch.Start(RefundClaim_1.Name, next.InstanceId, new RefundInput(claim.Value.Id));
        return next.InstanceId;
    }
}
