using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Tests.Refunds;

public sealed class ReturnedTests
{
    [Fact]
    public async Task Returned_and_completed_twice()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Kvitteringen er utydelig");
        var status = await world.StatusAsync(id);
        status.Reason.ShouldBe("Kvitteringen er utydelig");
        status.CompletePath.ShouldNotBeNull().ShouldStartWith("/ret?t=");

        var better = world.Documents.Add("a sharper photo");
        (await world.CompleteAsync(id, 1, f => f with { ReceiptIds = [better] })).ShouldBeOfType<IntakeResult.Accepted>();
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
        (await world.ClaimAsync(id)).Content.ReceiptIds.ShouldBe([better]);

        await world.DecideAsync(id, "refund-approve-2", world.Coordinator, "return", "Hvilken aktivitet?");
        (await world.CompleteAsync(id, 2, f => f with { Purpose = "Frugt til arrangementet om søvn" })).ShouldBeOfType<IntakeResult.Accepted>();
        await world.DecideAsync(id, "refund-approve-3", world.Coordinator, "approve");
        await world.ShouldBeAsync(id, ClaimState.Approved);

        (await world.MailsAsync(id, "refund-received")).Count.ShouldBe(1);
        (await world.MailsAsync(id, "refund-returned")).Count.ShouldBe(2);
        (await world.MailsAsync(id, "refund-approve")).Count.ShouldBe(3);
        (await world.LookAsync(id, "refund-approve-3", world.Coordinator)).Earlier.Select(e => e.Answer).ShouldBe(["return", "completed", "return", "completed"], ignoreOrder: true);
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Sent_twice_when_completing_counts_once()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        (await world.CompleteAsync(id, 1, f => f)).ShouldBeOfType<IntakeResult.Accepted>().Repeat.ShouldBeFalse();
        (await world.CompleteAsync(id, 1, f => f)).ShouldBeOfType<IntakeResult.Accepted>().Repeat.ShouldBeTrue();
        (await world.ClaimAsync(id)).Round.ShouldBe(2);
    }

    [Fact]
    public async Task Completed_in_six_tabs_at_once_one_counts_and_the_others_are_told_so()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        var (intake, token) = (world.Get<ClaimIntake>(), world.CompleteToken(id, 1, (await world.ClaimAsync(id)).ClaimantId));
        var form = (await intake.CompletionAsync(token, RefundWorld.Ct))!.Form with { RegistrationNumber = "0040", AccountNumber = "0440116243" };
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(tab => Task.Run(() => intake.CompleteAsync(token, form with { Purpose = $"Frugt fra fane {tab}" }, RefundWorld.Ct), RefundWorld.Ct)));
        results.Count(result => result is IntakeResult.Accepted { Repeat: false }).ShouldBe(1);
        results.Count(result => result is IntakeResult.Different).ShouldBe(5);
        (await world.CompleteAsync(id, 1, f => f with { Purpose = "" })).ShouldBeOfType<IntakeResult.Different>();
    }

    [Fact]
    public async Task Returned_and_never_completed_it_lapses_warmly_after_thirty_days()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        await world.GoToAsync("2026-09-30 23:59"); // the thirtieth day is still theirs
        await world.ShouldBeAsync(id, ClaimState.Returned);
        await world.GoToAsync("2026-10-01 09:00");
        await world.ShouldBeAsync(id, ClaimState.Lapsed);

        (await world.MailsAsync(id)).Skip(2).ShouldBe(
        [
            "2026-08-31 10:00 refund-returned freja",
            "2026-09-03 09:00 refund-complete-reminder freja",
            "2026-09-09 09:00 refund-complete-reminder freja",
            "2026-10-01 09:00 refund-lapsed freja",
        ]);
        (await world.CompleteAsync(id, 1, f => f)).ShouldBeOfType<IntakeResult.Gone>();
        (await world.ClaimAsync(id)).RetainUntil.ShouldBe(new DateOnly(2027, 4, 1));
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task Completing_keeps_the_account_off_the_page_and_the_department_as_it_was()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst");
        var view = (await world.Get<ClaimIntake>().CompletionAsync(world.CompleteToken(id, 1, (await world.ClaimAsync(id)).ClaimantId), RefundWorld.Ct)).ShouldNotBeNull();
        view.Form.AccountNumber.ShouldBe("");
        view.ReturnReason.ShouldBe("Mere tekst");
        view.Deadline.ShouldBe(new DateOnly(2026, 9, 30));
        await world.CompleteAsync(id, 1, f => f with { Department = "horsens" });
        (await world.ClaimAsync(id)).DepartmentId.ShouldBe("aarhus");
    }
}
