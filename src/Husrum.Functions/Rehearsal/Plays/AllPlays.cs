namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>Every process that can be rehearsed.</summary>
internal static class AllPlays
{
    /// <summary>In the order in which people meet them.</summary>
    public static IReadOnlyList<Play> List { get; } = [new CoursePlay(), new FamilyPlay(), new ReferralPlay(), new MatchPlay(), new VolunteerPlay(), new LeavePlay(), new RefundPlay()];
}
