using Husrum.Core.Calendar;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A year as it is drawn: from its first day to its last, with what has been, what is next and what is to come.</summary>
/// <param name="From">The first meeting, local date.</param>
/// <param name="Until">The last day, local date.</param>
/// <param name="Today">Local date.</param>
/// <param name="Visits">Its visits, in order.</param>
/// <param name="Marks">Its dates, in order.</param>
/// <param name="Pauses">Stretches without visits, first and last day.</param>
public sealed record CoursePicture(DateOnly From, DateOnly Until, DateOnly Today, IReadOnlyList<Visit> Visits, IReadOnlyList<CourseMark> Marks, IReadOnlyList<(DateOnly From, DateOnly Until)> Pauses)
{
    /// <summary>The next visit, or null.</summary>
    public Visit? Next => Visits.FirstOrDefault(v => v.State == VisitState.Planned && v.On >= Today);

    /// <summary>The year as one of its sides sees it: only what is theirs; null for staff, who see all of it.</summary>
    public static CoursePicture Of(FamilyCourse course, Organisation organisation, string? side, DateOnly today)
    {
        var last = course.LastDay;
        CourseMark?[] marks =
        [
            new(course.StartedOn, new("Første møde", "First meeting"), true),
            side == Sides.Child ? null : new(Milestones.StableOver(course), new("De første tre måneder er gået", "The first three months are over"), Passed("three-months")),
            side == Sides.Family ? null : course.ChildVisit?.HeldOn is { } held ? new(held, new("Børnebesøg", "Child visit"), true) : new(course.ChildVisit?.Booked is { } booked ? WallTime.LocalDate(booked) : Milestones.ChildVisit(course), new("Børnebesøg", "Child visit"), false),
            new(Milestones.Future(course), new("Vi taler om tiden efter året", "We talk about the time after the year"), course.Future is { FamilyConfirmed: not null, ChildConfirmed: not null }),
            new(last, course.Ending is null ? new("Året slutter, og vi siger farvel", "The year ends, and we say goodbye") : new("Forløbet slutter", "The visits end"), course.IsOver),
            .. HolidayPlan.Of(course, organisation).Select(p => new CourseMark(p.Visits[0].On, p.Name, p.Visits[^1].On < today) { IsHoliday = true }),
        ];
        var pauses = course.Pauses.Select(p => (p.From, p.Until is { } until && until < last ? until : last)).Where(p => p.Item1 <= p.Item2);
        return new CoursePicture(course.StartedOn, last, today, VisitPlan.Of(course), [.. marks.OfType<CourseMark>().Where(m => m.On <= last).OrderBy(m => m.On)], [.. pauses]);
        bool Passed(string key) => course.Passed.Contains(key, StringComparer.Ordinal);
    }
}

/// <summary>A date of the year.</summary>
/// <param name="On">Local date.</param>
/// <param name="What">In words.</param>
/// <param name="IsDone">True once it has been.</param>
public sealed record CourseMark(DateOnly On, Bilingual What, bool IsDone)
{
    /// <summary>True for a holiday in which visits fall.</summary>
    public bool IsHoliday { get; init; }
}
