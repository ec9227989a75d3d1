using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Tests.HjemTilOs;

namespace Husrum.Core.Tests.Decisions;

/// <summary>A question whose moments stand in its case, and the case's days are moved while it waits.</summary>
public sealed class MovedPlanTests
{
    // asked on the 10th about a visit on the 18th: reminded on the 11th, and over on the 16th. Moved to the 17th, the reminder would have been on the 10th, and there is one moment and not two
    [Fact]
    public async Task A_visit_moved_a_day_earlier_after_the_reminder_leaves_the_question_its_deadline()
    {
        await using var world = await CourseWorld.StartAsync("2027-07-10 16:00", DayOfWeek.Sunday);
        world.Answers.Remove("hto-holiday");
        await world.GoToAsync("2027-07-14 12:00");
        await world.ChangeAsync(CourseWords.Moved, c => CourseChanges.Move(c, new DateOnly(2027, 7, 12), new DateOnly(2027, 7, 17), new TimeOnly(14, 30), world.Today).Value);
        await world.GoToAsync("2027-07-20 12:00");

        var asked = (await world.DecisionsAsync()).Where(d => d.Question.StartsWith("hto-holiday--", StringComparison.Ordinal)).ToList();
        asked.Count.ShouldBe(2);
        asked.ShouldAllBe(d => d.Answer == "silent");
    }

    [Fact]
    public void Where_none_is_left_the_deadline_is_whatever_its_number()
    {
        var plan = new DatedPlan([new(new(2027, 7, 10), DecisionStep.Remind), new(new(2027, 7, 15), DecisionStep.Deadline)]);
        plan.Moment(new(2027, 7, 10), 2).ShouldBe(new DecisionMoment(2, DecisionStep.Deadline, WallTime.ToUtc(new(2027, 7, 15), new TimeOnly(9, 0))));
        new DatedPlan([new(new(2027, 7, 10), DecisionStep.Remind)]).Moment(new(2027, 7, 10), 1).ShouldBeNull();
    }
}
