using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;
using Husrum.Durable.Client;

namespace Husrum.Core.Tests.Refunds;

public sealed class HappyCourseTests
{
    [Fact]
    public async Task A_claim_goes_from_receipt_to_payout_and_everyone_hears_what_concerns_them()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");

        var id = await world.SendAsync(world.Form());
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
        (await world.StatusAsync(id)).WaitsFor!.Danish.ShouldBe("Det venter på et svar fra Aarhus.");

        (await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.Decided>();
        await world.ShouldBeAsync(id, ClaimState.Approved);

        var list = await world.ListAsync();
        await world.ShouldBeAsync(id, ClaimState.OnPaymentList);
        (await world.PayAsync(list)).ShouldBe(PaymentResult.Done);
        await world.ShouldBeAsync(id, ClaimState.Paid);

        (await world.MailsAsync(id)).ShouldBe(
        [
            "2026-08-31 10:00 refund-approve karla",
            "2026-08-31 10:00 refund-approved freja",
            "2026-08-31 10:00 refund-paid freja",
            "2026-08-31 10:00 refund-received freja",
        ]);
        (await world.TimelineAsync(id)).ShouldBe(["received", "asked", "approved", "listed", "paid"]);
        (await world.ClaimAsync(id)).RetainUntil.ShouldBe(new DateOnly(2031, 12, 31));
        await world.EveryMailCanBeReadAsync(id);

        // a payment can be taken back for sixty days; then the run ends
        await world.GoToAsync("2026-10-29 12:00");
        (await world.Hub.GetInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        await world.GoToAsync("2026-10-31 12:00");
        (await world.Hub.GetInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await world.MailsAsync(id)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task At_night_the_receipt_goes_at_once_and_the_approver_is_left_to_sleep()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 22:15");
        var id = await world.SendAsync(world.Form());
        (await world.MailsAsync(id)).ShouldBe(["2026-08-31 22:15 refund-received freja", "2026-09-01 08:00 refund-approve karla"]);
    }

    [Fact]
    public async Task An_English_claim_is_answered_in_English()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form() with { Language = "en" });
        (await world.NoticesAsync(id)).Where(n => n.To.StartsWith("freja", StringComparison.Ordinal)).ShouldAllBe(n => n.Language == "en");
        (await world.NoticesAsync(id)).Single(n => n.Template == "refund-approve").Language.ShouldBe("da");
        await world.EveryMailCanBeReadAsync(id);
    }
}
