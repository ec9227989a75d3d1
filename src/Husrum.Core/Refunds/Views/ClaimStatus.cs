namespace Husrum.Core.Refunds.Views;

/// <summary>The claimant's own page.</summary>
public sealed class ClaimStatus
{
    /// <summary>What the page shows; null where the link does not work. Changes nothing.</summary>
    public Task<ClaimStatusView?> ViewAsync(string token, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The claimant takes the claim back; possible until it is approved.</summary>
    public Task<WithdrawResult> WithdrawAsync(string token, CancellationToken cancellation = default) => throw new NotImplementedException();
}
