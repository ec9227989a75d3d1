namespace Husrum.Core.HjemTilOs.Course;

/// <summary>
/// Whether and how they go on after the year, agreed at about ten months and in force on the anniversary (seed 004_bab00eb426d4101c).
/// The family is always talked to before the parents (seed 003_c4664cb87c6aa729).
/// </summary>
public sealed record FutureAgreement
{
    /// <summary>What the family wishes; null while it is being asked.</summary>
    public FutureWish? Family { get; init; }

    /// <summary>What the child's side wishes; null until the family has answered and they have.</summary>
    public FutureWish? Child { get; init; }

    /// <summary>What they agree on, in plain words written by staff; the same text for both. Personal data.</summary>
    public string Text { get; init; } = "";

    /// <summary>Which wording it is: 1 at first, one more each time it is written anew.</summary>
    public int Version { get; init; }

    /// <summary>When the family confirmed this wording, UTC.</summary>
    public DateTimeOffset? FamilyConfirmed { get; init; }

    /// <summary>When the child's side confirmed this wording, UTC.</summary>
    public DateTimeOffset? ChildConfirmed { get; init; }
}

/// <summary>A wish for the time after the year (the forms of seed 003_c4664cb87c6aa729).</summary>
public enum FutureWish
{
    /// <summary>Once a week, as now.</summary>
    Weekly,

    /// <summary>More rarely.</summary>
    Rarer,

    /// <summary>Longer visits.</summary>
    Longer,

    /// <summary>From time to time.</summary>
    FromTimeToTime,

    /// <summary>Not go on.</summary>
    Stop,

    /// <summary>They want to talk about it, or did not answer: staff call.</summary>
    Talk,
}
