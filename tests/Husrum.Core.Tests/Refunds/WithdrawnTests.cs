using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Tests.Refunds;

public sealed class WithdrawnTests
{
    [Fact]
    public async Task Withdrawn_while_it_waits_for_approval_the_approver_is_told_and_the_link_closes()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.Withdrawn);
        await world.ShouldBeAsync(id, ClaimState.Withdrawn);
        (await world.MailsAsync(id, "refund-withdrawn")).ShouldBe(["2026-08-31 10:00 refund-withdrawn karla"]);
        (await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.AlreadyDecided>().Decision.Answer.ShouldBe("withdrawn");
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.Withdrawn);
        await world.GoToAsync("2026-12-01 12:00");
        (await world.MailsAsync(id)).Count.ShouldBe(3);
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Withdrawn_before_anyone_was_asked_nobody_is()
    {
        await using var world = await RefundWorld.StartAsync();
        world.HoldStarts = true; // the form comes in; its orchestration has not run yet
        var id = await world.SendAsync(world.Form());
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.Withdrawn);
        await world.ReleaseAsync();
        await world.ShouldBeAsync(id, ClaimState.Withdrawn);
        (await world.MailsAsync(id, "refund-approve")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawn_while_it_waits_for_the_second_approval()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form("2500"));
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.Withdrawn);
        await world.ShouldBeAsync(id, ClaimState.Withdrawn);
        (await world.MailsAsync(id, "refund-withdrawn")).ShouldBe(["2026-08-31 10:00 refund-withdrawn didrik"]);
    }

    [Fact]
    public async Task Withdrawn_after_it_was_sent_back_the_one_who_sent_it_back_is_told()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.Withdrawn);
        await world.ShouldBeAsync(id, ClaimState.Withdrawn);
        (await world.MailsAsync(id, "refund-withdrawn")).ShouldBe(["2026-08-31 10:00 refund-withdrawn karla"]);
    }

    [Fact]
    public async Task Approved_listed_or_paid_it_is_too_late()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form());
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.TooLate);
        var list = await world.ListAsync();
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.TooLate);
        await world.PayAsync(list);
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.TooLate);
        (await world.StatusAsync(id)).CanWithdraw.ShouldBeFalse();
    }

    [Fact]
    public async Task Approved_and_withdrawn_at_the_same_moment_one_of_them_counts()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            await using var world = await RefundWorld.StartAsync();
            var id = await world.SendAsync(world.Form());
            var approve = Task.Run(() => world.Get<ClaimDecisions>().DecideAsync(world.TokenFor(id, "refund-approve-1", world.Coordinator), new DecisionInput("approve", "", "123"), RefundWorld.Ct), RefundWorld.Ct);
            var withdraw = Task.Run(() => world.Get<ClaimStatus>().WithdrawAsync(world.StatusToken(id), RefundWorld.Ct), RefundWorld.Ct);
            await Task.WhenAll(approve, withdraw);
            await world.SettleAsync();
            var approved = await approve is DecideResult.Decided;
            (await withdraw).ShouldBe(approved ? WithdrawResult.TooLate : WithdrawResult.Withdrawn);
            await world.ShouldBeAsync(id, approved ? ClaimState.Approved : ClaimState.Withdrawn);
        }
    }
}
