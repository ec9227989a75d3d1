using Husrum.Core.Cases;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.People;

/// <summary>Staff stay: what they decided names them.</summary>
internal sealed class StaffHold(StaffDirectory staff) : IPersonHold
{
    /// <inheritdoc />
    public async Task<bool> HoldsAsync(string personId, CancellationToken cancellation) => await staff.GetAsync(personId, cancellation) is not null;
}

/// <summary>Whoever has a case, open or kept, stays as long as it.</summary>
internal sealed class CaseHold(IRegister register) : IPersonHold
{
    /// <inheritdoc />
    public async Task<bool> HoldsAsync(string personId, CancellationToken cancellation)
    {
        await foreach (var _ in register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
            return true;
        return false;
    }
}
