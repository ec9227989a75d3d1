using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>What happens by itself in a course, past and to come.</summary>
internal static class CourseMoments
{
    /// <summary>When reminders go, the day before: after work, and early enough to be answered.</summary>
    public static readonly TimeOnly ReminderAt = new(17, 0);

    private const int DaysToAskInTime = 21;

    /// <summary>All of them.</summary>
    public static IEnumerable<CaseMoment<FamilyCourse>> Of(FamilyCourse course, Organisation organisation)
    {
        yield return new("started", course.Created) { Tell = c => [CourseTelling.Started(c)] };
        foreach (var moment in VisitPlan.Of(course).SelectMany(OfVisit).Concat(HolidayPlan.Of(course, organisation).Where(p => p.Standing.Count > 0).Select(OfHoliday)).Concat(OfYear(course)))
            yield return moment;
        if (course.Pauses is [.., { IsOver: false, Until: { } until }])
            yield return new($"resume-{course.Pauses.Count}", WallTime.ToUtc(until.AddDays(1), SendWindow.Opens)) { Word = CourseWords.Resumed, After = (c, passed) => CourseChanges.Resume(c, WallTime.LocalDate(passed.Due)) };
    }

    private static IEnumerable<CaseMoment<FamilyCourse>> OfVisit(Visit visit)
    {
        if (visit.State != VisitState.Planned)
            yield break;
        var begins = WallTime.ToUtc(visit.On, visit.From);
        yield return new($"visit-{HtoWords.Iso(visit.On)}-reminder", WallTime.ToUtc(visit.On.AddDays(-1), ReminderAt))
        {
            UsefulUntil = begins,
            Tell = course => [CourseTelling.Reminder(course, visit, begins)],
        };
        yield return new($"visit-{HtoWords.Iso(visit.On)}-over", WallTime.ToUtc(visit.On, visit.Until)) { After = (course, _) => VisitPlan.With(course, visit with { State = VisitState.Over }) };
    }

    private static CaseMoment<FamilyCourse> OfHoliday(HolidayPeriod period) => new($"holiday-{HtoWords.Iso(period.From)}", Milestones.Moment(period.Visits[0].On.AddDays(-HolidayPlan.DaysAhead)))
    {
        After = (course, _) => course with { HolidaysAsked = [.. course.HolidaysAsked, period.From] },
    };

    // one that was due long ago, in a year that began before this was asked, is not asked
    private static CaseMoment<FamilyCourse> OfGlad(FamilyCourse course, int month) => new(FormattableString.Invariant($"glad-{month}"), Milestones.Moment(Milestones.GladAfter(course, month)))
    {
        UsefulUntil = Milestones.Moment(Milestones.GladAfter(course, month).AddDays(DaysToAskInTime)),
        After = (c, passed) => passed.InTime ? c with { GladAsked = [.. c.GladAsked, month] } : c,
    };

    private static IEnumerable<CaseMoment<FamilyCourse>> OfYear(FamilyCourse course)
    {
        if (course.Ending is null)
        {
            yield return new("three-months", Milestones.Moment(Milestones.StableOver(course))) { Word = CourseWords.ThreeMonths, Tell = c => [CourseTelling.ThreeMonths(c)] };
            yield return new("child-visit", Milestones.Moment(Milestones.ArrangeChildVisit(course))) { Word = CourseWords.ChildVisit, After = (c, _) => c with { ChildVisit = c.ChildVisit ?? new Meeting() } };
            foreach (var month in Milestones.Glad)
                yield return OfGlad(course, month);
            yield return new("future", Milestones.Moment(Milestones.Future(course))) { Word = CourseWords.Future, After = (c, _) => c with { Future = c.Future ?? new FutureAgreement() } };
        }

        if (!course.IsOver)
            yield return new($"over-{HtoWords.Iso(course.LastDay)}", Milestones.Moment(course.LastDay)) { Word = CourseWords.Over, After = (c, passed) => CourseEnd.Over(c, WallTime.LocalDate(passed.Due)) };
    }
}
