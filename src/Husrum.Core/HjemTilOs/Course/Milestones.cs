using Husrum.Core.Calendar;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>The year's dates, each counted from the first meeting (never from one another: 31 October and four months is 28 February), by the clock on the wall.</summary>
internal static class Milestones
{
    /// <summary>The hour at which they happen: people find it at the start of their day.</summary>
    public static readonly TimeOnly At = new(9, 0);

    private const int StableMonths = 3;
    private const int ChildVisitMonths = 4;
    private const int FutureMonths = 10;
    private const int DaysToArrange = 14;

    /// <summary>The first three months, especially stable, are over (seed 003_c4664cb87c6aa729).</summary>
    public static DateOnly StableOver(FamilyCourse course) => DueDates.AddMonths(course.StartedOn, StableMonths);

    /// <summary>The months after which the family is asked whether everybody at home is still glad of it: between the other talks (house rule; "løbende", seed 003_c4664cb87c6aa729).</summary>
    public static readonly IReadOnlyList<int> Glad = [2, 6, 8];

    /// <summary>When it is asked after so many months.</summary>
    public static DateOnly GladAfter(FamilyCourse course, int months) => DueDates.AddMonths(course.StartedOn, months);

    /// <summary>About when the child is visited: "efter ca. 4 mdr." (seed 004_bab00eb426d4101c).</summary>
    public static DateOnly ChildVisit(FamilyCourse course) => DueDates.AddMonths(course.StartedOn, ChildVisitMonths);

    /// <summary>When staff begin to arrange it: two weeks before, on a weekday.</summary>
    public static DateOnly ArrangeChildVisit(FamilyCourse course) => Weekdays.OnOrAfter(ChildVisit(course).AddDays(-DaysToArrange));

    /// <summary>About when the future agreement is talked about: "efter ca. 10 måneder" (seed 004_bab00eb426d4101c).</summary>
    public static DateOnly Future(FamilyCourse course) => DueDates.AddMonths(course.StartedOn, FutureMonths);

    /// <summary>The anniversary of the first meeting; later by the days the year was prolonged.</summary>
    public static DateOnly Anniversary(FamilyCourse course) => DueDates.AddYears(course.StartedOn, 1).AddDays(course.ProlongedDays);

    /// <summary>A day at the milestones' hour, UTC.</summary>
    public static DateTimeOffset Moment(DateOnly day) => WallTime.ToUtc(day, At);
}
