using Husrum.Core.Calendar;

namespace Husrum.Core.Decisions;

/// <summary>A plan whose moments stand in the case itself, such as a leave's last day. Those that had passed when the question was asked are left out, except a deadline: that one is due at once.
/// Where its days move after some have passed, none may be left for the next number: then the deadline is, whatever its number, so that a question never waits for a moment that does not come.</summary>
/// <param name="Steps">Ascending; a deadline, if any, last.</param>
public sealed record DatedPlan(IReadOnlyList<DatedStep> Steps) : IDecisionPlan
{
    /// <inheritdoc />
    public DecisionMoment? Moment(DateOnly askedOn, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        var ahead = Steps.Where(step => step.On > askedOn || step.Step == DecisionStep.Deadline).ToList();
        var step = index <= ahead.Count ? ahead[index - 1] : ahead.LastOrDefault(s => s.Step == DecisionStep.Deadline);
        return step is null ? null : new DecisionMoment(index, step.Step, WallTime.ToUtc(step.On, step.At));
    }
}

/// <summary>A moment on a date.</summary>
/// <param name="On">Local date.</param>
/// <param name="Step">What then.</param>
/// <param name="At">Local time.</param>
public sealed record DatedStep(DateOnly On, DecisionStep Step, TimeOnly At)
{
    /// <summary>At the hour of all plans.</summary>
    public DatedStep(DateOnly on, DecisionStep step)
        : this(on, step, DecisionPlan.At)
    {
    }
}
