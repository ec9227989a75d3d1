using System.Runtime.CompilerServices;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds;

/// <summary>The claims that are not closed.</summary>
internal static class OpenClaims
{
    /// <summary>All of them, by department and time. The look-up is a hint: the claim itself says whether it is open.</summary>
    public static async IAsyncEnumerable<ExpenseClaim> AllAsync(IRegister register, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var place in register.QueryAsync<ClaimPlace>(ClaimIndexes.Open, cancellation: cancellation))
        {
            if (await register.GetAsync<ExpenseClaim>(Partitions.Claim(place.Value.Id), ExpenseClaim.Row, cancellation) is { } claim && !ClaimMoves.IsClosed(claim.Value.State))
                yield return claim.Value;
        }
    }
}
