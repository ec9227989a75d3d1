using Husrum.Core.Decisions;

namespace Husrum.Core.Refunds.Rules;

/// <summary>When people are reminded of a claim. All at 09:00 Danish time on weekdays that are no public holiday; counted from the day asked, never chained.</summary>
public static class ReminderPlan
{
    /// <summary>
    /// An approval: reminders after 3 and 7 weekdays, then (10) the deputy, then (15) the national leader; from there every 5 weekdays the leader again and the operators too.
    /// It has no end: money is never approved by silence. House rule; the two later steps' days are our choice.
    /// </summary>
    public static DecisionPlan Approval { get; } = new()
    {
        Steps = [new(3, DecisionStep.Remind), new(7, DecisionStep.Remind), new(10, DecisionStep.Escalate), new(15, DecisionStep.Escalate)],
        InsistEveryWeekdays = 5,
    };

    /// <summary>Completing a claim that was sent back: reminders after 3 and 7 weekdays; after 30 days it lapses and can be sent again. House rule.</summary>
    public static DecisionPlan Completion { get; } = new()
    {
        Steps = [new(3, DecisionStep.Remind), new(7, DecisionStep.Remind)],
        DaysToAnswer = 30,
    };

    /// <summary>Paying: the treasurer is reminded every 5 weekdays; at the second of them (10) the national leader hears of it too. House rule.</summary>
    public static DecisionPlan Payment { get; } = new() { Steps = [], InsistEveryWeekdays = 5 };

    /// <summary>Which of the payment's moments tells the leader.</summary>
    public const int LeaderHearsAt = 2;
}
