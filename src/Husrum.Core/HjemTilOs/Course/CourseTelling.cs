using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>The messages of a course that are no questions. Appointments are confirmed to both sides ("aftaler bør altid bekræftes på sms", seed 003_c4664cb87c6aa729).</summary>
internal static class CourseTelling
{
    /// <summary>The fixed agreement, to both sides, after the first meeting.</summary>
    public static CaseMessage Started(FamilyCourse course) => CaseMessage.ToParties("hto-started", course.Both, "started", language => Agreed(course, course.Agreements[0], VisitPlan.Of(course)[0].On, language)) with { LinksToStatus = true };

    /// <summary>The day before a visit, to both sides.</summary>
    public static CaseMessage Reminder(FamilyCourse course, Visit visit, DateTimeOffset begins) =>
        CaseMessage.ToParties("hto-visit-reminder", course.Both, $"visit-{HtoWords.Iso(visit.On)}-reminder", language => When(visit, language)) with { LinksToStatus = true, By = NoticeWay.SmsOrEmail, UsefulUntil = begins };

    /// <summary>After three months, to the family: what is theirs to choose now, and what is not allowed.</summary>
    public static CaseMessage ThreeMonths(FamilyCourse course) => CaseMessage.ToParties("hto-three-months", course.Side(Sides.Family), "three-months") with { LinksToStatus = true };

    /// <summary>What follows from a change.</summary>
    public static IEnumerable<CaseMessage> Of(FamilyCourse old, FamilyCourse next, Organisation organisation)
    {
        var change = $"change-{next.Changes}";
        if (old.Changes != next.Changes)
        {
            foreach (var message in OfVisits(old, next, change).Concat(OfPauses(old, next, change)))
                yield return message;
            if (next.Agreements.Count > 0 && !old.Agreements.SequenceEqual(next.Agreements))
                yield return CaseMessage.ToParties("hto-day-changed", next.Both, change + "-day", l => Agreed(next, next.Agreements[^1], FirstUnder(next), l)) with { LinksToStatus = true, By = NoticeWay.SmsOrEmail };
            if (old.ProlongedDays != next.ProlongedDays)
                yield return CaseMessage.ToParties("hto-prolonged", next.Both, change + "-prolonged", l => Anniversary(next, l)) with { LinksToStatus = true };
            foreach (var message in Booked(next, old.ChildVisit, next.ChildVisit, change, organisation).Concat(Booked(next, old.ExtraVisit, next.ExtraVisit, change, organisation)))
                yield return message;
        }

        if (!IsAgreed(old) && IsAgreed(next))
            yield return CaseMessage.ToParties("hto-future-agreed", next.Both, $"future-agreed-{next.Future!.Version}", l => Anniversary(next, l)) with { LinksToStatus = true };
        if (!old.IsOver && next.IsOver)
        {
            var farewell = next.Ending is null ? "farewell" : "ended";
            yield return CaseMessage.ToParties($"hto-{farewell}-family", next.Side(Sides.Family), "farewell") with { LinksToStatus = true };
            yield return CaseMessage.ToParties($"hto-{farewell}-child", next.Side(Sides.Child), "farewell") with { LinksToStatus = true };
            yield return CaseMessage.ToParties("hto-ended-referrer", next.Side(Sides.Referrer), "farewell");
        }
    }

    private static IEnumerable<CaseMessage> OfVisits(FamilyCourse old, FamilyCourse next, string change)
    {
        var before = VisitPlan.Of(old).ToDictionary(v => v.Week);
        var off = next.Visits.Where(v => v.State == VisitState.Off && before.GetValueOrDefault(v.Week)?.State == VisitState.Planned).ToList();
        if (off.Count == 1)
            yield return CaseMessage.ToParties("hto-visit-off", next.Both, change + "-off", l => When(off[0], l)) with { LinksToStatus = true, By = NoticeWay.SmsOrEmail };
        else if (off.Count > 1)
            yield return CaseMessage.ToParties("hto-visits-off", next.Both, change + "-off", l => [new("days", HtoWords.List([.. off.Select(v => v.On)], l))]) with { LinksToStatus = true };
        foreach (var visit in next.Visits.Where(v => v.State == VisitState.Planned && !old.Visits.Contains(v)))
            yield return CaseMessage.ToParties("hto-visit-moved", next.Both, change + "-moved", l => When(visit, l)) with { LinksToStatus = true, By = NoticeWay.SmsOrEmail };
    }

    private static IEnumerable<CaseMessage> OfPauses(FamilyCourse old, FamilyCourse next, string change)
    {
        if (next.Pauses.Count > old.Pauses.Count)
            yield return CaseMessage.ToParties("hto-paused", next.Both, change + "-paused") with { LinksToStatus = true };
        else if (old.IsPaused && !next.IsPaused && VisitPlan.Of(next).FirstOrDefault(v => v.State == VisitState.Planned && v.On > next.Pauses[^1].Until) is { } first)
            yield return CaseMessage.ToParties("hto-resumed", next.Both, change + "-resumed", l => When(first, l)) with { LinksToStatus = true, By = NoticeWay.SmsOrEmail };
    }

    private static IEnumerable<CaseMessage> Booked(FamilyCourse next, Meeting? old, Meeting? now, string change, Organisation organisation)
    {
        if (now?.Booked is not { } time || old?.Booked == time)
            yield break;
        yield return CaseMessage.ToParties("hto-booked", next.Side(Sides.Child), change + "-booked", l => [new("when", DateWords.Moment(time, l))]) with { LinksToStatus = true };
        yield return new CaseMessage("hto-booked-staff", StepAudience.Department, change + "-booked", l => [new("when", DateWords.Moment(time, l)), new("reference", HtoWords.Reference(next.Id)), new("department", organisation.Department(next.DepartmentId)?.Name ?? next.DepartmentId)]);
    }

    private static bool IsAgreed(FamilyCourse course) => course.Future is { FamilyConfirmed: not null, ChildConfirmed: not null };

    private static DateOnly FirstUnder(FamilyCourse course) => VisitPlan.Of(course).FirstOrDefault(v => v.Week >= course.Agreements[^1].Since)?.On ?? course.Agreements[^1].Since;

    private static IEnumerable<KeyValuePair<string, string>> Agreed(FamilyCourse course, Agreement agreement, DateOnly first, string language) =>
        [new("when", HtoWords.When(first, agreement.From, language)), new("brief", HtoWords.Brief(first, agreement.From, language)), new("until", HtoWords.Time(agreement.Until, language))];

    private static IEnumerable<KeyValuePair<string, string>> When(Visit visit, string language) =>
        [new("when", HtoWords.When(visit.On, visit.From, language)), new("brief", HtoWords.Brief(visit.On, visit.From, language))];

    private static IEnumerable<KeyValuePair<string, string>> Anniversary(FamilyCourse course, string language) => [new("anniversary", DateWords.Long(Milestones.Anniversary(course), language))];
}
