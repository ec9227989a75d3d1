namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A week's visit.</summary>
/// <param name="Week">The Monday of its week: stays the same when the visit is moved.</param>
/// <param name="On">Its day, local date.</param>
/// <param name="From">When it begins, by the clock on the wall.</param>
/// <param name="Until">When it ends, the same day.</param>
/// <param name="State">What became of it. Nothing more is kept: what they did is theirs (rules-and-sources.md 0.6).</param>
public sealed record Visit(DateOnly Week, DateOnly On, TimeOnly From, TimeOnly Until, VisitState State = VisitState.Planned);

/// <summary>What became of a visit.</summary>
public enum VisitState
{
    /// <summary>It is to come.</summary>
    Planned,

    /// <summary>Called off beforehand.</summary>
    Off,

    /// <summary>Its time is over; the family has not said yet whether they met.</summary>
    Over,

    /// <summary>They met.</summary>
    Met,

    /// <summary>They did not meet.</summary>
    NotMet,

    /// <summary>The family did not say.</summary>
    Unheard,
}
