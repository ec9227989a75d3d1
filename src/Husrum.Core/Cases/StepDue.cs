using Husrum.Core.Decisions;

namespace Husrum.Core.Cases;

/// <summary>When a question should have been answered, by its plan.</summary>
internal static class StepDue
{
    // a plan that reminds for ever has no deadline; it stands among the first moments where there is one
    private const int MostMoments = 60;

    /// <summary>The deadline, UTC; where there is none and <paramref name="firstReminder"/> is true, the first reminder: whoever is reminded is late. Null where the plan has neither.</summary>
    public static DateTimeOffset? Of(IDecisionPlan plan, bool firstReminder, DateOnly askedOn)
    {
        DateTimeOffset? first = null;
        for (var index = 1; index <= MostMoments && plan.Moment(askedOn, index) is { } moment; index++)
        {
            if (moment.Step == DecisionStep.Deadline)
                return moment.Due;
            first ??= moment.Due;
        }

        return firstReminder ? first : null;
    }
}
