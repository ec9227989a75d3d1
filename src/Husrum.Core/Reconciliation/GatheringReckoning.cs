using Husrum.Core.Gatherings;
using Husrum.Core.Reconciliation.Rules;

namespace Husrum.Core.Reconciliation;

/// <summary>Balances gatherings.</summary>
internal sealed class GatheringReckoning(GatheringBook book, LedgerReader reader) : ICaseReckoning
{
    public const string Name = "gathering";

    // its guests are noted when they were there; after two weeks it is over
    private const int DaysToClose = 15;

    /// <inheritdoc />
    public string Process => Name;

    /// <inheritdoc />
    public async Task<CaseBalance?> BalanceAsync(string caseId, CancellationToken cancellation)
    {
        if (await book.GetAsync(caseId, cancellation) is not { Value: var gathering } stored)
            return null;
        var guests = (await book.GuestsAsync(caseId, cancellation)).Select(g => g.Value).ToList();
        var ledger = await reader.ReadAsync(stored.Partition, caseId, Name, gathering.DepartmentId, guests.Select(g => g.PersonId), cancellation);
        var balance = CaseBalance.Of(ledger, OwedToGuests.Of(gathering, guests));
        var closes = gathering.Ends.AddDays(DaysToClose);
        return gathering.State == GatheringState.Planned && closes < ledger.Now
            ? balance with { Imbalances = [.. balance.Imbalances, new Imbalance(ImbalanceKind.Stuck, caseId, Name, gathering.DepartmentId, "nobody's turn", closes)] }
            : balance;
    }
}
