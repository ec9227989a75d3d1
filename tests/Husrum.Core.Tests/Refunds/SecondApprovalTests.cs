using Husrum.Core.Formats;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Tests.Refunds;

public sealed class SecondApprovalTests
{
    [Fact]
    public async Task Above_the_limit_a_second_person_approves()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form("2000,01"));
        (await world.LookAsync(id, "refund-approve-1", world.Coordinator)).NeedsSecond.ShouldBeTrue();

        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        await world.ShouldBeAsync(id, ClaimState.AwaitingSecondApproval);
        (await world.MailsAsync(id, "refund-second-approve")).ShouldBe(["2026-08-31 10:00 refund-second-approve didrik"]);
        (await world.MailsAsync(id, "refund-approved")).ShouldBeEmpty();
        var view = await world.LookAsync(id, "refund-second-1", world.Deputy);
        view.IsSecond.ShouldBeTrue();
        view.Earlier.Single().ByName.ShouldBe("Karla Koordinator");

        await world.DecideAsync(id, "refund-second-1", world.Deputy, "approve");
        await world.ShouldBeAsync(id, ClaimState.Approved);
        (await world.TimelineAsync(id)).ShouldBe(["received", "asked", "first-approved", "asked-second", "approved"]);
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task The_same_person_cannot_give_both()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form("2500"));
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        // the first approver has no link to the second question; the first one's link shows what was decided
        (await world.DecideAsync(id, "refund-second-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.Gone>();
        (await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.AlreadyDecided>();
        await world.ShouldBeAsync(id, ClaimState.AwaitingSecondApproval);
    }

    [Fact]
    public async Task One_who_is_coordinator_and_leader_still_counts_once()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00", staffed: false);
        var both = await world.GivenStaffAsync("Karla Koordinator", StaffRole.Coordinator, StaffRole.Leader);
        await world.GivenStaffAsync("Oda Operatør", StaffRole.Operator);
        var id = await world.SendAsync(world.Form("2500"));
        await world.DecideAsync(id, "refund-approve-1", both, "approve");
        await world.ShouldBeAsync(id, ClaimState.AwaitingSecondApproval);
        (await world.MailsAsync(id, "refund-second-approve")).ShouldBeEmpty();
        (await world.MailsAsync(id, "refund-stuck")).Select(m => m.Split(' ')[^1]).ShouldBe(["karla", "oda"]);
    }

    [Fact]
    public async Task The_second_person_sends_it_back_and_both_approve_the_completed_claim_anew()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form("2500"));
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        await world.DecideAsync(id, "refund-second-1", world.Deputy, "return", "Del beløbet op på linjer");
        await world.ShouldBeAsync(id, ClaimState.Returned);
        await world.CompleteAsync(id, 1, f => f);
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
        await world.DecideAsync(id, "refund-approve-2", world.Coordinator, "approve");
        await world.DecideAsync(id, "refund-second-2", world.Deputy, "approve");
        await world.ShouldBeAsync(id, ClaimState.Approved);
    }

    [Theory]
    [InlineData(200000, false)]
    [InlineData(200001, true)]
    public void The_limit_itself_needs_one(long oere, bool needed) => SecondApproval.IsNeeded(new Kroner(oere), new Limits(2000)).ShouldBe(needed);
}
