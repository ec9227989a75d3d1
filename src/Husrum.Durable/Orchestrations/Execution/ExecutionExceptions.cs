namespace Husrum.Durable;

/// <summary>The orchestrator's code did something else than its history says. The instance cannot go on with this code.</summary>
public sealed class NonDeterminismException(string message) : Exception(message);

/// <summary>No orchestrator of the name an instance was started with is registered in this program.</summary>
public sealed class UnknownOrchestratorException(string name)
    : Exception($"No orchestrator named '{name}' is registered in this program.")
{
    /// <summary>The name asked for.</summary>
    public string Name { get; } = name;
}

/// <summary>A history that this program cannot read: an event of a kind it does not know, or events that cannot belong together.</summary>
public sealed class InvalidHistoryException(string message) : Exception(message);
