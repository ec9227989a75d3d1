namespace Husrum.Core.Reconciliation;

/// <summary>A message that somebody should have had, by the records and the calendar. Known by its template, or by the step in its key; to a person, or to anybody where staff share it.</summary>
/// <param name="Rule">A word for what makes it due, such as <c>visit-reminder</c>.</param>
/// <param name="At">UTC: when it should be written.</param>
internal sealed record OwedMessage(string Rule, DateTimeOffset At)
{
    /// <summary>The catalogue's name; null where the step says which.</summary>
    public string? Template { get; init; }

    /// <summary>The step in the key; null where the template says which.</summary>
    public string? Step { get; init; }

    /// <summary>Who gets it; null for whoever is in office.</summary>
    public string? PersonId { get; init; }

    /// <summary>Later moments at which it may be written instead, because somebody changed something then.</summary>
    public IReadOnlyList<DateTimeOffset> Or { get; init; } = [];

    /// <summary>True where it may be missing or late: somebody changed what it is about after it was of use.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>True where it waits for a person to be at home, so that only its coming counts and not its hour.</summary>
    public bool AnyLater { get; init; }
}
