using Husrum.Core.People;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Tests.Refunds;

public sealed class NobodyAnswersTests
{
    [Fact]
    public async Task Asked_before_Easter_reminders_and_escalations_skip_the_holidays_and_money_is_never_approved_by_silence()
    {
        // Maundy Thursday 25 March, Good Friday, Easter Monday 29 March; summer time from the 28th; Ascension Day 6 May
        await using var world = await RefundWorld.StartAsync("2027-03-22 14:30");
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2027-05-07 12:00");

        (await world.MailsAsync(id)).ShouldBe(
        [
            "2027-03-22 14:30 refund-approve karla",
            "2027-03-22 14:30 refund-received freja",
            "2027-03-30 09:00 refund-approve-reminder karla",
            "2027-04-05 09:00 refund-approve-reminder karla",
            "2027-04-08 09:00 refund-approve-escalated didrik",
            "2027-04-15 09:00 refund-approve-escalated lea",
            "2027-04-22 09:00 refund-approve-reminder lea",
            "2027-04-22 09:00 refund-stuck oda",
            "2027-04-29 09:00 refund-approve-reminder lea",
            "2027-04-29 09:00 refund-stuck oda",
            "2027-05-07 09:00 refund-approve-reminder lea",
            "2027-05-07 09:00 refund-stuck oda",
        ]);
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
        await world.EveryMailCanBeReadAsync(id);

        // a year on it still waits, and the history has not grown beyond a handful of moments
        await world.GoToAsync("2028-03-22 12:00");
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
        (await world.DecideAsync(id, "refund-approve-1", world.Leader, "approve")).ShouldBeOfType<DecideResult.Decided>();
        await world.ShouldBeAsync(id, ClaimState.Approved);
    }

    [Fact]
    public async Task The_coordinators_first_link_still_works_after_others_were_asked_and_then_closes_for_all()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-10-15 12:00");

        (await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.Decided>();

        var late = (await world.DecideAsync(id, "refund-approve-1", world.Leader, "reject", "For sent")).ShouldBeOfType<DecideResult.AlreadyDecided>();
        late.Decision.ByName.ShouldBe("Karla Koordinator");
        late.Decision.Answer.ShouldBe("approve");
        (await world.LookAsync(id, "refund-approve-1", world.Deputy)).Decided!.ByName.ShouldBe("Karla Koordinator");
        await world.ShouldBeAsync(id, ClaimState.Approved);

        var before = (await world.MailsAsync(id, "refund-approve-reminder")).Count;
        await world.GoToAsync("2026-10-30 12:00");
        (await world.MailsAsync(id, "refund-approve-reminder")).Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_program_was_off_for_three_weeks_and_one_reminder_is_enough()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var id = await world.SendAsync(world.Form());
        await world.Hub.StopAsync();
        world.Clock.Set(RefundWorld.Wall("2026-09-10 12:00")); // both reminders were due meanwhile
        await world.RestartAsync();
        await world.SettleAsync();
        (await world.MailsAsync(id, "refund-approve-reminder")).ShouldBe(["2026-09-10 12:00 refund-approve-reminder karla"]);
    }

    // the program stood still for a quarter of a year, and a dozen of them are due at once: the last one is enough, for those who answer and for those who are told that nobody does
    [Fact]
    public async Task After_a_long_stop_nobody_is_told_the_same_many_times_over()
    {
        await using var world = await RefundWorld.StartAsync();
        var id = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-09-25 12:00"); // everybody in line has been asked
        await world.Hub.StopAsync();
        world.Clock.Set(RefundWorld.Wall("2026-12-15 12:00"));
        await world.RestartAsync();
        await world.SettleAsync();

        (await world.MailsAsync(id)).Where(m => m.StartsWith("2026-12-15", StringComparison.Ordinal)).GroupBy(m => m).ShouldAllBe(same => same.Count() == 1);
        (await world.MailsAsync(id, "refund-stuck")).Count(m => m.StartsWith("2026-12-15", StringComparison.Ordinal)).ShouldBe(1);
    }

    // where the mail provider is out of reach for days, what waits there is dropped when the next one is written that says the same; what nothing follows is kept
    [Fact]
    public async Task A_reminder_is_of_use_until_the_next_one()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var claim = await world.SendAsync(world.Form());
        await world.GoToAsync("2026-10-20 12:00");

        var notices = await world.NoticesAsync(claim);
        notices.Where(n => n.Template == "refund-approve-reminder" && n.To.StartsWith("karla", StringComparison.Ordinal)).Select(n => n.UsefulUntil).ShouldBe([RefundWorld.Wall("2026-09-09 09:00"), null]);
        foreach (var template in new[] { "refund-approve-reminder", "refund-stuck" })
        {
            var later = notices.Where(n => n.Template == template && n.Due > RefundWorld.Wall("2026-09-22 12:00")).ToList();
            later.Count.ShouldBeGreaterThan(2);
            later.SkipLast(1).Select(n => n.UsefulUntil).ShouldBe(later.Skip(1).Select(n => (DateTimeOffset?)n.Due));
        }

        notices.Where(n => n.Template is "refund-approve" or "refund-approve-escalated").ShouldAllBe(n => n.UsefulUntil == null);
    }

    [Fact]
    public async Task The_treasurer_is_reminded_of_a_claim_by_one_message_at_a_time()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var claim = await world.SendAsync(world.Form());
        await world.DecideAsync(claim, "refund-approve-1", world.Coordinator, "approve");
        await world.GoToAsync("2026-10-10 12:00");

        var reminders = (await world.NoticesAsync(claim)).Where(n => n.Template == "refund-pay-reminder").ToList();
        reminders.Count.ShouldBeGreaterThan(3);
        reminders.SkipLast(1).Select(n => n.UsefulUntil).ShouldBe(reminders.Skip(1).Select(n => (DateTimeOffset?)n.Due));
    }

    [Fact]
    public async Task There_is_nobody_who_may_approve_until_someone_is_named()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00", staffed: false);
        await world.GivenStaffAsync("Oda Operatør", StaffRole.Operator);
        var id = await world.SendAsync(world.Form());
        await world.ShouldBeAsync(id, ClaimState.AwaitingApproval);
        (await world.TimelineAsync(id)).ShouldBe(["received", "nobody-to-ask"]);
        (await world.MailsAsync(id, "refund-stuck")).ShouldBe(["2026-08-31 10:00 refund-stuck oda"]);

        var named = await world.GivenStaffAsync("Nora Ny", StaffRole.Coordinator);
        await world.GoToAsync("2026-09-03 12:00");
        (await world.MailsAsync(id, "refund-approve")).ShouldBe(["2026-09-03 09:00 refund-approve nora"]);
        (await world.DecideAsync(id, "refund-approve-1", named, "approve")).ShouldBeOfType<DecideResult.Decided>();
        await world.EveryMailCanBeReadAsync(id);
    }

    [Fact]
    public async Task The_coordinator_left_after_being_asked_and_the_successor_is_asked_at_the_next_moment()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var id = await world.SendAsync(world.Form());
        await world.Get<StaffDirectory>().RemoveAsync(world.Coordinator, RefundWorld.Ct);
        await world.GivenStaffAsync("Nora Ny", StaffRole.Coordinator);
        await world.GoToAsync("2026-09-03 12:00");
        (await world.MailsAsync(id, "refund-approve-escalated")).ShouldBe(["2026-09-03 09:00 refund-approve-escalated nora"]);
        (await world.MailsAsync(id, "refund-approve-reminder")).ShouldBeEmpty();
        (await world.DecideAsync(id, "refund-approve-1", world.Coordinator, "approve")).ShouldBeOfType<DecideResult.NotAllowed>();
        (await world.Get<ClaimDecisions>().ViewAsync(world.TokenFor(id, "refund-approve-1", world.Coordinator), RefundWorld.Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task The_coordinator_is_away_and_the_deputy_is_asked_at_once()
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        await world.Get<StaffDirectory>().PutAsync(world.Coordinator, [StaffRole.Coordinator], ["aarhus"], new Away(new DateOnly(2026, 8, 24), new DateOnly(2026, 9, 6)), RefundWorld.Ct);
        var id = await world.SendAsync(world.Form());
        (await world.MailsAsync(id, "refund-approve")).ShouldBe(["2026-08-31 10:00 refund-approve didrik"]);
    }
}
