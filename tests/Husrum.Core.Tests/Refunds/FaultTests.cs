using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;

namespace Husrum.Core.Tests.Refunds;

/// <summary>"Fail the n-th write, for every n", until a run passes unfaulted: whatever write fails, or succeeds unheard, the course ends the same, with each message once.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_write_fails_nothing_is_lost_and_nothing_happens_twice(bool afterWriting)
    {
        var (mails, timeline, _) = await RunAsync(0, afterWriting);
        mails.Count.ShouldBe(11);
        var failAt = 1;
        for (; failAt < 200; failAt++)
        {
            var run = await RunAsync(failAt, afterWriting);
            run.Mails.ShouldBe(mails, $"write {failAt}");
            run.Timeline.ShouldBe(timeline, $"write {failAt}");
            if (!run.Failed)
                break;
        }

        failAt.ShouldBeInRange(20, 199);
    }

    // sent back, completed, reminded, approved twice, listed, paid, taken back, paid again
    private static async Task<(IReadOnlyList<string> Mails, IReadOnlyList<string> Timeline, bool Failed)> RunAsync(int failAt, bool afterWriting)
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 09:00");
        (world.Faults.FailAt, world.Faults.AfterWriting) = (world.Faults.Commits + failAt, afterWriting);
        if (failAt == 0)
            world.Faults.FailAt = 0;
        var form = world.Form("2500");
        var id = ((IntakeResult.Accepted)await RepeatAsync(() => world.Get<ClaimIntake>().SubmitAsync(form, RefundWorld.Ct))).ClaimId;
        await world.GoToAsync("2026-08-31 09:30"); // past the retries' waits
        await DecideAsync("refund-approve-1", world.Coordinator, "return", "", "Del det op");
        await world.GoToAsync("2026-08-31 10:00");
        var token = world.CompleteToken(id, 1, (await world.ClaimAsync(id)).ClaimantId);
        await RepeatAsync(() => world.Get<ClaimIntake>().CompleteAsync(token, form with { Purpose = "Frugt og saft til alle" }, RefundWorld.Ct));
        await world.GoToAsync("2026-09-03 12:00"); // one reminder
        await DecideAsync("refund-approve-2", world.Coordinator, "approve", "2500", "");
        await world.GoToAsync("2026-09-03 12:30");
        await DecideAsync("refund-second-2", world.Deputy, "approve", "2500", "");
        await world.GoToAsync("2026-09-10 12:30"); // the treasurer is reminded
        await ListAndPayAsync("first");
        await world.GoToAsync("2026-09-10 13:00");
        await RepeatAsync(() => world.Get<PaymentLists>().TakeBackAsync(id, "Forkert konto", world.Treasurer, RefundWorld.Ct));
        await world.GoToAsync("2026-09-10 13:30");
        await ListAndPayAsync("second");
        await world.GoToAsync("2027-01-01 12:00");
        (await world.Hub.GetInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct))!.IsCompleted.ShouldBeTrue();
        await world.ShouldBeAsync(id, ClaimState.Paid);
        return (Dates(await world.MailsAsync(id)), await world.TimelineAsync(id), world.Faults.Failed);

        Task<DecideResult> DecideAsync(string question, string person, string decision, string amount, string reason) =>
            RepeatAsync(() => world.Get<ClaimDecisions>().DecideAsync(world.TokenFor(id, question, person), new DecisionInput(decision, reason, amount), RefundWorld.Ct));

        async Task ListAndPayAsync(string submission)
        {
            var list = await RepeatAsync(() => world.Get<PaymentLists>().CreateAsync(submission, world.Treasurer, RefundWorld.Ct));
            await RepeatAsync(() => world.Get<PaymentLists>().MarkPaidAsync(list!, null, world.Treasurer, RefundWorld.Ct));
        }
    }

    // a person whose page failed tries again
    private static async Task<T> RepeatAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (IOException)
        {
            return await act();
        }
    }

    // a retry may shift a message by seconds, never to another day
    private static List<string> Dates(IReadOnlyList<string> mails) => [.. mails.Select(m => m.Remove(11, 6)).Order(StringComparer.Ordinal)];
}
