using Husrum.Core.Cases;
using Husrum.Core.Reconciliation.Rules;
using Husrum.Core.Refunds;
using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>Balances expense claims.</summary>
internal sealed class ClaimReckoning(IRegister register, LedgerReader reader) : ICaseReckoning
{
    /// <inheritdoc />
    public string Process => "refund";

    /// <inheritdoc />
    public async Task<CaseBalance?> BalanceAsync(string caseId, CancellationToken cancellation)
    {
        if (await register.GetAsync<ExpenseClaim>(Partitions.Claim(caseId), ExpenseClaim.Row, cancellation) is not { Value: var claim } stored)
            return null;
        var ledger = await reader.ReadAsync(stored.Partition, caseId, Process, claim.DepartmentId, [], cancellation);
        var balance = CaseBalance.Of(ledger, [.. OwedForQuestions.Of(ledger), .. OwedInClaims.Of(claim, ledger)]);
        var since = ledger.Timeline.Select(line => line.At).Append(claim.Created).Max();
        OpenStep[] open = OwedInClaims.WaitsFor(claim) is { } question ? [new OpenStep(question, claim.Round, null)] : [];
        // what is approved waits for the treasurer, who is reminded
        return balance with { Imbalances = [.. balance.Imbalances, .. StuckCases.Of(ledger, open, since, rests: open.Length == 0)] };
    }
}
