namespace Husrum.Core.HjemTilOs.Course;

/// <summary>How a course comes to its end.</summary>
internal static class CourseEnd
{
    /// <summary>The case with a duty of its ending done.</summary>
    public static FamilyCourse Done(FamilyCourse course, string duty, DateOnly today) => course.Ending is not { } ending ? course
        : Close(course with { Ending = ending with { Duties = [.. ending.Duties.Where(d => d != duty)] } }, today);

    /// <summary>The farewell has gone. Closed, if nothing is left to do.</summary>
    public static FamilyCourse Over(FamilyCourse course, DateOnly today) => Close(course with { IsOver = true }, today);

    /// <summary>The case as it is when it shall end.</summary>
    public static FamilyCourse Begin(FamilyCourse course, EndingReason reason, DateOnly on, DateOnly today)
    {
        var day = EndingRules.StopsAtOnce(reason) || on < today ? today : on;
        var last = Milestones.Anniversary(course);
        return course with { Ending = new Ending(reason, day < last ? day : last, EndingRules.DutiesOf(reason)), AsksToProlong = false };
    }

    private static FamilyCourse Close(FamilyCourse course, DateOnly today) => course is { IsOver: true, ClosedOn: null } && course.Ending is null or { Duties.Count: 0 } ? course with { ClosedOn = today } : course;
}
