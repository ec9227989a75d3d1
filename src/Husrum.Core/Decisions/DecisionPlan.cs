using Husrum.Core.Calendar;

namespace Husrum.Core.Decisions;

/// <summary>What happens while nobody answers: at which weekdays after the asking, and what then. Pure: from the date asked to moments.</summary>
public sealed record DecisionPlan : IDecisionPlan
{
    /// <summary>The time of day of every moment, on the wall in Denmark: people find it at the start of their day.</summary>
    public static readonly TimeOnly At = new(9, 0);

    /// <summary>The moments, in weekdays after the day asked, ascending.</summary>
    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>After the last step, <see cref="DecisionStep.Insist"/> again each time so many weekdays have passed, without end; null for no repeats.</summary>
    public int? InsistEveryWeekdays { get; init; }

    /// <summary>How many whole days there are to answer; null where silence decides nothing.</summary>
    public int? DaysToAnswer { get; init; }

    /// <summary>The last local date on which an answer counts, or null.</summary>
    public DateOnly? LastDay(DateOnly askedOn) => DaysToAnswer is { } days ? askedOn.AddDays(days) : null;

    /// <inheritdoc />
    public DecisionMoment? Moment(DateOnly askedOn, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        if (LastDay(askedOn) is { } last)
        {
            // Whoever has until a day has all of it, and hears of its end on a weekday.
            var end = Weekdays.OnOrAfter(last.AddDays(1));
            var deadline = 1;
            while (DateOf(askedOn, deadline) is { } date && date < end)
                deadline++;
            if (index >= deadline)
                return index == deadline ? new DecisionMoment(index, DecisionStep.Deadline, WallTime.ToUtc(end, At)) : null;
        }

        return StepAt(index) is { } step ? new DecisionMoment(index, step.Step, WallTime.ToUtc(Weekdays.Add(askedOn, step.Weekdays), At)) : null;
    }

    private DateOnly? DateOf(DateOnly askedOn, int index) => StepAt(index) is { } step ? Weekdays.Add(askedOn, step.Weekdays) : null;

    private PlannedStep? StepAt(int index)
    {
        if (index <= Steps.Count)
            return Steps[index - 1];
        return InsistEveryWeekdays is { } every
            ? new PlannedStep((Steps.Count == 0 ? 0 : Steps[^1].Weekdays) + (every * (index - Steps.Count)), DecisionStep.Insist)
            : null;
    }
}

/// <summary>One step of a plan.</summary>
/// <param name="Weekdays">After the day asked, which itself does not count.</param>
/// <param name="Step">What then.</param>
public sealed record PlannedStep(int Weekdays, DecisionStep Step);

/// <summary>A moment of a plan.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Step">What is done.</param>
/// <param name="Due">UTC.</param>
public sealed record DecisionMoment(int Index, DecisionStep Step, DateTimeOffset Due);

/// <summary>What a moment does.</summary>
public enum DecisionStep
{
    /// <summary>Reminds those asked last.</summary>
    Remind,

    /// <summary>Asks the next in the chain; where there is no next one, insists.</summary>
    Escalate,

    /// <summary>Reminds those asked last, and tells those who look after the program that it is stuck.</summary>
    Insist,

    /// <summary>Time is up: the question is answered with the plan's outcome.</summary>
    Deadline,
}
