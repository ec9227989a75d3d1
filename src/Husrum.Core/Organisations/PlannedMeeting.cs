using Husrum.Core.Gatherings;

namespace Husrum.Core.Organisations;

/// <summary>
/// A meeting whose date the organisation has set long ahead: the volunteer meeting of each quarter, supervision about as often (seed 000_bdc1a1e861ad6537; rules-and-sources.md 1.1 V32 and V33).
/// It stands on staff's list from then on, and its invitations go out by themselves.
/// </summary>
/// <param name="Id">Small letters, digits and hyphens; never changes and is never used again: a meeting is made of it once.</param>
/// <param name="Kind">What for.</param>
/// <param name="Department">A department's id, or <see cref="Gathering.AllDepartments"/>.</param>
/// <param name="Date">Local date.</param>
/// <param name="From">Local time.</param>
/// <param name="Until">Local time, later than <paramref name="From"/>.</param>
/// <param name="Place">Where; an https address alone where it is held online.</param>
public sealed record PlannedMeeting(string Id, GatheringKind Kind, string Department, DateOnly Date, TimeOnly From, TimeOnly Until, string Place)
{
    /// <summary>How many days before the invitations go out, where nothing else is said.</summary>
    public const int UsualInviteDays = 28;

    /// <summary>What else one should know; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Only those with one of these functions; empty for all.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>The invitations go out so many days before, at 09:00 Danish time.</summary>
    public int InviteDaysBefore { get; init; } = UsualInviteDays;
}
