namespace Husrum.Durable;

/// <summary>An orchestrator as the executor sees it, without its types.</summary>
public interface ITaskOrchestrator
{
    /// <summary>The type the instance's input is read as.</summary>
    Type InputType { get; }

    /// <summary>Runs (or replays) the orchestrator on the executor's thread.</summary>
    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}

/// <summary>
/// A durable process. The code must be deterministic: clock, ids, randomness, I/O and threads come from <see cref="TaskOrchestrationContext"/> only.
/// </summary>
/// <typeparam name="TInput">Input, serialised as JSON. Ids only, never personal data: it stays in the history.</typeparam>
/// <typeparam name="TOutput">Result, serialised as JSON. Ids only.</typeparam>
public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    Type ITaskOrchestrator.InputType => typeof(TInput);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input) => await RunAsync(context, (TInput)input!);

    /// <summary>The process from its start to its end, on one screen.</summary>
    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);
}
