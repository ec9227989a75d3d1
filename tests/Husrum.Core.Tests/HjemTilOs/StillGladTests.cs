using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>The family is asked whether everybody at home is still glad of it (F7).</summary>
public sealed class StillGladTests : IAsyncLifetime
{
    private CourseWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task After_two_months_one_in_the_family_has_doubts_and_staff_talk_with_them()
    {
        _world.Answers["hto-glad"] = _ => ("talk", []);
        _world.Answers.Remove("hto-glad-talk");
        await _world.GoToAsync("2026-10-31 12:00");
        (await _world.OpenAsync()).ShouldContain("hto-glad-talk");
        await _world.AnswerAsync("hto-glad-talk", "talked");
        (await _world.CourseAsync()).FamilyInDoubt.ShouldBeFalse();
        (await _world.NoticesAsync()).Where(n => n.Template.StartsWith("hto-glad", StringComparison.Ordinal)).ShouldAllBe(n => n.To == "fie@eksempel.example");
    }

    [Fact]
    public async Task Nobody_answers_and_it_is_reminded_of_once_and_a_late_answer_changes_nothing()
    {
        _world.Answers.Remove("hto-glad");
        await _world.GoToAsync("2026-11-24 12:00");
        (await _world.NoticesAsync()).Count(n => n.Template == "hto-glad-reminder").ShouldBe(1);
        (await _world.CourseAsync()).GladAnswered.ShouldBe([2]);
        (await _world.AnswerAsync("hto-glad--2", "talk")).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        (await _world.CourseAsync()).FamilyInDoubt.ShouldBeFalse();
    }

    [Fact]
    public async Task A_year_that_is_half_over_when_this_is_first_asked_is_not_asked_about_what_has_passed()
    {
        var course = await _world.CourseAsync();
        var moment = CourseMoments.Of(course, RefundWorld.Small).Single(m => m.Key == "glad-2");
        moment.After!(course, new MomentPassed(moment.Due, moment.Due.AddDays(90), InTime: false)).GladAsked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_year_that_ends_is_not_asked()
    {
        await _world.House.Get<CourseOffice>().EndAsync(CourseWorld.Id, _world.House.Coordinator, EndingReason.Family, "2027-01-31", TestContext.Current.CancellationToken);
        await _world.GoToAsync("2026-12-01 12:00");
        (await _world.NoticesAsync()).ShouldNotContain(n => n.Template == "hto-glad");
    }
}
