using Husrum.Core.Calendar;
using Husrum.Core.Certificates;
using Husrum.Core.Decisions;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>Certificates are renewed every second year; the coordinator hears of it two months and one month before, and when it is overdue (rules-and-sources.md 2.1: what the Danish scouts do).</summary>
public static class RenewalRules
{
    private const int MonthsBefore = 2;
    private const int WeekdaysBetween = 5;
    private const int MostReminders = 50;

    /// <summary>When the coordinator is asked to order a new one.</summary>
    public static DateTimeOffset AskedAt(DateOnly renewBy) => WallTime.ToUtc(DueDates.AddMonths(renewBy, -MonthsBefore), DecisionPlan.At);

    /// <summary>The first weekday on which it has run out: from then on the functions that ask for it are not theirs, and everybody concerned is told.</summary>
    public static DateOnly OverdueOn(DateOnly renewBy) => Weekdays.OnOrAfter(renewBy.AddDays(1));

    /// <summary>A month before, on the day after it has run out the next in the chain, and every fifth weekday from there until somebody has done it. Counted from the date itself.</summary>
    public static DatedPlan Plan(DateOnly renewBy)
    {
        var overdue = OverdueOn(renewBy);
        return new DatedPlan(
        [
            new(DueDates.AddMonths(renewBy, -1), DecisionStep.Remind),
            new(overdue, DecisionStep.Escalate),
            .. Enumerable.Range(1, MostReminders).Select(n => new DatedStep(Weekdays.Add(overdue, n * WeekdaysBetween), DecisionStep.Insist)),
        ]);
    }

    /// <summary>The functions a volunteer must not have on a day, because a certificate they ask for is missing or overdue: exactly those, and no others.</summary>
    public static IEnumerable<VolunteerFunction> Blocked(Volunteer volunteer, Volunteering volunteering, DateOnly day) =>
        volunteer.Functions.Select(volunteering.Function).OfType<VolunteerFunction>()
            .Where(function => CertificateRules.For([function]).Any(kind => !volunteer.Certificates.Any(c => c.Kind == kind && CertificateRules.IsValid(c, day))));
}
