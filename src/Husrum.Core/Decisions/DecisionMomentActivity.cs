using Husrum.Durable;

namespace Husrum.Core.Decisions;

/// <summary>Does what a question's plan says for a moment: remind, ask the next one, insist, or close it.</summary>
public sealed class DecisionMomentActivity(DecisionDesk desk) : TaskActivity<DecisionMomentInput, DecisionProgress>
{
    /// <inheritdoc />
    public override Task<DecisionProgress> RunAsync(TaskActivityContext context, DecisionMomentInput input) => desk.MomentAsync(input.Decision, input.Index, context.Cancellation);
}
