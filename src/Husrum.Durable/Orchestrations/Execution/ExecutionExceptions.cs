namespace Husrum.Durable;

/// <summary>
/// This program cannot run the instance on. Nothing is decided and nothing is lost: with a mended program (or history) the instance goes on where it was.
/// The base of all that <see cref="OrchestrationExecutor"/> throws for an instance's sake; a failure of the orchestrator's own is an answer, not an exception.
/// </summary>
public abstract class OrchestrationHaltedException : Exception
{
    private protected OrchestrationHaltedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>The orchestrator's code did something else than its history says. The message names the first event that differs and what the code did instead.</summary>
public class NonDeterminismException(string message) : OrchestrationHaltedException(message);

/// <summary>Orchestrator code ran, or waits, outside the executor's turn (<c>Task.Run</c>, <c>Task.Delay</c>, <c>ConfigureAwait(false)</c>, …), so that no replay would do the same again.</summary>
public sealed class EscapedContinuationException(string message) : NonDeterminismException(message);

/// <summary>The orchestrator an instance was started with is not registered in this program, or cannot be made.</summary>
public sealed class UnknownOrchestratorException(string name, Exception? inner = null)
    : OrchestrationHaltedException(inner is null ? $"No orchestrator named '{name}' is registered in this program." : $"The orchestrator named '{name}' cannot be made: {inner.Message}", inner)
{
    /// <summary>The name asked for.</summary>
    public string Name { get; } = name;
}

/// <summary>A history that this program cannot read: it holds an event of a kind it does not know.</summary>
public sealed class InvalidHistoryException(string message) : OrchestrationHaltedException(message);
