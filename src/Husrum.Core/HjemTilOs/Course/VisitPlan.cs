namespace Husrum.Core.HjemTilOs.Course;

/// <summary>
/// The visits of a year: one a week, the first in the week after the first meeting ("besøgene starter som udgangspunkt ugen efter"), for one year (seed 004_bab00eb426d4101c).
/// A week's visit follows the agreement that holds in that week, unless it was moved, called off or is over: that stands in the case.
/// Whether it lies before the last day is asked of the day on which it is, not of the one on which it would have been: both may be moved.
/// </summary>
internal static class VisitPlan
{
    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>All visits, in order; those that fall into a pause are left out, unless it is known what became of them.</summary>
    public static IReadOnlyList<Visit> Of(FamilyCourse course)
    {
        var known = course.Visits.ToDictionary(v => v.Week);
        var visits = new List<Visit>();
        var last = course.LastDay;
        for (var week = WeekOf(course.StartedOn).AddDays(7); week <= last; week = week.AddDays(7))
        {
            var visit = known.GetValueOrDefault(week) ?? Planned(course.AgreementIn(week), week);
            var isToCome = visit.State is VisitState.Planned or VisitState.Off;
            if (!(isToCome && visit.On >= last) && !(visit.State == VisitState.Planned && course.IsPausedOn(visit.On)))
                visits.Add(visit);
        }

        return visits;
    }

    /// <summary>The visit of a week, or null.</summary>
    public static Visit? In(FamilyCourse course, DateOnly week) => Of(course).FirstOrDefault(v => v.Week == week);

    /// <summary>The case with this as its week's visit.</summary>
    public static FamilyCourse With(FamilyCourse course, Visit visit) => course with { Visits = [.. course.Visits.Where(v => v.Week != visit.Week).Append(visit).OrderBy(v => v.Week)] };

    private static Visit Planned(Agreement agreement, DateOnly week) => new(week, week.AddDays(((int)agreement.Day + 6) % 7), agreement.From, agreement.Until);
}
