using Husrum.Core.Decisions;
using Husrum.Core.People;

namespace Husrum.Core.Cases;

/// <summary>The steps of one kind as the question they put.</summary>
internal sealed class CaseQuestion<TCase>(string kind, CaseProcess<TCase> process, CaseBook<TCase> book, CaseServices services) : DecisionQuestion
    where TCase : CaseRecord
{
    /// <inheritdoc />
    public override string Name => kind;

    /// <inheritdoc />
    public override async Task<DecisionCase?> ReadAsync(DecisionRef decision, CancellationToken cancellation)
    {
        if (await book.GetAsync(decision.CaseId, cancellation) is not { } @case || process.StepsOf(@case.Value).FirstOrDefault(s => s.Question == decision.Question) is not { } step)
            return null;
        var about = (await services.People.GetAsync(@case.Value.PersonId, cancellation))?.Value.Name ?? "";
        return new CaseDecision<TCase>(step, decision, @case, about, await AwayAsync(step, @case.Value, cancellation), book, services);
    }

    // of one person who is asked alone; staff who are away are left out of the chain instead
    private Task<AwayPeriods> AwayAsync(CaseStep<TCase> step, TCase @case, CancellationToken cancellation)
    {
        var asked = step.Audience switch
        {
            StepAudience.Person => [step.Asks(@case)],
            StepAudience.Party => step.AsksParties(@case),
            _ => [],
        };
        return step.WaitsWhileAway && asked is [var one] ? AwayPeriods.OfAsync(services.Register, one, cancellation) : Task.FromResult(AwayPeriods.None);
    }
}
