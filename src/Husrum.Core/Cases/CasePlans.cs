using Husrum.Core.Decisions;

namespace Husrum.Core.Cases;

/// <summary>When people are reminded. House rules; all at 09:00 Danish time on weekdays that are no public holiday.</summary>
public static class CasePlans
{
    /// <summary>Staff: after 3 and 6 weekdays, then (8) the deputy, then (12) the national leader; from there every 5 weekdays the leader again and the operators too. No end: nobody is forgotten by silence.</summary>
    public static DecisionPlan Staff { get; } = new()
    {
        Steps = [new(3, DecisionStep.Remind), new(6, DecisionStep.Remind), new(8, DecisionStep.Escalate), new(12, DecisionStep.Escalate)],
        InsistEveryWeekdays = 5,
    };
}
