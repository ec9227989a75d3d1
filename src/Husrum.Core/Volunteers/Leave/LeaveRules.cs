using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Language;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>"Man kan få orlov i op til 6 måneder" (seed 000_bdc1a1e861ad6537): study abroad, højskole, internship. The volunteer reports back; nothing heard means stopped.</summary>
public static class LeaveRules
{
    /// <summary>Six calendar months from the first day, at most.</summary>
    public const int MostMonths = 6;

    /// <summary>The hour on the last day at which silence counts as stopping, on the wall in Denmark: late enough that the last day is a whole day for answering.</summary>
    public static readonly TimeOnly Ends = new(18, 0);

    /// <summary>From so many days before the end, reminders go by SMS too: by then a mail has gone unread.</summary>
    public const int SmsDaysBefore = 7;

    /// <summary>The last day a leave can have: 31 August → 28 February, from the original date.</summary>
    public static DateOnly LastDay(DateOnly first) => DueDates.AddMonths(first, MostMonths);

    /// <summary>What is wrong with the days, or null.</summary>
    public static Bilingual? Problem(DateOnly first, DateOnly last, DateOnly today)
    {
        if (first < today)
            return new("Orloven kan tidligst begynde i dag.", "The leave can begin today at the earliest.");
        if (last <= first)
            return new("Den sidste dag skal ligge efter den første.", "The last day must be after the first.");
        var most = LastDay(first);
        return last <= most ? null : new(
            $"Orlov kan højst vare {MostMonths} måneder, altså til og med {DateWords.Long(most, "da")}. Skal du være væk længere, så stop for nu: du er altid velkommen til at søge igen.",
            $"A leave can last {MostMonths} months at most, that is until {DateWords.Long(most, "en")}. If you will be away longer, please stop for now: you are always welcome to apply again.");
    }

    /// <summary>A month and a week before the end we remind, and on the last morning; at the end silence decides. Counted from the dates of the leave itself, never chained.</summary>
    public static DatedPlan Plan(DateOnly last) => new(
    [
        new(DueDates.AddMonths(last, -1), DecisionStep.Remind),
        new(last.AddDays(-SmsDaysBefore), DecisionStep.Remind),
        new(last, DecisionStep.Remind),
        new(last, DecisionStep.Deadline, Ends),
    ]);
}
