using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Refunds;

/// <summary>Whoever has a claim under way stays. Closed claims keep what the bookkeeping needs themselves, for five years, and hold nobody (rules-and-sources.md 2.5).</summary>
internal sealed class ClaimHold(IRegister register) : IPersonHold
{
    /// <inheritdoc />
    public async Task<bool> HoldsAsync(string personId, CancellationToken cancellation)
    {
        await foreach (var place in register.QueryAsync<ClaimPlace>(ClaimIndexes.Open, cancellation: cancellation))
        {
            if (await register.GetAsync<ExpenseClaim>(Partitions.Claim(place.Value.Id), ExpenseClaim.Row, cancellation) is { } claim && claim.Value.ClaimantId == personId)
                return true;
        }

        return false;
    }
}
