using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Tests.Refunds;

public sealed class WorklistTests
{
    [Fact]
    public async Task Each_sees_the_open_claims_of_their_departments_and_a_way_to_decide_their_own()
    {
        await using var world = await RefundWorld.StartAsync();
        var aarhus = await world.SendAsync(world.Form());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var horsens = await world.SendAsync(world.Form() with { Department = "horsens" });
        var closed = await world.SendAsync(world.Form());
        await world.WithdrawAsync(closed);

        var coordinators = await ListAsync(world, world.Coordinator);
        coordinators.Select(i => i.Claim.Id).ShouldBe([aarhus]);
        coordinators[0].DecidePath.ShouldBe("/afgoer?t=" + world.TokenFor(aarhus, "refund-approve-1", world.Coordinator));
        coordinators[0].WaitsFor.Danish.ShouldBe("Venter på svar fra Karla Koordinator.");
        (await ListAsync(world, world.Deputy)).Single().DecidePath.ShouldBeNull();
        (await ListAsync(world, world.Leader)).Select(i => (i.Claim.Id, i.DecidePath is not null)).ShouldBe([(aarhus, false), (horsens, true)]);
        (await ListAsync(world, world.Operator)).ShouldBeEmpty();
        (await ListAsync(world, "p-nobody")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_says_what_each_waits_for_and_since_when()
    {
        await using var world = await RefundWorld.StartAsync();
        var returned = await world.SendAsync(world.Form());
        await world.DecideAsync(returned, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.SendApprovedAsync(world.Form());
        var list = await ListAsync(world, world.Treasurer);
        list.Select(i => i.WaitsFor.English).ShouldBe(["Waiting for the person who sent the claim.", "It is waiting for the treasurer to pay."]);
        list[1].Since.ShouldBe(world.Clock.GetUtcNow());
    }

    private static Task<IReadOnlyList<WorklistItem>> ListAsync(RefundWorld world, string personId) => world.Get<ClaimWorklist>().ForAsync(personId, RefundWorld.Ct);
}
