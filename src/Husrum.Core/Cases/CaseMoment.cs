namespace Husrum.Core.Cases;

/// <summary>
/// Something that happens in a case by itself at a moment, without anybody being asked: a reminder of a visit, three months over, an anniversary.
/// It happens once. The moment is worked out anew whenever the case is read (wall time, from the original date), and stands in the case's timeline once it has passed.
/// </summary>
/// <typeparam name="TCase">The case.</typeparam>
/// <param name="Key">Its name, the only one of its kind in the case, such as <c>visit-2027-03-25-reminder</c>: ids, dates and words.</param>
/// <param name="Due">UTC.</param>
public sealed record CaseMoment<TCase>(string Key, DateTimeOffset Due)
    where TCase : CaseRecord
{
    /// <summary>From then on its messages are of no use and are left out, UTC; what it makes of the case holds all the same. Null = always useful.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>What it makes of the case; null where nothing but that it has passed.</summary>
    public Func<TCase, MomentPassed, TCase>? After { get; init; }

    /// <summary>Its messages, from the case as it is afterwards; null for none but those the change itself has.</summary>
    public Func<TCase, IEnumerable<CaseMessage>>? Tell { get; init; }

    /// <summary>Its word in the timeline; null for no line.</summary>
    public string? Word { get; init; }
}

/// <summary>A moment that has passed.</summary>
/// <param name="Due">When it was to be, UTC.</param>
/// <param name="At">When it was seen to have passed, UTC.</param>
/// <param name="InTime">False where its messages had become useless by then.</param>
public sealed record MomentPassed(DateTimeOffset Due, DateTimeOffset At, bool InTime);
