using System.Text.Json.Nodes;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Rules;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Core.Retention;
using Husrum.Durable.Client;

namespace Husrum.Core.Tests.Refunds;

public sealed class RetentionTests
{
    [Theory]
    [InlineData(ClaimState.Paid, "2026-01-01", "2031-12-31")]
    [InlineData(ClaimState.Paid, "2026-12-31", "2031-12-31")]
    [InlineData(ClaimState.Rejected, "2026-08-31", "2027-02-28")]
    [InlineData(ClaimState.Withdrawn, "2026-10-31", "2027-04-30")]
    [InlineData(ClaimState.Lapsed, "2026-05-15", "2026-11-15")]
    public void A_voucher_is_kept_five_years_from_the_years_end_and_what_was_not_paid_half_a_year(ClaimState state, string closed, string until) =>
        RetentionRule.Until(state, DateOnly.Parse(closed)).ShouldBe(DateOnly.Parse(until));

    [Fact]
    public async Task A_file_shared_by_two_claims_goes_with_the_last()
    {
        await using var world = await RefundWorld.StartAsync("2026-12-30 10:00");
        await StartSweepAsync(world);
        var (shared, own) = (world.Documents.Add("shared"), world.Documents.Add("own"));
        var paid2026 = await world.SendApprovedAsync(world.Form() with { ReceiptIds = [shared, own] });
        var listA = await world.ListAsync();
        await world.PayAsync(listA);
        await world.GoToAsync("2027-01-05 10:00");
        var paid2027 = await world.SendApprovedAsync(world.Form() with { ReceiptIds = [shared] });
        var listB = await world.ListAsync();
        await world.PayAsync(listB);

        await world.GoToAsync("2031-12-31 23:00"); // the last day it must be kept
        (await ExistsAsync(world, paid2026)).ShouldBeTrue();
        await world.GoToAsync("2032-01-01 03:29");
        (await ExistsAsync(world, paid2026)).ShouldBeTrue();
        await world.GoToAsync("2032-01-01 03:30");
        (await ExistsAsync(world, paid2026)).ShouldBeFalse();
        (await world.Documents.ExistsAsync(own, RefundWorld.Ct)).ShouldBeFalse();
        (await world.Documents.ExistsAsync(shared, RefundWorld.Ct)).ShouldBeTrue();
        (await world.Get<PaymentLists>().GetAsync(listA, RefundWorld.Ct)).ShouldBeNull();

        await world.GoToAsync("2033-01-01 03:30");
        (await ExistsAsync(world, paid2027)).ShouldBeFalse();
        (await world.Documents.ExistsAsync(shared, RefundWorld.Ct)).ShouldBeFalse();
        foreach (var index in new[] { Partitions.ClaimIndex, ClaimIndexes.Open, ClaimIndexes.Lists, Partitions.ReceiptIndex, Partitions.AmountIndex, Partitions.RetainIndex, Partitions.LinkIndex, Partitions.NoticeDueIndex, Partitions.Claim(paid2026), Partitions.Claim(paid2027), Partitions.PaymentList(listA), Partitions.PaymentList(listB) })
            (await CountAsync(world, index)).ShouldBe(0, index);
    }

    [Fact]
    public async Task A_payment_that_was_taken_back_is_not_kept_by_its_first_date()
    {
        await using var world = await RefundWorld.StartAsync("2026-12-30 10:00");
        await StartSweepAsync(world);
        var id = await world.SendApprovedAsync(world.Form());
        await world.PayAsync(await world.ListAsync());
        await world.GoToAsync("2027-01-05 10:00");
        await world.TakeBackAsync(id);
        await world.PayAsync(await world.ListAsync());
        (await CountAsync(world, Partitions.RetainIndex)).ShouldBe(1);
        await world.GoToAsync("2032-06-01 10:00");
        (await ExistsAsync(world, id)).ShouldBeTrue();
        await world.GoToAsync("2033-01-01 04:00");
        (await ExistsAsync(world, id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_receipt_that_was_replaced_is_kept_with_the_claim_and_goes_with_it()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await StartSweepAsync(world);
        var form = world.Form();
        var id = await world.SendAsync(form);
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Utydelig");
        var better = world.Documents.Add("better");
        await world.CompleteAsync(id, 1, f => f with { ReceiptIds = [better], Lines = [new ClaimFormLine("Frugt", "99")] });
        (await CountAsync(world, Partitions.AmountIndex)).ShouldBe(1);
        await world.DecideAsync(id, "refund-approve-2", world.Coordinator, "reject", "Alligevel ikke");
        await world.GoToAsync("2027-02-28 23:00");
        (await world.Documents.ExistsAsync(form.ReceiptIds[0], RefundWorld.Ct)).ShouldBeTrue();
        await world.GoToAsync("2027-03-01 04:00");
        world.Documents.Count.ShouldBe(0);
        (await CountAsync(world, Partitions.ReceiptIndex)).ShouldBe(0);
        (await CountAsync(world, Partitions.AmountIndex)).ShouldBe(0);
    }

    [Fact]
    public async Task A_claim_with_hundreds_of_rows_goes_whole()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await StartSweepAsync(world);
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2028-06-01 10:00"); // nearly two years of reminders
        (await CountAsync(world, Partitions.Claim(id))).ShouldBeGreaterThan(250);
        (await world.WithdrawAsync(id)).ShouldBe(WithdrawResult.Withdrawn);
        await world.GoToAsync("2028-12-02 04:00");
        (await CountAsync(world, Partitions.Claim(id))).ShouldBe(0);
        world.Documents.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_deleted_tonight_does_not_stand_in_the_way_and_is_tried_tomorrow()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await StartSweepAsync(world);
        await world.Register.CommitAsync(RetentionIndex.Add(new RegisterBatch("unheard-of:1").Put("x", new RetainPlace("x")), new DateOnly(2026, 9, 1)), RefundWorld.Ct);
        var id = await world.SendAsync(world.Form());
        await world.WithdrawAsync(id);
        await world.GoToAsync("2027-03-01 04:00");
        (await ExistsAsync(world, id)).ShouldBeFalse();
        (await CountAsync(world, Partitions.RetainIndex)).ShouldBe(1);
        (await world.Hub.GetInstanceAsync(RetentionTasks.InstanceId, cancellation: RefundWorld.Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task Files_of_a_form_that_was_never_sent_go_and_those_that_a_claim_uses_stay()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await StartSweepAsync(world);
        var form = world.Form();
        var (sent, unsent) = (form.ReceiptIds[0], world.Documents.Add("never sent"));
        var batch = new RegisterBatch(Partitions.Draft("d1"));
        foreach (var sha in new[] { sent, unsent })
            DocumentUses.Add(batch.Put(DraftNote.RowOf(sha), new DraftNote(sha, new DateOnly(2026, 9, 7))), sha);
        await world.Register.CommitAsync(RetentionIndex.Add(batch, new DateOnly(2026, 9, 7)), RefundWorld.Ct);
        await world.SendAsync(form);
        await world.GoToAsync("2026-09-07 04:00");
        (await world.Documents.ExistsAsync(unsent, RefundWorld.Ct)).ShouldBeFalse();
        (await world.Documents.ExistsAsync(sent, RefundWorld.Ct)).ShouldBeTrue();
        (await CountAsync(world, Partitions.Draft("d1"))).ShouldBe(0);
    }

    [Fact]
    public async Task The_history_of_a_run_goes_ninety_days_after_its_end_and_the_claim_stays()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await world.Hub.ScheduleNewOrchestrationInstanceAsync(RetentionTasks.EndedRunsOrchestrator, null, new StartOrchestrationOptions(RetentionTasks.EndedRunsInstanceId), RefundWorld.Ct);
        var rejected = await world.SendAsync(world.Form());
        await world.DecideAsync(rejected, "refund-approve-1", world.Coordinator, "reject", "Ikke en aktivitet hos os");
        var waiting = await world.SendAsync(world.Form());
        var paid = await world.SendApprovedAsync(world.Form());
        await world.PayAsync(await world.ListAsync()); // its run ends sixty days later

        await world.GoToAsync("2026-11-29 03:30");
        (await RunAsync(rejected)).ShouldNotBeNull(); // the ninetieth day is not over
        await world.GoToAsync("2026-11-30 03:30");
        (await RunAsync(rejected)).ShouldBeNull();
        (await RunAsync(paid)).ShouldNotBeNull();
        await world.GoToAsync("2027-03-01 03:30");
        (await RunAsync(paid)).ShouldBeNull();
        (await RunAsync(waiting))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        (await RunAsync(RetentionTasks.EndedRunsInstanceId, ""))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);

        // all that was known is still known, and a new run takes over where the old one is gone
        (await world.StatusAsync(paid)).Timeline.ShouldNotBeEmpty();
        await world.TakeBackAsync(paid);
        (await RunAsync(paid, "-g2"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);

        Task<OrchestrationMetadata?> RunAsync(string id, string generation = "-g1") => world.Hub.GetInstanceAsync(id + generation, cancellation: RefundWorld.Ct);
    }

    private static Task StartSweepAsync(RefundWorld world) =>
        world.Hub.ScheduleNewOrchestrationInstanceAsync(RetentionTasks.Orchestrator, null, new StartOrchestrationOptions(RetentionTasks.InstanceId), RefundWorld.Ct);

    private static async Task<bool> ExistsAsync(RefundWorld world, string claimId) =>
        await world.Register.GetAsync<ExpenseClaim>(Partitions.Claim(claimId), ExpenseClaim.Row, RefundWorld.Ct) is not null;

    private static async Task<int> CountAsync(RefundWorld world, string partition)
    {
        var count = 0;
        await foreach (var _ in world.Register.QueryAsync<JsonObject>(partition, cancellation: RefundWorld.Ct))
            count++;
        return count;
    }
}
