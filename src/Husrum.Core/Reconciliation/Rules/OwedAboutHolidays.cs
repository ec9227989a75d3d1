using Husrum.Core.Calendar;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Organisations;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>A visit on a holiday is asked about, never silently kept or cancelled: both sides, three weeks before (rules-and-sources.md 2.8).</summary>
internal static class OwedAboutHolidays
{
    private const int WeeksBefore = 3;

    // no statutory holidays, and yet many are off
    private static readonly (int Month, int Day)[] OftenOff = [(6, 5), (12, 24), (12, 31)];

    /// <summary>The questions to both sides, one for each holiday with a visit that stands.</summary>
    /// <param name="course">The year.</param>
    /// <param name="organisation">Its municipalities' school holidays.</param>
    /// <param name="changes">UTC: when people changed the plan.</param>
    public static IEnumerable<OwedQuestion> Of(FamilyCourse course, Organisation organisation, IReadOnlyList<DateTimeOffset> changes)
    {
        var school = organisation.HjemTilOs?.Municipality(course.MunicipalityId)?.SchoolHolidays ?? [];
        var holidays = OwedVisit.Of(course)
            .Select(visit => (visit, From: school.FirstOrDefault(h => visit.On >= h.From && visit.On <= h.Until)?.From ?? (IsOff(visit.On) ? visit.On : null as DateOnly?)))
            .Where(found => found.From is not null)
            .GroupBy(found => found.From!.Value, found => found.visit);
        foreach (var holiday in holidays)
        {
            if (!holiday.Any(visit => visit.Stands && visit.Begins > course.Created))
                continue;
            var at = DanishHours.Utc(holiday.Min(visit => visit.On).AddDays(-7 * WeeksBefore), new TimeOnly(9, 0));
            // a visit may be moved to an hour of the same day that has passed: they met before they said so
            var over = DanishHours.Utc(holiday.Max(visit => visit.On).AddDays(1), TimeOnly.MinValue);
            foreach (var side in new[] { Sides.Family, Sides.Child })
                yield return new OwedQuestion($"hto-holiday--{side}-{HtoWords.Iso(holiday.Key)}", at > course.Created ? at : course.Created) { MayBeMissing = changes.Any(c => c >= at && c < over), Moved = changes };
        }
    }

    private static bool IsOff(DateOnly day) => DanishHolidays.On(day) is not null || OftenOff.Contains((day.Month, day.Day));
}
