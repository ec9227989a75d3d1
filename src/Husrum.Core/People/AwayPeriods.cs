using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>When a person who is no staff has said that they are away, row <c>away</c> of their partition. Dates only: why is asked by nobody and kept nowhere.</summary>
/// <param name="Periods">By their first day.</param>
[RegisterRecord("away-periods", 1)]
public sealed record AwayPeriods(IReadOnlyList<Away> Periods)
{
    /// <summary>The row's key.</summary>
    public const string Row = "away";

    private const int DaysToComeHome = 7;

    /// <summary>None.</summary>
    public static AwayPeriods None { get; } = new([]);

    /// <summary>A person's periods.</summary>
    public static async Task<AwayPeriods> OfAsync(IRegister register, string personId, CancellationToken cancellation = default) =>
        (await register.GetAsync<AwayPeriods>(Partitions.Person(personId), Row, cancellation))?.Value ?? None;

    /// <summary>The period a day lies in, or null.</summary>
    public Away? On(DateOnly day) => Periods.FirstOrDefault(period => period.Covers(day));

    /// <summary>With one more; periods long past are left out, and one with the same first day gives way.</summary>
    public AwayPeriods With(Away period, DateOnly today) =>
        new([.. Periods.Where(p => p.From != period.From && p.Until >= today.AddMonths(-1)).Append(period).OrderBy(p => p.From)]);

    /// <summary>Without the one that begins on a day.</summary>
    public AwayPeriods Without(DateOnly from) => new([.. Periods.Where(p => p.From != from)]);

    /// <summary>
    /// Where a moment that is due now should rather come later: reminders wait for the first weekday at home; a deadline for a week at home, so that nobody loses anything by being away.
    /// Null where it need not wait, and for all that concerns others.
    /// </summary>
    public DateTimeOffset? Later(DecisionStep step, DateTimeOffset now)
    {
        var (day, time) = (WallTime.LocalDate(now), WallTime.LocalTime(now));
        switch (step)
        {
            case DecisionStep.Remind when On(day) is not null:
                while (On(day) is { } period)
                    day = Weekdays.OnOrAfter(period.Until.AddDays(1));
                return WallTime.ToUtc(day, DecisionPlan.At);
            case DecisionStep.Deadline when Periods.LastOrDefault(p => p.From <= day && day <= p.Until.AddDays(DaysToComeHome)) is { } period:
                return WallTime.ToUtc(period.Until.AddDays(DaysToComeHome + 1), time);
            default:
                return null;
        }
    }
}
