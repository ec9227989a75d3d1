namespace Husrum.Core.Cases;

/// <summary>Which case. Ids and words only: it travels through histories.</summary>
/// <param name="Process">The process's name.</param>
/// <param name="CaseId">The case.</param>
public sealed record CaseRef(string Process, string CaseId);

/// <summary>Where the register says a case stands, for its orchestrator. Words, numbers and times only.</summary>
/// <param name="State">A word; null where the case is gone.</param>
/// <param name="IsClosed">True when nothing more happens in it.</param>
/// <param name="Open">The questions it asks now.</param>
/// <param name="WakeAt">When to look after its moments, UTC; null where nothing happens in it by itself.</param>
public sealed record CaseStage(string? State, bool IsClosed, IReadOnlyList<OpenStep> Open, DateTimeOffset? WakeAt = null);

/// <summary>A question a case asks now.</summary>
/// <param name="Question">Its name.</param>
/// <param name="Round">Which time.</param>
/// <param name="NotBefore">Not asked before this, UTC; null = at once.</param>
public sealed record OpenStep(string Question, int Round, DateTimeOffset? NotBefore);

/// <summary>The event that tells an orchestration that its case has changed by something that was no answer. It only wakes it: what happened is read from the register.</summary>
/// <param name="What">A word.</param>
public sealed record CaseChanged(string What)
{
    /// <summary>The event's name.</summary>
    public const string EventName = "changed";
}
