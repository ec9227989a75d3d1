namespace Husrum.Core.HjemTilOs.Course;

/// <summary>Three visits in a row that did not take place, or of which nobody said anything, are talked about (house rule). Visits called off beforehand count neither way.</summary>
internal static class Misses
{
    /// <summary>So many in a row.</summary>
    public const int Most = 3;

    /// <summary>The week of the last miss of such a row; null where there is none that has not been talked about.</summary>
    public static DateOnly? Row(FamilyCourse course)
    {
        var count = 0;
        DateOnly? last = null;
        foreach (var visit in course.Visits.Where(v => v.State is VisitState.Met or VisitState.NotMet or VisitState.Unheard && v.Week > (course.MissesTalkedUpTo ?? DateOnly.MinValue)))
        {
            count = visit.State == VisitState.Met ? 0 : count + 1;
            last = count >= Most ? visit.Week : last;
            if (visit.State == VisitState.Met)
                last = null;
        }

        return last;
    }
}
