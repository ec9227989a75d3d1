using System.Diagnostics;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>Whole years, each against the year kept in Golden: every message, task and date, one line each.</summary>
public sealed class YearTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("thursdays-from-31-august-2026", "2026-08-31 16:00", DayOfWeek.Thursday)]
    [InlineData("saturdays-from-31-october-2026", "2026-10-31 11:00", DayOfWeek.Saturday)]
    [InlineData("tuesdays-from-29-february-2028", "2028-02-29 16:00", DayOfWeek.Tuesday)]
    public async Task A_year_as_it_should_go(string name, string start, DayOfWeek day)
    {
        await using var world = await CourseWorld.StartAsync(start, day);
        var watch = Stopwatch.StartNew();
        await world.GoToAsync($"{int.Parse(start[..4]) + 1}-12-31 12:00");
        TestContext.Current.TestOutputHelper?.WriteLine($"A year in {watch.ElapsedMilliseconds} ms.");
        (await world.CourseAsync()).IsClosed.ShouldBeTrue();
        world.House.Hub.NextDue.ShouldBeNull();
        await CourseTimeline.ShouldMatchAsync(world, name, Ct);
        world.Largest.Events.ShouldBeLessThan(100);
        world.Largest.Bytes.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public async Task Nobody_answers_anything_and_the_year_still_comes_to_its_end_with_a_small_history()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        world.Answers.Clear();
        await world.GoToAsync("2027-09-01 12:00");
        (await world.CourseAsync()).IsOver.ShouldBeTrue();
        (await world.CourseAsync()).Visits.SkipLast(1).ShouldAllBe(v => v.State == Core.HjemTilOs.Course.VisitState.Unheard);
        var notices = await world.NoticesAsync();
        notices.Count(n => n.Template == "hto-visit-reminder").ShouldBe(102); // fifty-one visits, both sides, each once
        notices.ShouldNotContain(n => n.Template == "hto-future" && n.To == "mona@eksempel.example"); // nobody has talked with the family yet
        world.Largest.Events.ShouldBeLessThan(100);
        world.Largest.Bytes.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public async Task The_same_year_with_the_program_stopping_now_and_then_is_the_same()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        foreach (var day in new[] { "2026-09-09 16:59", "2026-09-10 17:30", "2026-10-15 12:00", "2026-11-30 08:00", "2026-12-24 12:00", "2027-01-14 16:45", "2027-03-28 02:30", "2027-05-05 17:00", "2027-06-30 09:00", "2027-08-30 23:59" })
        {
            await world.GoToAsync(day);
            await world.House.RestartAsync();
        }

        await world.GoToAsync("2027-12-31 12:00");
        await CourseTimeline.ShouldMatchAsync(world, "thursdays-from-31-august-2026", Ct);
    }

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task The_same_year_with_the_program_stopping_every_day_is_the_same()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        for (var day = new DateOnly(2026, 9, 1); day < new DateOnly(2027, 9, 2); day = day.AddDays(1))
        {
            await world.GoToAsync($"{day:yyyy-MM-dd} {day.DayNumber * 7 % 24:00}:{day.DayNumber * 13 % 60:00}");
            await world.House.RestartAsync();
        }

        await world.GoToAsync("2027-12-31 12:00");
        await CourseTimeline.ShouldMatchAsync(world, "thursdays-from-31-august-2026", Ct);
    }
}
