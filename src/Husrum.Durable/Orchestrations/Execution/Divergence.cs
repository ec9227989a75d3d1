using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>Says where code and history part: the first event that differs, and what the code did instead.</summary>
internal static class Divergence
{
    public static NonDeterminismException Of(string instanceId, int position, string recorded, OrchestratorAction? instead, Task? code, RunContext context) =>
        new($"The code of '{instanceId}' parts from its history at event {position}: {recorded}. Instead the code {Did(instead, code, context)}. "
            + "Was the orchestrator changed while this instance was running? Register the changed one under a new name.");

    /// <summary>The code decided something in an episode whose history does not hold it.</summary>
    public static NonDeterminismException Surplus(string instanceId, int position, OrchestratorAction surplus) =>
        new($"The code of '{instanceId}' parts from its history at event {position}: the episode ends. Instead the code decided {Wording.Of(surplus)} as well.");

    private static string Did(OrchestratorAction? instead, Task? code, RunContext context)
    {
        if (instead is { CompleteOrchestration: { } completion })
            return $"ended as {completion.OrchestrationStatus}";
        if (instead is not null)
            return $"decided {Wording.Of(instead)}";
        if (context.Decisions.FirstPending() is { } pending)
            return $"decided {Wording.Of(pending)}";
        if (code is null)
            return "had not begun";
        if (code.IsCompleted)
            return code.IsCompletedSuccessfully ? "had returned" : $"had failed ({code.Exception?.InnerException?.GetType().Name ?? "cancelled"})";
        return $"waited for {string.Join(", ", context.Calls.Describe().Concat(context.Inbox.Describe()).Take(5))}";
    }
}
