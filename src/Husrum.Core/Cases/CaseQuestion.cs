using Husrum.Core.Decisions;

namespace Husrum.Core.Cases;

/// <summary>A step as the question it puts.</summary>
internal sealed class CaseQuestion<TCase>(CaseStep<TCase> step, CaseBook<TCase> book, CaseServices services) : DecisionQuestion
    where TCase : CaseRecord
{
    /// <inheritdoc />
    public override string Name => step.Question;

    /// <inheritdoc />
    public override string DeadlineAnswer => step.Silence;

    /// <inheritdoc />
    public override async Task<DecisionCase?> ReadAsync(DecisionRef decision, CancellationToken cancellation) =>
        await book.GetAsync(decision.CaseId, cancellation) is { } @case ? new CaseDecision<TCase>(step, decision, @case, await NameAsync(@case.Value.PersonId, cancellation), book, services) : null;

    private async Task<string> NameAsync(string personId, CancellationToken cancellation) => (await services.People.GetAsync(personId, cancellation))?.Value.Name ?? "";
}
