using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Refunds;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_form_sent_twice_counts_once()
    {
        await using var world = await RefundWorld.StartAsync();
        var form = world.Form();
        var first = (await world.Get<ClaimIntake>().SubmitAsync(form, RefundWorld.Ct)).ShouldBeOfType<IntakeResult.Accepted>();
        var second = (await world.Get<ClaimIntake>().SubmitAsync(form, RefundWorld.Ct)).ShouldBeOfType<IntakeResult.Accepted>();
        second.Repeat.ShouldBeTrue();
        second.ClaimId.ShouldBe(first.ClaimId);
        second.StatusPath.ShouldBe(first.StatusPath);
        await world.SettleAsync();
        (await world.MailsAsync(first.ClaimId)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Twenty_impatient_clicks_are_one_claim_of_one_person()
    {
        await using var world = await RefundWorld.StartAsync();
        var form = world.Form();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.Get<ClaimIntake>().SubmitAsync(form, RefundWorld.Ct), RefundWorld.Ct)));
        results.OfType<IntakeResult.Accepted>().Count(r => !r.Repeat).ShouldBe(1);
        results.OfType<IntakeResult.Accepted>().Count().ShouldBe(20);
        await world.SettleAsync();
        (await world.MailsAsync(results.OfType<IntakeResult.Accepted>().First().ClaimId)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_form_under_the_same_submission_id_is_said_to_be_another()
    {
        await using var world = await RefundWorld.StartAsync();
        var form = world.Form();
        await world.SendAsync(form);
        (await world.Get<ClaimIntake>().SubmitAsync(form with { Purpose = "Noget helt andet" }, RefundWorld.Ct)).ShouldBeOfType<IntakeResult.Different>();
    }

    [Fact]
    public async Task A_receipt_that_was_never_stored_is_missed()
    {
        await using var world = await RefundWorld.StartAsync();
        var result = await world.Get<ClaimIntake>().SubmitAsync(world.Form() with { ReceiptIds = [new string('a', 64)] }, RefundWorld.Ct);
        result.ShouldBeOfType<IntakeResult.Invalid>().Problems.Single().Field.ShouldBe("receipts");
    }

    [Fact]
    public async Task Nothing_is_written_of_a_form_with_mistakes()
    {
        await using var world = await RefundWorld.StartAsync();
        var before = world.Faults.Commits;
        (await world.Get<ClaimIntake>().SubmitAsync(world.Form() with { AccountNumber = "" }, RefundWorld.Ct)).ShouldBeOfType<IntakeResult.Invalid>();
        world.Faults.Commits.ShouldBe(before);
    }

    [Fact]
    public async Task The_same_receipt_on_another_claim_is_accepted_and_flagged()
    {
        await using var world = await RefundWorld.StartAsync();
        var first = await world.SendAsync(world.Form("100", receipt: "one and the same"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await world.SendAsync(world.Form("120", name: "Gert Glad", receipt: "one and the same"));
        (await world.ClaimAsync(first)).Flags.ShouldBeEmpty();
        var flag = (await world.ClaimAsync(second)).Flags.Single();
        flag.Kind.ShouldBe(ClaimFlagKind.SameReceipt);
        flag.Other!.Id.ShouldBe(first);
        (await world.LookAsync(second, "refund-approve-1", world.Coordinator)).Flags.Single().Danish.ShouldContain("31.8.2026");
        (await world.NoticesAsync(second)).Single(n => n.Template == "refund-approve").Fields["flags"].ShouldContain("En af kvitteringerne er også brugt");
    }

    [Fact]
    public async Task Same_amount_date_and_payee_is_flagged_also_where_the_receipt_is_another_photo()
    {
        await using var world = await RefundWorld.StartAsync();
        var form = world.Form();
        await world.SendAsync(form);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await world.SendAsync(form with { SubmissionId = "another", ReceiptIds = [world.Documents.Add("another photo")] });
        (await world.ClaimAsync(second)).Flags.Single().Kind.ShouldBe(ClaimFlagKind.SameAmount);
    }

    [Fact]
    public async Task Two_with_the_same_receipt_at_the_same_moment_one_of_them_is_flagged()
    {
        await using var world = await RefundWorld.StartAsync();
        var (a, b) = (await world.SendAsync(world.Form("1", receipt: "same")), await world.SendAsync(world.Form("2", receipt: "same")));
        ((await world.ClaimAsync(a)).Flags.Count + (await world.ClaimAsync(b)).Flags.Count).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_new_account_another_payee_and_a_missing_receipt_are_flagged()
    {
        await using var world = await RefundWorld.StartAsync();
        await world.SendApprovedAsync(world.Form());
        await world.PayAsync(await world.ListAsync());
        var changed = await world.SendAsync(world.Form() with { AccountNumber = "9999999999" });
        (await world.ClaimAsync(changed)).Flags.Single().Kind.ShouldBe(ClaimFlagKind.AccountChanged);
        var missing = await world.SendAsync(world.Form() with { ReceiptIds = [], MissingReceipt = true, MissingReceiptStatement = "Købt på markedet, de gav ingen kvittering", PayeeName = "Peter Nabo", AccountNumber = "1" });
        (await world.ClaimAsync(missing)).Flags.Select(f => f.Kind).ShouldBe([ClaimFlagKind.ReceiptMissing, ClaimFlagKind.OtherPayee]);
    }

    [Fact]
    public async Task Nothing_personal_is_in_keys_instance_ids_or_event_names()
    {
        var keys = new List<string>();
        await using var world = await RefundWorld.StartAsync();
        world.Register.BeforeCommit = batch => keys.AddRange([batch.Partition, .. batch.Changes.Select(c => c.Row), .. batch.Indexes.SelectMany(i => new[] { i.Partition, i.Row }), .. batch.Commands.SelectMany(c => new[] { c.InstanceId, c.EventName ?? "", System.Text.Json.JsonSerializer.Serialize(c.Payload) })]);
        var id = await world.SendApprovedAsync(world.Form());
        await world.PayAsync(await world.ListAsync());
        (await world.ClaimAsync(id)).State.ShouldBe(ClaimState.Paid);
        foreach (var secret in new[] { "freja", "Frivillig", "0440116243", "123,45", "12345", "Snacks", "karla" })
            keys.ShouldNotContain(k => k.Contains(secret, StringComparison.OrdinalIgnoreCase));
        keys.ShouldAllBe(k => k.Length == 0 || k[0] == '{' || k == "null" || RegisterKey.Check(k) == k);
    }
}
