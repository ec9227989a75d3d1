using Husrum.Core.Messages;
using Husrum.Core.Refunds.Messages;
using Husrum.Core.Register;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>Expense claims, reckoned up.</summary>
public sealed class ClaimReconciliationTests
{
    [Fact]
    public async Task A_claim_that_is_paid_balances()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form("2.500,00"));
        await world.GoToAsync("2026-09-10 12:00"); // the treasurer was reminded
        await world.PayAsync(await world.ListAsync());
        await world.GoToAsync("2026-12-01 12:00");

        (await world.BalanceAsync()).ShouldBeEmpty();
        (await world.ClaimAsync(id)).DriverEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Claims_of_which_nobody_decides_and_that_nobody_completes_balance()
    {
        await using var world = await RefundWorld.StartAsync();
        await world.SendAsync(world.Form());
        var second = await world.SendAsync(world.Form(name: "Sofus Frivillig"));
        await world.DecideAsync(second, "refund-approve-1", world.Coordinator, "return", "Kvitteringen mangler");
        var third = await world.SendAsync(world.Form(name: "Tilde Frivillig"));
        await world.DecideAsync(third, "refund-approve-1", world.Coordinator, "reject", "Det er ikke et udlæg");
        await world.WithdrawAsync(await world.SendAsync(world.Form(name: "Ulla Frivillig")));
        await world.GoToAsync("2026-11-20 12:00");

        (await world.BalanceAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_that_nobody_was_told_of_is_lost()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form());
        await world.PayAsync(await world.ListAsync());
        await world.GoToAsync("2026-09-01 12:00");
        await world.ChangeAsync(Outbox.Remove(new RegisterBatch(Partitions.Claim(id)), await world.NoticeAsync(Partitions.Claim(id), n => n.Template == RefundMessages.Paid)));

        (await world.BalanceAsync()).ShouldBe(["Lost paid"]);
    }

    [Fact]
    public async Task A_claim_whose_question_lies_with_nobody_is_stuck()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.ChangeAsync(new RegisterBatch(Partitions.Claim(id)).Delete("decision:refund-approve-1"));
        await world.GoToAsync("2026-09-01 12:00");

        (await world.BalanceAsync()).ShouldBe(["Stuck refund-approve"]);
    }

    [Fact]
    public async Task A_claim_whose_orchestration_is_gone_is_stuck_once_its_reminder_is_due()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.Hub.TerminateInstanceAsync((await world.ClaimAsync(id)).InstanceId, cancellation: RefundWorld.Ct);
        await world.GoToAsync("2026-09-02 12:00");
        (await world.BalanceAsync()).ShouldBeEmpty();
        await world.GoToAsync("2026-09-04 12:00");

        (await world.BalanceAsync()).ShouldBe(["Stuck refund-approve"]);
    }
}
