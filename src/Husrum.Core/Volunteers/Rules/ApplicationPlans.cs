using Husrum.Core.Decisions;

namespace Husrum.Core.Volunteers.Rules;

/// <summary>When people are reminded. House rules; all at 09:00 Danish time on weekdays that are no public holiday.</summary>
public static class ApplicationPlans
{
    /// <summary>The applicant: after 3 and 8 weekdays; after 21 days the application lapses, with a kind word and the way back.</summary>
    public static DecisionPlan Applicant { get; } = new() { Steps = [new(3, DecisionStep.Remind), new(8, DecisionStep.Remind)], DaysToAnswer = 21 };

    /// <summary>An applicant who has come far is reminded for as long as 60 days before it lapses.</summary>
    public static DecisionPlan Patient { get; } = new() { Steps = [new(3, DecisionStep.Remind), new(8, DecisionStep.Remind), new(15, DecisionStep.Remind), new(30, DecisionStep.Remind)], DaysToAnswer = 60 };
}
