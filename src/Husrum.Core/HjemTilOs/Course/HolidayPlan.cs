using Husrum.Core.Calendar;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>Visits that fall on days on which families are often away. They are asked about, never called off unasked (rules-and-sources.md 2.8).</summary>
/// <param name="Name">In a sentence: "efterårsferien", "Kristi himmelfartsdag".</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Visits">The visits in it, at least one, whatever became of them.</param>
internal sealed record HolidayPeriod(Bilingual Name, DateOnly From, DateOnly Until, IReadOnlyList<Visit> Visits)
{
    /// <summary>Those that still stand.</summary>
    public IReadOnlyList<Visit> Standing => [.. Visits.Where(v => v.State == VisitState.Planned)];
}

/// <summary>Which visits of a year fall on public holidays and in the municipality's school holidays.</summary>
internal static class HolidayPlan
{
    /// <summary>So long before the period's first visit it is asked about.</summary>
    public const int DaysAhead = 21;

    private static readonly (int Month, int Day, Bilingual Name)[] OftenOff =
    [
        (6, 5, new("Grundlovsdag", "Constitution Day")),
        (12, 24, new("juleaften", "Christmas Eve")),
        (12, 31, new("nytårsaften", "New Year's Eve")),
    ];

    /// <summary>The periods with visits, in order. A public holiday inside a school holiday is part of it.</summary>
    public static IReadOnlyList<HolidayPeriod> Of(FamilyCourse course, Organisation organisation)
    {
        var visits = VisitPlan.Of(course);
        var school = organisation.HjemTilOs?.Municipality(course.MunicipalityId)?.SchoolHolidays ?? [];
        var periods = new List<HolidayPeriod>();
        foreach (var holiday in school)
        {
            if (visits.Where(v => v.On >= holiday.From && v.On <= holiday.Until).ToList() is { Count: > 0 } within)
                periods.Add(new HolidayPeriod(holiday.Name, holiday.From, holiday.Until, within));
        }

        foreach (var visit in visits.Where(v => !school.Any(h => v.On >= h.From && v.On <= h.Until)))
        {
            if (DayOff(visit.On) is { } name)
                periods.Add(new HolidayPeriod(name, visit.On, visit.On, [visit]));
        }

        return [.. periods.OrderBy(p => p.From)];
    }

    /// <summary>What a day is that most people have off; null for any other.</summary>
    public static Bilingual? DayOff(DateOnly day) => DanishHolidays.On(day)?.Name ?? OftenOff.FirstOrDefault(d => d.Month == day.Month && d.Day == day.Day).Name;
}
