namespace Husrum.Core.Decisions;

/// <summary>What happens while nobody answers. Pure: from the date asked to moments.</summary>
public interface IDecisionPlan
{
    /// <summary>The plan's <paramref name="index"/>-th moment (1 is the first), or null when there are no more.</summary>
    /// <param name="askedOn">Local date of the asking.</param>
    /// <param name="index">From 1.</param>
    DecisionMoment? Moment(DateOnly askedOn, int index);
}
