namespace Husrum.Durable.Execution;

/// <summary>What a numbered decision of an orchestrator is.</summary>
internal enum CallKind
{
    Activity,
    Timer,
    SubOrchestration,
    SentEvent,
    Completion,
}

/// <summary>A decision that waits for its outcome.</summary>
internal interface IOpenCall
{
    CallKind Kind { get; }

    string Name { get; }

    /// <summary>Gives the waiting code its result, or the error that the result cannot be read.</summary>
    void Complete(string? result);

    void Fail(TaskFailureDetails details);
}
