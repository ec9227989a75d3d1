using Husrum.Core.Links;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Process;
using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Tests.Refunds;

public sealed class DecideTests
{
    [Fact]
    public async Task Fifty_answers_at_once_are_one_decision()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        var token = world.TokenFor(id, "refund-approve-1", world.Coordinator);
        var inputs = new[] { new DecisionInput("approve", "", "123"), new DecisionInput("reject", "Ikke noget vi betaler", ""), new DecisionInput("return", "Mere tekst", "") };
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => world.Get<ClaimDecisions>().DecideAsync(token, inputs[i % 3], RefundWorld.Ct), RefundWorld.Ct)));
        var decided = results.OfType<DecideResult.Decided>().Single().Decision;
        results.OfType<DecideResult.AlreadyDecided>().Count().ShouldBe(49);
        results.OfType<DecideResult.AlreadyDecided>().ShouldAllBe(r => r.Decision == decided);
        await world.SettleAsync();
        await world.ShouldBeAsync(id, decided.Answer switch { "approve" => ClaimState.Approved, "reject" => ClaimState.Rejected, _ => ClaimState.Returned });
    }

    [Fact]
    public async Task A_thousand_looks_change_nothing()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        var before = world.Faults.Commits;
        for (var i = 0; i < 1000; i++)
            (await world.LookAsync(id, "refund-approve-1", world.Coordinator)).Decided.ShouldBeNull();
        world.Faults.Commits.ShouldBe(before);
    }

    [Fact]
    public async Task To_approve_the_amount_is_typed_and_to_refuse_a_reason()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form("123,45"));
        foreach (var (input, field) in new[]
        {
            (new DecisionInput("approve", "", ""), "amount"),
            (new DecisionInput("approve", "", "122"), "amount"),
            (new DecisionInput("reject", " ", ""), "reason"),
            (new DecisionInput("return", "Skriv 010190-1234 på", ""), "reason"),
            (new DecisionInput("approve", "CPR 010190-1234", "123"), "reason"),
            (new DecisionInput("", "", ""), "decision"),
            (new DecisionInput("withdrawn", "", ""), "decision"),
        })
        {
            var result = await world.Get<ClaimDecisions>().DecideAsync(world.TokenFor(id, "refund-approve-1", world.Coordinator), input, RefundWorld.Ct);
            result.ShouldBeOfType<DecideResult.Invalid>().Problems.Single().Field.ShouldBe(field);
        }

        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
    }

    [Fact]
    public async Task Rejected_with_a_reason_the_claimant_reads_it()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "reject", "Det er ikke til en af vores aktiviteter");
        await world.ShouldBeAsync(id, ClaimState.Rejected);
        (await world.NoticesAsync(id)).Single(n => n.Template == "refund-rejected").Fields["reason"].ShouldBe("Det er ikke til en af vores aktiviteter");
        (await world.StatusAsync(id)).Reason.ShouldBe("Det er ikke til en af vores aktiviteter");
        (await world.ClaimAsync(id)).RetainUntil.ShouldBe(new DateOnly(2027, 2, 28));
        (await world.Hub.GetInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct))!.IsCompleted.ShouldBeTrue();
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task A_link_for_one_purpose_opens_nothing_else()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        var decide = world.TokenFor(id, "refund-approve-1", world.Coordinator);
        (await world.Get<ClaimStatus>().ViewAsync(decide, RefundWorld.Ct)).ShouldBeNull();
        (await world.Get<ClaimDecisions>().ViewAsync(world.StatusToken(id), RefundWorld.Ct)).ShouldBeNull();
        var forged = world.Get<PersonalLinks>().TokenFor(LinkPurpose.Decide, RefundLinks.StatusTokenId(id));
        (await world.Get<ClaimDecisions>().ViewAsync(forged, RefundWorld.Ct)).ShouldBeNull();
        (await world.Get<ClaimDecisions>().DecideAsync(decide + "x", new DecisionInput("approve", "", "123"), RefundWorld.Ct)).ShouldBeOfType<DecideResult.Gone>();
    }

    [Fact]
    public async Task The_decision_page_shows_the_account_masked()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        var view = await world.LookAsync(id, "refund-approve-1", world.Coordinator);
        view.Claim.AccountMasked.ShouldBe("0040 *******243");
        view.AskedName.ShouldBe("Karla Koordinator");
        System.Text.Json.JsonSerializer.Serialize(view).ShouldNotContain("0440116243");
    }

    [Fact]
    public async Task Events_in_the_wrong_order_and_out_of_season_are_harmless()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        foreach (var stray in new[] { "paid", "listed", "taken-back", "paid" })
            await world.Hub.RaiseEventAsync(id + "-g1", PaymentSignal.EventName, new PaymentSignal(stray), RefundWorld.Ct);
        await world.Hub.RaiseEventAsync(id + "-g1", "decision:refund-second-1", new { answer = "approve" }, RefundWorld.Ct);
        await world.Hub.RaiseEventAsync(id + "-g1", "decision:refund-approve-1", new { answer = "approve" }, RefundWorld.Ct); // says so, but the register does not
        await world.SettleAsync();
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);

        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        await world.ShouldBeAsync(id, ClaimState.Approved);
        await world.PayAsync(await world.ListAsync());
        await world.ShouldBeAsync(id, ClaimState.Paid);
        (await world.MailsAsync(id)).Count.ShouldBe(4);
        await world.Hub.RaiseEventAsync(id + "-g1", PaymentSignal.EventName, new PaymentSignal("paid"), RefundWorld.Ct);
        await world.SettleAsync();
        (await world.ClaimAsync(id)).DriverEnded.ShouldBeFalse(); // a stray event does not shorten the watch over the payment
    }

    [Fact]
    public async Task An_answer_given_while_a_new_generation_takes_over_reaches_that_one()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.Hub.TerminateInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct);
        var restarted = false;
        world.Register.BeforeCommit = batch =>
        {
            if (restarted || batch.Changes.All(c => c.Row != "decision:refund-approve-1"))
                return;
            restarted = true; // read, not yet written: this is the moment
            world.Get<ClaimDriver>().RestartAsync(id, null, RefundWorld.Ct).GetAwaiter().GetResult();
            world.SettleAsync().GetAwaiter().GetResult();
        };
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        restarted.ShouldBeTrue();
        await world.ShouldBeAsync(id, ClaimState.Approved);
    }

    [Fact]
    public async Task The_treasurer_is_quicker_than_the_messages_of_the_hub()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendApprovedAsync(world.Form());
        world.HoldStarts = true;
        var list = await world.ListAsync();
        await world.PayAsync(list);
        await world.TakeBackAsync(id);
        await world.PayAsync(await world.ListAsync());
        await world.ReleaseAsync(backwards: true);
        await world.ShouldBeAsync(id, ClaimState.Paid);
        (await world.MailsAsync(id, "refund-paid")).Count.ShouldBe(2);
        await world.GoToAsync("2027-01-01 12:00");
        (await world.Hub.GetInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct))!.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_hub_is_down_is_there_when_it_is_back()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        world.HoldStarts = true;
        await world.Get<ClaimDecisions>().DecideAsync(world.TokenFor(id, "refund-approve-1", world.Coordinator), new DecisionInput("approve", "", "123"), RefundWorld.Ct);
        await world.RestartAsync();
        await world.ReleaseAsync();
        await world.ShouldBeAsync(id, ClaimState.Approved);
    }

    [Fact]
    public async Task A_new_generation_picks_up_at_the_stage_the_record_says_and_repeats_no_message()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.Hub.TerminateInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct);
        (await world.Get<ClaimDriver>().RestartAsync(id, world.Operator, RefundWorld.Ct)).ShouldBe(id + "-g2");
        await world.SettleAsync();
        (await world.MailsAsync(id)).Count.ShouldBe(2);
        await world.GoToAsync("2026-09-03 12:00");
        (await world.MailsAsync(id, "refund-approve-reminder")).Count.ShouldBe(1);
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve");
        await world.ShouldBeAsync(id, ClaimState.Approved);
    }
}
