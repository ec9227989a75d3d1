namespace Husrum.Core.Refunds.Views;

/// <summary>The approvers' links: look, and decide once.</summary>
public sealed class ClaimDecisions
{
    /// <summary>What the page shows; null where the link does not work. Changes nothing.</summary>
    public Task<DecisionView?> ViewAsync(string token, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Records a decision: link used, decision answered and event raised, in one batch; the first one counts.</summary>
    public Task<DecideResult> DecideAsync(string token, DecisionInput input, CancellationToken cancellation = default) => throw new NotImplementedException();
}
