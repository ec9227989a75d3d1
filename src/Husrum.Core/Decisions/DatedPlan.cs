using Husrum.Core.Calendar;

namespace Husrum.Core.Decisions;

/// <summary>A plan whose moments stand in the case itself, such as a leave's last day. Those that had passed when the question was asked are left out, except a deadline: that one is due at once.</summary>
/// <param name="Steps">Ascending; a deadline, if any, last.</param>
public sealed record DatedPlan(IReadOnlyList<DatedStep> Steps) : IDecisionPlan
{
    /// <inheritdoc />
    public DecisionMoment? Moment(DateOnly askedOn, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        var ahead = Steps.Where(step => step.On > askedOn || step.Step == DecisionStep.Deadline).ToList();
        return index <= ahead.Count ? new DecisionMoment(index, ahead[index - 1].Step, WallTime.ToUtc(ahead[index - 1].On, ahead[index - 1].At)) : null;
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
