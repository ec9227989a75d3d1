using Husrum.Durable;

namespace Husrum.Core.Decisions;

/// <summary>Puts a question (record, links, messages, state: one batch).</summary>
public sealed class AskDecisionActivity(DecisionDesk desk) : TaskActivity<DecisionRef, DecisionProgress>
{
    /// <inheritdoc />
    public override Task<DecisionProgress> RunAsync(TaskActivityContext context, DecisionRef input) => desk.AskAsync(input, context.Cancellation);
}
