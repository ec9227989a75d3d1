using Husrum.Core.Cases;
using Husrum.Core.Reconciliation.Rules;

namespace Husrum.Core.Reconciliation;

/// <summary>Balances the cases of one kind.</summary>
internal interface ICaseReckoning
{
    /// <summary>The process's name.</summary>
    string Process { get; }

    /// <summary>A case's balance; null where it is gone.</summary>
    Task<CaseBalance?> BalanceAsync(string caseId, CancellationToken cancellation);
}

/// <inheritdoc cref="ICaseReckoning"/>
internal sealed class CaseReckoning<TCase>(CaseBook<TCase> book, CaseRules<TCase> rules, LedgerReader reader) : ICaseReckoning
    where TCase : CaseRecord
{
    /// <inheritdoc />
    public string Process => book.Name;

    /// <inheritdoc />
    public async Task<CaseBalance?> BalanceAsync(string caseId, CancellationToken cancellation)
    {
        if (await book.GetAsync(caseId, cancellation) is not { Value: var @case } stored)
            return null;
        var ledger = await reader.ReadAsync(stored.Partition, caseId, Process, @case.DepartmentId, [@case.PersonId, .. @case.Parties.Select(p => p.PersonId)], cancellation);
        var balance = CaseBalance.Of(ledger, [.. OwedForQuestions.Of(ledger), .. rules.Messages(@case, ledger)]);
        var asked = from question in rules.Questions(@case, ledger)
                    let wrong = question.Wrong(ledger)
                    where wrong is not null
                    select new Imbalance(wrong.Value, caseId, Process, @case.DepartmentId, question.Question, question.At);
        var stage = @case.IsClosed ? null : await book.StageAsync(caseId, cancellation);
        var since = ledger.Timeline.Select(line => line.At).Append(@case.Created).Max();
        var stuck = stage is null ? [] : StuckCases.Of(ledger, stage.Open, since, rules.Rests(@case, ledger.Now));
        return balance with { Imbalances = [.. balance.Imbalances, .. asked, .. stuck] };
    }
}
