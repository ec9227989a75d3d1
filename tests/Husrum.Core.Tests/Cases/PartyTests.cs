using Husrum.Core.Cases;

namespace Husrum.Core.Tests.Cases;

/// <summary>A case with several people: each is asked for themselves, and sees what is theirs.</summary>
public sealed class PartyTests
{
    private static readonly DateOnly Day = new(2026, 9, 17);

    [Fact]
    public async Task Each_guardian_is_asked_with_their_own_link_in_their_own_language()
    {
        await using var world = await OutingWorld.StartAsync(Day);
        (await world.MailsAsync("leave-begun")).ShouldBe(["2026-08-31 10:00 anna da", "2026-08-31 10:00 bob en"]);
        (await world.LookAsync("guardian-2", world.Bob)).ShouldNotBeNull().ReaderName.ShouldBe("Bob Father");
        (await world.LookAsync("guardian-2", world.Bob)).ShouldNotBeNull().Page.ShouldNotBeNull().Title.ShouldBe("May the child come?");
    }

    [Fact]
    public async Task One_yes_is_not_two_and_only_the_one_who_is_silent_is_reminded()
    {
        await using var world = await OutingWorld.StartAsync(Day);
        (await world.AnswerAsync("guardian-1", "yes", world.Anna)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        (await world.OutingAsync()).StateWord.ShouldBe("Asking");
        await world.House.GoToAsync("2026-09-11 12:00");
        (await world.MailsAsync("leave-reminder")).ShouldBe(["2026-09-10 09:00 bob en"]);
        await world.AnswerAsync("guardian-2", "yes", world.Bob);
        (await world.OutingAsync()).StateWord.ShouldBe("Agreed");
        (await world.MailsAsync("leave-welcome-back")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Answered_twice_the_first_answer_counts()
    {
        await using var world = await OutingWorld.StartAsync(Day);
        await world.AnswerAsync("guardian-1", "yes", world.Anna);
        (await world.AnswerAsync("guardian-1", "no", world.Anna)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        (await world.OutingAsync()).IsClosed.ShouldBeFalse();
    }

    [Fact]
    public async Task Silence_of_one_decides_after_the_last_day()
    {
        await using var world = await OutingWorld.StartAsync(Day);
        await world.AnswerAsync("guardian-1", "yes", world.Anna);
        await world.House.GoToAsync("2026-09-16 12:00");
        (await world.OutingAsync()).Cancelled.ShouldBeTrue();
        (await world.AnswerAsync("guardian-2", "yes", world.Bob)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_guardian_who_comes_later_is_asked_then_and_one_who_leaves_opens_nothing_more()
    {
        await using var world = await OutingWorld.StartAsync(Day, guardians: 1);
        await world.MoveAsync("joined", o => o with { Parties = [.. o.Parties, new CaseParty("guardian-2", "child", world.Bob)] });
        (await world.MailsAsync("leave-begun")).Count.ShouldBe(2);
        (await world.StatusAsync(world.Bob)).ShouldNotBeNull();
        await world.MoveAsync("left", o => o with { Parties = [.. o.Parties.Where(p => p.PersonId != world.Anna)] });
        (await world.LookAsync("guardian-1", world.Anna)).ShouldBeNull();
        (await world.StatusAsync(world.Anna)).ShouldBeNull();
        (await world.AnswerAsync("guardian-1", "yes", world.Anna)).ShouldBeOfType<StepResult.Gone>();
        await world.AnswerAsync("guardian-2", "yes", world.Bob);
        (await world.OutingAsync()).StateWord.ShouldBe("Agreed");
    }

    [Fact]
    public async Task One_who_leaves_and_comes_back_has_the_same_page()
    {
        await using var world = await OutingWorld.StartAsync(Day);
        await world.MoveAsync("left", o => o with { Parties = [.. o.Parties.Where(p => p.PersonId != world.Anna)] });
        (await world.MoveAsync("back", o => o with { Parties = [.. o.Parties, new CaseParty("guardian-1", "child", world.Anna)] })).ShouldBeTrue();
        (await world.StatusAsync(world.Anna)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_party_sees_their_own_questions_and_doings_and_not_the_others()
    {
        await using var world = await OutingWorld.StartAsync(Day);
        await world.AnswerAsync("guardian-1", "yes", world.Anna);
        var (anna, bob, family) = ((await world.StatusAsync(world.Anna))!, (await world.StatusAsync(world.Bob))!, (await world.StatusAsync(world.Family))!);
        anna.Timeline.Select(t => t.What.English).ShouldBe(["The answer was yes."]);
        anna.WaitsFor.ShouldBeEmpty();
        bob.Timeline.ShouldBeEmpty();
        bob.WaitsFor.ShouldHaveSingleItem().AnswerPath.ShouldNotBeNull();
        family.WaitsFor.ShouldBeEmpty();
        family.Timeline.ShouldBeEmpty();
    }
}
