using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds.Approval;

/// <summary>Please send what is missing: asked of the claimant, until the claim lapses.</summary>
internal sealed class CompletionQuestion(IRegister register, PersonalLinks links) : DecisionQuestion
{
    /// <inheritdoc />
    public override string Name => RefundQuestions.Complete;

    /// <inheritdoc />
    public override string DeadlineAnswer => Answers.Lapsed;

    /// <inheritdoc />
    public override async Task<DecisionCase?> ReadAsync(DecisionRef decision, CancellationToken cancellation) =>
        await register.GetAsync<ExpenseClaim>(decision.Partition, ExpenseClaim.Row, cancellation) is { } claim ? new CompletionCase(decision, claim, links) : null;
}
