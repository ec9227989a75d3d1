namespace Husrum.Core.Tests.Cases;

/// <summary>What happens in a case by itself happens once, at its hour, and not when it is of no use any more.</summary>
public sealed class MomentTests
{
    private static readonly string[] Reminded = ["2026-10-24 17:00 anna da", "2026-10-24 17:00 bob en", "2026-10-24 17:00 frida da"];

    [Fact]
    public async Task The_day_before_at_17_on_the_wall_all_are_reminded_and_in_the_evening_it_is_over()
    {
        await using var world = await AgreedAsync(new DateOnly(2026, 10, 25)); // the night the clock goes back
        await world.House.GoToAsync("2026-10-24 16:59");
        (await world.MailsAsync("leave-stopped")).ShouldBeEmpty();
        await world.House.GoToAsync("2026-10-24 17:00");
        (await world.MailsAsync("leave-stopped")).ShouldBe(Reminded);
        await world.House.GoToAsync("2026-10-25 18:00");
        (await world.OutingAsync()).Happened.ShouldBeTrue();
        (await world.TimelineAsync()).TakeLast(2).ShouldBe(["is-tomorrow", "over"]);
        world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_party_sees_the_moments_that_are_shown_to_them()
    {
        await using var world = await AgreedAsync(new DateOnly(2026, 10, 25));
        await world.House.GoToAsync("2026-10-25 19:00");
        (await world.StatusAsync(world.Family)).ShouldNotBeNull().Timeline.Select(t => t.What.English).ShouldBe(["is-tomorrow"]);
    }

    [Fact]
    public async Task Moved_to_another_day_the_reminder_moves_and_the_old_one_never_comes()
    {
        await using var world = await AgreedAsync(new DateOnly(2026, 10, 22));
        await world.MoveAsync("moved", o => o with { On = new DateOnly(2026, 10, 25) });
        await world.House.GoToAsync("2026-10-26 12:00");
        (await world.MailsAsync("leave-stopped")).ShouldBe(Reminded);
    }

    [Fact]
    public async Task Agreed_upon_after_the_reminders_hour_it_goes_at_once_and_after_the_day_not_at_all()
    {
        await using var late = await AgreedAsync(new DateOnly(2026, 9, 1), "2026-08-31 18:00");
        (await late.MailsAsync("leave-stopped")).Count.ShouldBe(3);
        await using var tooLate = await AgreedAsync(new DateOnly(2026, 8, 30));
        (await tooLate.MailsAsync("leave-stopped")).ShouldBeEmpty();
        (await tooLate.TimelineAsync()).TakeLast(2).ShouldBe(["is-tomorrow", "over"]); // what they make of the case holds
    }

    [Fact]
    public async Task A_program_that_stood_still_over_the_day_reminds_nobody_afterwards()
    {
        await using var world = await AgreedAsync(new DateOnly(2026, 10, 25));
        await world.House.Hub.StopAsync();
        world.House.Clock.Set(Refunds.RefundWorld.Wall("2026-10-27 12:00"));
        await world.House.RestartAsync();
        await world.House.SettleAsync();
        (await world.MailsAsync("leave-stopped")).ShouldBeEmpty();
        (await world.OutingAsync()).Happened.ShouldBeTrue();
    }

    [Fact]
    public async Task Restarted_at_every_step_nothing_comes_twice()
    {
        await using var world = await OutingWorld.StartAsync(new DateOnly(2026, 10, 25));
        foreach (var (time, act) in new (string, Func<Task>)[]
        {
            ("2026-09-01 10:00", () => world.AnswerAsync("guardian-1", "yes", world.Anna)),
            ("2026-09-02 10:00", () => world.AnswerAsync("guardian-2", "yes", world.Bob)),
            ("2026-10-24 16:59", () => Task.CompletedTask),
            ("2026-10-24 17:00", () => Task.CompletedTask),
            ("2026-10-25 18:00", () => Task.CompletedTask),
        })
        {
            await world.House.RestartAsync();
            await world.House.GoToAsync(time);
            await act();
        }

        (await world.MailsAsync("leave-begun")).Count.ShouldBe(2);
        (await world.MailsAsync("leave-stopped")).ShouldBe(Reminded);
        (await world.OutingAsync()).Happened.ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_generation_repeats_no_moment()
    {
        await using var world = await AgreedAsync(new DateOnly(2026, 10, 25));
        await world.House.GoToAsync("2026-10-24 17:00");
        await world.House.Get<Core.Cases.CaseDriver>().ReplaceAsync(OutingWorld.Id + "-g1", world.House.Clock.GetUtcNow(), "p-somebody", TestContext.Current.CancellationToken);
        await world.House.GoToAsync("2026-10-25 18:00");
        (await world.MailsAsync("leave-stopped")).ShouldBe(Reminded);
        (await world.OutingAsync()).Generation.ShouldBe(2);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task A_power_cut_at_any_write_repeats_and_loses_nothing(int write, bool afterWriting)
    {
        await using var world = await AgreedAsync(new DateOnly(2026, 10, 25));
        world.House.Faults.AfterWriting = afterWriting;
        world.House.Faults.FailAt = world.House.Faults.Commits + write;
        await world.House.GoToAsync("2026-10-25 19:00");
        (await world.MailsAsync("leave-stopped")).ShouldBe(Reminded);
        (await world.OutingAsync()).Happened.ShouldBeTrue();
        world.House.Faults.Failed.ShouldBeTrue();
    }

    private static async Task<OutingWorld> AgreedAsync(DateOnly on, string wallTime = "2026-08-31 10:00")
    {
        var world = await OutingWorld.StartAsync(on.AddYears(1), wallTime);
        await world.AnswerAsync("guardian-1", "yes", world.Anna);
        await world.AnswerAsync("guardian-2", "yes", world.Bob);
        await world.MoveAsync("dated", o => o with { On = on });
        return world;
    }
}
