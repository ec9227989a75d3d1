using Husrum.Core.Language;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>What people change in a course besides answering. Pure: the case as it becomes, or what is wrong.</summary>
internal static class CourseChanges
{
    /// <summary>A visit moved inside its week ("prøve at rykke det til en anden dag den uge", seed 003_c4664cb87c6aa729).</summary>
    public static Reading<FamilyCourse> Move(FamilyCourse course, DateOnly week, DateOnly day, TimeOnly from, DateOnly today)
    {
        if (VisitPlan.In(course, week) is not { State: VisitState.Planned or VisitState.Off } visit)
            return new Bilingual("Det besøg kan ikke flyttes mere.", "That visit can no longer be moved.");
        if (VisitPlan.WeekOf(day) != week)
            return new Bilingual("Vælg en dag i samme uge.", "Please pick a day in the same week.");
        if (day < today)
            return new Bilingual("Dagen er gået. Vælg i dag eller senere.", "That day has passed. Please pick today or later.");
        if (day >= course.LastDay)
            return new Bilingual("Den dag er året slut.", "The year has ended by that day.");
        var agreement = course.AgreementIn(week);
        var length = agreement.Until - agreement.From;
        if (from.Add(length, out var wrapped) is var until && wrapped > 0)
            return Overnight;
        var moved = visit with { On = day, From = from, Until = until, State = VisitState.Planned };
        return moved == visit ? course : VisitPlan.With(course with { Changes = course.Changes + 1 }, moved);
    }

    /// <summary>A visit called off; there is none that week.</summary>
    public static Reading<FamilyCourse> CallOff(FamilyCourse course, DateOnly week, DateOnly today) =>
        VisitPlan.In(course, week) is not { State: VisitState.Planned } visit || visit.On < today
            ? new Bilingual("Det besøg kan ikke aflyses mere.", "That visit can no longer be cancelled.")
            : VisitPlan.With(course with { Changes = course.Changes + 1 }, visit with { State = VisitState.Off });

    /// <summary>Another fixed day or time, from the week after this one.</summary>
    public static Reading<FamilyCourse> ChangeDay(FamilyCourse course, Agreement agreement, DateOnly today)
    {
        if (agreement.Until <= agreement.From)
            return Overnight;
        var since = VisitPlan.WeekOf(today).AddDays(7);
        if (since >= course.LastDay)
            return new Bilingual("Der er ikke flere besøg i året.", "There are no more visits in the year.");
        var next = agreement with { Since = since };
        // visits that were moved one by one follow the new day too; what was called off stays so
        return course with
        {
            Agreements = [.. course.Agreements.Where(a => a.Since < since), next],
            Visits = [.. course.Visits.Where(v => v.Week < since || v.State != VisitState.Planned)],
            Changes = course.Changes + 1,
        };
    }

    /// <summary>Visits rest.</summary>
    public static Reading<FamilyCourse> Rest(FamilyCourse course, PauseReason reason, DateOnly from, DateOnly? until, DateOnly today)
    {
        if (course.IsPaused && reason is not (PauseReason.Consent or PauseReason.Crisis))
            return new Bilingual("Besøgene er allerede på pause.", "The visits are paused already.");
        if (from < today)
            return new Bilingual("Pausen kan tidligst begynde i dag.", "The pause can begin today at the earliest.");
        if (until < from)
            return new Bilingual("Den sidste dag skal ligge efter den første.", "The last day must be after the first.");
        var pauses = course.Pauses.Select(p => p.IsOver ? p : p with { IsOver = true, Until = today.AddDays(-1) });
        return course with { Pauses = [.. pauses, new Pause(reason, from, until)], Changes = course.Changes + 1 };
    }

    /// <summary>A consent is taken back: visits rest at once.</summary>
    public static Reading<FamilyCourse> Withdraw(FamilyCourse course, string personId, DateTimeOffset now, DateOnly today) =>
        Rest(course, PauseReason.Consent, today, null, today) is { IsOk: true, Value: var paused } ? paused with { ConsentTakenBack = new ConsentTakenBack(personId, now) } : course;

    /// <summary>Visits go on from a day; staff are asked whether the year is prolonged, where the pause took a week or more.</summary>
    public static FamilyCourse Resume(FamilyCourse course, DateOnly today)
    {
        var pause = course.Pauses[^1];
        var next = course with { Pauses = [.. course.Pauses.Take(course.Pauses.Count - 1), pause with { Until = pause.Until < today ? pause.Until : today.AddDays(-1), IsOver = true }], Changes = course.Changes + 1 };
        return next with { AsksToProlong = DaysPaused(next) >= 7 };
    }

    /// <summary>The municipality asks for more: staff answer it.</summary>
    public static FamilyCourse Request(FamilyCourse course, RequestKind what, bool byFamily, DateOnly today) =>
        course with { Requests = [.. course.Requests, new MunicipalityRequest(course.Requests.Count + 1, what, today, byFamily)] };

    /// <summary>How many days the last pause took.</summary>
    public static int DaysPaused(FamilyCourse course) => course.Pauses is [.., { Until: { } until } pause] ? Math.Max(until.DayNumber - pause.From.DayNumber + 1, 0) : 0;

    /// <summary>"Overnatning er ikke tilladt det første år under projektet" (seed 003_c4664cb87c6aa729): a visit ends on the day it begins, and there is nowhere to write that a child sleeps over.</summary>
    private static Bilingual Overnight => new("Besøget skal slutte samme dag: overnatning er ikke tilladt det første år.", "The visit must end the same day: staying overnight is not allowed in the first year.");
}
