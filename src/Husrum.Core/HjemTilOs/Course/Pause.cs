namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A stretch without visits. Reminders stop; the year's milestones stay where they are.</summary>
/// <param name="Reason">Why.</param>
/// <param name="From">First day, local date.</param>
/// <param name="Until">Last day, local date; null where nobody knows yet.</param>
/// <param name="IsOver">True once visits go on again.</param>
public sealed record Pause(PauseReason Reason, DateOnly From, DateOnly? Until, bool IsOver = false)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Covers(DateOnly day) => day >= From && (Until is null || day <= Until);
}

/// <summary>A consent taken back on the year's page.</summary>
/// <param name="PersonId">By whom.</param>
/// <param name="At">UTC.</param>
public sealed record ConsentTakenBack(string PersonId, DateTimeOffset At);

/// <summary>Why visits rest.</summary>
public enum PauseReason
{
    /// <summary>Somebody is ill.</summary>
    Illness,

    /// <summary>Away for long.</summary>
    Holiday,

    /// <summary>Somebody is moving.</summary>
    Moving,

    /// <summary>Something else.</summary>
    Other,

    /// <summary>A custody holder has withdrawn their consent: visits rest at once (rules-and-sources.md 1.13).</summary>
    Consent,

    /// <summary>Something serious has happened.</summary>
    Crisis,

    /// <summary>A certificate is missing in the family, and staff have said that visits rest until it is there: then they go on by themselves.</summary>
    Certificate,
}
