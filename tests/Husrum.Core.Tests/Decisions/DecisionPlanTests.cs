using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Refunds.Rules;

namespace Husrum.Core.Tests.Decisions;

public sealed class DecisionPlanTests
{
    private static readonly DateOnly Monday = new(2026, 8, 31);

    [Fact]
    public void An_approval_reminds_escalates_and_insists_without_end()
    {
        Moments(ReminderPlan.Approval, Monday, 8).ShouldBe(
        [
            "1 Remind 2026-09-03 09:00", "2 Remind 2026-09-09 09:00", "3 Escalate 2026-09-14 09:00", "4 Escalate 2026-09-21 09:00",
            "5 Insist 2026-09-28 09:00", "6 Insist 2026-10-05 09:00", "7 Insist 2026-10-12 09:00", "8 Insist 2026-10-19 09:00",
        ]);
        ReminderPlan.Approval.Moment(Monday, 10_000).ShouldNotBeNull().Step.ShouldBe(DecisionStep.Insist);
        ReminderPlan.Approval.LastDay(Monday).ShouldBeNull();
    }

    [Fact]
    public void Asked_on_a_Saturday_the_first_weekday_is_Monday() =>
        Moments(ReminderPlan.Approval, new DateOnly(2026, 9, 5), 1).ShouldBe(["1 Remind 2026-09-09 09:00"]);

    [Fact]
    public void Asked_before_Christmas_the_holidays_do_not_count() =>
        // 25 and 26 December and 1 January are holidays; the 24th and 31st are not by law
        Moments(ReminderPlan.Approval, new DateOnly(2026, 12, 22), 2).ShouldBe(["1 Remind 2026-12-28 09:00", "2 Remind 2027-01-04 09:00"]);

    [Fact]
    public void Nine_oclock_is_nine_oclock_on_both_sides_of_the_change_of_clocks()
    {
        var before = ReminderPlan.Approval.Moment(new DateOnly(2026, 10, 20), 1)!.Due; // Friday 23 October
        var after = ReminderPlan.Approval.Moment(new DateOnly(2026, 10, 22), 1)!.Due; // Tuesday 27 October
        before.Hour.ShouldBe(7);
        after.Hour.ShouldBe(8);
    }

    [Fact]
    public void A_deadline_gives_the_whole_last_day_and_falls_on_a_weekday()
    {
        Moments(ReminderPlan.Completion, Monday, 4).ShouldBe(["1 Remind 2026-09-03 09:00", "2 Remind 2026-09-09 09:00", "3 Deadline 2026-10-01 09:00"]);
        // thirty days from 2 November end on 2 December; from 5 November the day after is a Sunday
        Moments(ReminderPlan.Completion, new DateOnly(2026, 11, 5), 3)[2].ShouldBe("3 Deadline 2026-12-07 09:00");
    }

    [Fact]
    public void Steps_after_the_deadline_are_left_out()
    {
        var plan = new DecisionPlan { Steps = [new(3, DecisionStep.Remind), new(30, DecisionStep.Remind)], InsistEveryWeekdays = 5, DaysToAnswer = 10 };
        Moments(plan, Monday, 5).ShouldBe(["1 Remind 2026-09-03 09:00", "2 Deadline 2026-09-11 09:00"]);
    }

    [Fact]
    public void A_plan_without_steps_has_no_moments() => new DecisionPlan { Steps = [] }.Moment(Monday, 1).ShouldBeNull();

    private static List<string> Moments(DecisionPlan plan, DateOnly asked, int count) =>
    [
        .. Enumerable.Range(1, count)
            .Select(i => plan.Moment(asked, i))
            .OfType<DecisionMoment>()
            .Select(m => $"{m.Index} {m.Step} {WallTime.LocalDate(m.Due):yyyy-MM-dd} {WallTime.LocalTime(m.Due):HH\\:mm}"),
    ];
}
