using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Links;
using Husrum.Core.Tests.Reconciliation;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A question that falls away unanswered and becomes one again.</summary>
public sealed class AskedAnewTests
{
    // three visits fail, staff are asked to call; the fourth takes place, and there is nothing to call about. Months later three fail again:
    // the coordinator is asked as for the first time, and not everybody in line at once because of reminders that have been due for months
    [Fact]
    public async Task Three_misses_that_nobody_called_about_are_not_counted_against_those_who_are_asked_of_the_next_three()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        var first = await MissesTwiceAsync(world);

        var asked = (await world.DecisionsAsync()).Single(d => d.Question == "hto-misses");
        (asked.Round, asked.AskedOn, asked.Asked.Count).ShouldBe((2, new DateOnly(2027, 2, 11), 1));
        var told = (await world.NoticesAsync()).Where(n => n.Due > asked.AskedAt.AddMinutes(-1) && n.Template is "hto-task" or "hto-task-reminder" or "case-stuck");
        told.Select(n => n.Template).ShouldBe(["hto-task"]);
        first.Asked.Count.ShouldBe(1);
        (await world.House.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_link_of_the_first_time_answers_nothing_the_second_time()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        var first = await MissesTwiceAsync(world);

        var token = world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, new DecisionRef(CourseProcess.Prefix + CourseWorld.Id, CourseWorld.Id, "hto-misses", first.Round).TokenIdFor(first.Asked[0].PersonId));
        (await world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm("talked", new Dictionary<string, string>()), TestContext.Current.CancellationToken)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        (await world.OpenAsync()).ShouldContain("hto-misses");
        await world.AnswerAsync("hto-misses", "talked");
        (await world.OpenAsync()).ShouldNotContain("hto-misses");
    }

    // the question as it stood the first time
    private static async Task<DecisionRecord> MissesTwiceAsync(CourseWorld world)
    {
        world.Answers.Remove("hto-misses");
        world.Answers["hto-met"] = _ => ("not-met", []);
        await world.GoToAsync("2026-09-25 12:00");
        var first = (await world.DecisionsAsync()).Single(d => d.Question == "hto-misses");
        world.Answers["hto-met"] = _ => ("met", []);
        await world.GoToAsync("2027-01-22 12:00");
        world.Answers["hto-met"] = _ => ("not-met", []);
        await world.GoToAsync("2027-02-12 12:00");
        return first;
    }
}
