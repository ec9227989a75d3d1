using Husrum.Core.HjemTilOs.Course;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>A visit that the agreement and what people changed in it make: one each week, but where it was called off or the visits rest (seed 004_bab00eb426d4101c: "en fast aftale om ugedag").</summary>
/// <param name="Week">The Monday of its week.</param>
/// <param name="On">Its day.</param>
/// <param name="From">When it begins, wall time.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Stands">False where it was called off.</param>
internal sealed record OwedVisit(DateOnly Week, DateOnly On, TimeOnly From, TimeOnly Until, bool Stands)
{
    /// <summary>UTC.</summary>
    public DateTimeOffset Begins => DanishHours.Utc(On, From);

    /// <summary>UTC.</summary>
    public DateTimeOffset Ends => DanishHours.Utc(On, Until);

    /// <summary>The evening before: 17:00 by the clock on the wall (rules-and-sources.md 4.1, 6).</summary>
    public DateTimeOffset Reminder => DanishHours.Utc(On.AddDays(-1), new TimeOnly(17, 0));

    /// <summary>All visits of a year, those that rest left out.</summary>
    public static IReadOnlyList<OwedVisit> Of(FamilyCourse course)
    {
        var visits = new List<OwedVisit>();
        var last = LastDay(course);
        for (var monday = Monday(course.StartedOn).AddDays(7); monday <= last; monday = monday.AddDays(7))
        {
            var agreement = course.Agreements.LastOrDefault(a => a.Since <= monday) ?? course.Agreements[0];
            var day = monday;
            while (day.DayOfWeek != agreement.Day)
                day = day.AddDays(1);
            var known = course.Visits.FirstOrDefault(v => v.Week == monday);
            var visit = known is null ? new OwedVisit(monday, day, agreement.From, agreement.Until, true) : new OwedVisit(monday, known.On, known.From, known.Until, known.State != VisitState.Off);
            if (visit.On >= last && known is not { State: not (VisitState.Planned or VisitState.Off) })
                continue; // moved beyond the last day, it is none; moved before it, it is one
            if (known is { State: not VisitState.Planned } || !course.Pauses.Any(p => visit.On >= p.From && (p.Until is null || visit.On <= p.Until)))
                visits.Add(visit);
        }

        return visits;
    }

    /// <summary>A year after the first meeting and the days it was prolonged by; or the day it was decided to end, if that is before.</summary>
    public static DateOnly LastDay(FamilyCourse course)
    {
        var year = course.StartedOn.AddMonths(12).AddDays(course.ProlongedDays);
        return course.Ending is { } ending && ending.On < year ? ending.On : year;
    }

    private static DateOnly Monday(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday)
            day = day.AddDays(-1);
        return day;
    }
}
