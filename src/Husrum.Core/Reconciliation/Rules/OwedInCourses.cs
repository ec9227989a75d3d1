using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Organisations;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What a year with a friend family owes its people, from the record and the calendar: the welcome, a reminder to both sides the evening before each visit, the milestones from the day of the first meeting, the farewell.</summary>
internal static class OwedInCourses
{
    private static readonly TimeOnly Morning = new(9, 0);

    // what people do, and by what the plan changes
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal) { "visit-moved", "visit-off", "day-changed", "paused", "resumed", "consent-withdrawn", "ends", "restarted" };

    /// <summary>The messages.</summary>
    public static IEnumerable<OwedMessage> Messages(FamilyCourse course, CaseLedger ledger) =>
        [.. Of(course, ledger), .. OwedForQuestions.OnWeekdays(ledger, question => question.StartsWith("hto-future-wish--", StringComparison.Ordinal), 5, 10), .. HowItWent(course, ledger)];

    /// <summary>The questions that must have been asked, each with its moment.</summary>
    public static IEnumerable<OwedQuestion> Questions(FamilyCourse course, CaseLedger ledger, Organisation organisation)
    {
        foreach (var visit in OwedVisit.Of(course).Where(v => v.Stands && v.Ends > course.Created))
            yield return new OwedQuestion($"hto-met--{HtoWords.Iso(visit.Week)}", visit.Ends) { MayBeMissing = ledger.When(IsChange).Any(c => c >= visit.Ends && c < visit.Ends.AddDays(7)) };
        foreach (var owed in OwedAboutHolidays.Of(course, organisation, [.. ledger.When(IsChange)]))
            yield return owed;
        var ended = Ended(course, ledger);
        if (OwedForQuestions.Weekday(course.StartedOn.AddMonths(4).AddDays(-15), 1) is var arrange && At(course, arrange) is var visitDue && visitDue < ended)
            yield return new OwedQuestion("hto-childvisit-offer", visitDue);
        if (At(course, course.StartedOn.AddMonths(10)) is var future && future < ended)
            yield return new OwedQuestion("hto-future-wish--family", future);
    }

    private static IEnumerable<OwedMessage> Of(FamilyCourse course, CaseLedger ledger)
    {
        foreach (var party in course.Both)
            yield return new OwedMessage("started", course.Created) { Template = "hto-started", PersonId = party.PersonId };
        var changes = ledger.When(IsChange).ToList();
        foreach (var visit in OwedVisit.Of(course).Where(v => v.Stands && v.Begins > course.Created))
        {
            var at = visit.Reminder > course.Created ? visit.Reminder : course.Created;
            foreach (var party in course.Both)
                yield return new OwedMessage($"visit-reminder {HtoWords.Iso(visit.On)}", at) { Template = "hto-visit-reminder", PersonId = party.PersonId, Or = [.. changes.Where(c => c > at && c < visit.Begins)], MayBeMissing = changes.Any(c => c >= visit.Begins && c < visit.Begins.AddDays(7)) };
        }

        if (At(course, course.StartedOn.AddMonths(3)) is var three && three < Ended(course, ledger))
        {
            foreach (var party in course.Side(Sides.Family))
                yield return new OwedMessage("three-months", three) { Template = "hto-three-months", PersonId = party.PersonId };
        }

        foreach (var (word, template) in new[] { ("visit-moved", "hto-visit-moved"), ("visit-off", "hto-visit-off"), ("paused", "hto-paused"), ("consent-withdrawn", "hto-paused") })
        {
            foreach (var (at, party) in ledger.When(what => what == word).SelectMany(at => course.Both.Select(party => (at, party))))
                yield return new OwedMessage(word, at) { Template = template, PersonId = party.PersonId };
        }

        foreach (var party in Farewell(course, ledger))
            yield return party;
    }

    // family, child's side and whoever referred the child; at 9 on the last day, or when it was decided, where that is later
    private static IEnumerable<OwedMessage> Farewell(FamilyCourse course, CaseLedger ledger)
    {
        var (at, template) = (At(course, OwedVisit.LastDay(course)), course.Ending is null ? "hto-farewell-" : "hto-ended-");
        (string Side, string Template)[] texts = [(Sides.Family, template + "family"), (Sides.Child, template + "child"), (Sides.Referrer, "hto-ended-referrer")];
        var later = ledger.When(word => IsChange(word) || Ends(word)).Where(c => c > at).ToList();
        return from text in texts
               from party in course.Side(text.Side)
               select new OwedMessage("farewell", at) { Template = text.Template, PersonId = party.PersonId, Or = later };
    }

    // two days after the visit, while the family has not told and the year is not over
    private static IEnumerable<OwedMessage> HowItWent(FamilyCourse course, CaseLedger ledger) =>
        from visit in OwedVisit.Of(course)
        let asked = ledger.Asked($"hto-met--{HtoWords.Iso(visit.Week)}")
        where asked is not null && visit.On.AddDays(2) < OwedVisit.LastDay(course)
        from owed in OwedForQuestions.OnDays(ledger, asked, visit.On.AddDays(2))
        select owed;

    private static DateTimeOffset At(FamilyCourse course, DateOnly day) => DanishHours.Utc(day, Morning) is var at && at > course.Created ? at : course.Created;

    private static bool IsChange(string word) => Changes.Contains(word) || word.StartsWith("hto-resume:", StringComparison.Ordinal) || word.StartsWith("hto-prolong:", StringComparison.Ordinal);

    private static bool Ends(string word) => word == "ends" || (word.EndsWith(":stop", StringComparison.Ordinal) && word.StartsWith("hto-", StringComparison.Ordinal));

    // milestones fall away from the moment on at which it was decided to end
    private static DateTimeOffset Ended(FamilyCourse course, CaseLedger ledger) =>
        course.Ending is null ? DateTimeOffset.MaxValue : ledger.When(Ends).DefaultIfEmpty(DanishHours.Utc(course.Ending.On, TimeOnly.MinValue)).Min();
}
