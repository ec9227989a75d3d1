using System.Globalization;
using Husrum.Core.Decisions;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What everybody who is asked something is owed: the question itself, once.</summary>
internal static class OwedForQuestions
{
    /// <summary>The question to each who was asked, when they were asked.</summary>
    public static IEnumerable<OwedMessage> Of(CaseLedger ledger) =>
        from decision in ledger.Decisions
        from asked in decision.Asked
        select new OwedMessage($"{decision.Question}-{decision.Round}", asked.At) { Step = StepOf(decision), PersonId = asked.PersonId };

    /// <summary>Reminders at 9 on weekdays, counted from the day of the question, while nobody has answered.</summary>
    public static IEnumerable<OwedMessage> OnWeekdays(CaseLedger ledger, Func<string, bool> questions, params int[] weekdays) =>
        from decision in ledger.Decisions
        where questions(decision.Question)
        from reminder in weekdays.Select((days, index) => (Index: index + 1, On: Weekday(decision.AskedOn, days)))
        from owed in One(ledger, decision, reminder.Index, reminder.On)
        select owed;

    /// <summary>Reminders at 9 on days of their own; those that lie before the question was asked are left out.</summary>
    public static IEnumerable<OwedMessage> OnDays(CaseLedger ledger, DecisionRecord decision, params DateOnly[] days) =>
        days.Where(day => day > decision.AskedOn).SelectMany((day, index) => One(ledger, decision, index + 1, day));

    /// <summary>The n-th weekday after a day.</summary>
    public static DateOnly Weekday(DateOnly day, int count) => Calendar.Weekdays.Add(day, count);

    // what becomes of it when the question falls away unanswered is nobody's to say; staff who are away or have left are not reminded, and others asked instead
    private static IEnumerable<OwedMessage> One(CaseLedger ledger, DecisionRecord decision, int index, DateOnly on)
    {
        var at = DanishHours.Utc(on, new TimeOnly(9, 0));
        var until = decision.AnsweredAt ?? decision.NextMoment ?? at;
        if (at < until && decision.Asked.Count > 0)
            yield return new OwedMessage($"{decision.Question}-{decision.Round}-reminder-{index}", at) { Step = string.Create(CultureInfo.InvariantCulture, $"{StepOf(decision)}-moment-{index}"), AnyLater = true };
    }

    private static string StepOf(DecisionRecord decision) => string.Create(CultureInfo.InvariantCulture, $"{decision.Question}-{decision.Round}");
}
