using Husrum.Core.Refunds.Process;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

/// <summary>A run failed; the claim goes on in the next generation, begun from its record.</summary>
public sealed class ReplacedRunTests
{
    [Fact]
    public async Task Whoever_asks_and_however_often_one_generation_follows_another_and_no_message_is_repeated()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        var before = await world.MailsAsync(id);
        var driver = world.Get<ClaimDriver>();
        var now = world.Clock.GetUtcNow();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => driver.ReplaceAsync(id + "-g1", now, cancellation: RefundWorld.Ct)));
        answers.Count(answer => answer == RunReplacement.Begun).ShouldBe(1);
        answers.Count(answer => answer == RunReplacement.Superseded).ShouldBe(7);
        await world.SettleAsync();
        (await world.ClaimAsync(id)).Generation.ShouldBe(2);
        (await world.Hub.GetInstanceAsync(id + "-g2", cancellation: RefundWorld.Ct)).ShouldNotBeNull();
        (await world.MailsAsync(id)).ShouldBe(before);

        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        await world.PayAsync(await world.ListAsync());
        (await world.MailsAsync(id)).Count.ShouldBe((await world.MailsAsync(id)).Distinct().Count());
    }

    [Fact]
    public async Task A_run_that_fails_again_and_again_is_begun_ever_less_often_but_a_person_does_not_wait()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        var driver = world.Get<ClaimDriver>();
        var failed = world.Clock.GetUtcNow();
        (await driver.ReplaceAsync(id + "-g1", failed, cancellation: RefundWorld.Ct)).ShouldBe(RunReplacement.Begun);
        (await driver.ReplaceAsync(id + "-g2", failed, cancellation: RefundWorld.Ct)).ShouldBe(RunReplacement.Later);
        world.Clock.Set(failed.AddMinutes(1));
        (await driver.ReplaceAsync(id + "-g2", failed, cancellation: RefundWorld.Ct)).ShouldBe(RunReplacement.Begun);
        (await driver.ReplaceAsync(id + "-g3", failed, cancellation: RefundWorld.Ct)).ShouldBe(RunReplacement.Later);
        (await driver.ReplaceAsync(id + "-g3", failed, world.Operator, RefundWorld.Ct)).ShouldBe(RunReplacement.Begun);
        await world.SettleAsync();
    }

    [Theory]
    [InlineData("retention")]
    [InlineData("u-0123-gx")]
    [InlineData("p-0123-g1")]
    [InlineData("")]
    public async Task Runs_of_others_are_theirs(string instance)
    {
        await using var world = await RefundWorld.StartAsync(staffed: false);
        (await world.Get<ClaimDriver>().ReplaceAsync(instance, world.Clock.GetUtcNow(), cancellation: RefundWorld.Ct)).ShouldBe(RunReplacement.NotOurs);
    }

    [Fact]
    public async Task Of_a_claim_that_is_deleted_nothing_begins()
    {
        await using var world = await RefundWorld.StartAsync(staffed: false);
        (await world.Get<ClaimDriver>().ReplaceAsync("u-gone-g1", world.Clock.GetUtcNow(), cancellation: RefundWorld.Ct)).ShouldBe(RunReplacement.Superseded);
    }
}
