namespace Husrum.Core.Refunds.Views;

/// <summary>Open claims for a staff member: of their departments; leaders, treasurers and operators see all.</summary>
public sealed class ClaimWorklist
{
    /// <summary>The claims, oldest first; empty for one who is no staff.</summary>
    public Task<IReadOnlyList<WorklistItem>> ForAsync(string personId, CancellationToken cancellation = default) => throw new NotImplementedException();
}
