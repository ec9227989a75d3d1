using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Tests.Messages;

public sealed class MessengerTests : IAsyncLifetime
{
    private MessengerBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await MessengerBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task What_is_due_goes_out_once_with_a_link_that_opens()
    {
        var notice = await _bench.WriteAsync();
        await _bench.Messenger().WhenIdleAsync();

        var (key, body) = _bench.Gateway.Requests.ShouldHaveSingleItem();
        key.ShouldBe(notice.Value.Key);
        var token = System.Text.RegularExpressions.Regex.Match(body, @"https://husrum\.example/log-ind\?t=([\w.-]+)").Groups[1].Value;
        (await _bench.Links.ResolveAsync(token, LinkPurpose.SignIn, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        var sent = await _bench.SeeAsync(notice);
        (sent.State, sent.Sent, sent.Attempts, sent.LeaseUntil).ShouldBe((NoticeState.Sent, _bench.Clock.GetUtcNow(), 1, null));
        RegisterJson.Encode(sent).Body.ShouldNotContain(token[(token.IndexOf('.') + 1)..]);
        (await _bench.WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_due_waits_for_the_clock()
    {
        var later = _bench.Clock.GetUtcNow().AddDays(3);
        var notice = await _bench.WriteAsync(later);
        var messenger = _bench.Messenger();
        await messenger.WhenIdleAsync();
        _bench.Gateway.Requests.ShouldBeEmpty();
        messenger.NextDue.ShouldBe(later);

        _bench.Clock.Set(later);
        messenger.ClockMoved();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
        messenger.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_written_while_it_sleeps_wakes_it()
    {
        var messenger = _bench.Messenger();
        await messenger.WhenIdleAsync();
        await _bench.WriteAsync();
        messenger.Signal();
        await messenger.WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_of_no_use_any_more_is_dropped_with_the_reason()
    {
        var notice = await _bench.WriteAsync(usefulUntil: _bench.Clock.GetUtcNow().AddMinutes(30));
        _bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await _bench.Messenger().WhenIdleAsync();
        var dropped = await _bench.SeeAsync(notice);
        (dropped.State, dropped.Reason).ShouldBe((NoticeState.Dropped, "its moment had passed"));
        _bench.Gateway.Requests.ShouldBeEmpty();
    }

    // a family that was not reminded of a visit: whoever knows them is told, once
    [Fact]
    public async Task What_must_arrive_and_became_too_late_is_a_matter_for_a_person()
    {
        var notice = await _bench.WriteAsync(usefulUntil: _bench.Clock.GetUtcNow().AddHours(3), mustArrive: true);
        _bench.Gateway.Answer = _ => 429;
        var messenger = _bench.Messenger();
        await _bench.UntilNothingIsDueAsync(messenger);

        var failed = await _bench.SeeAsync(notice);
        (failed.State, failed.Reason).ShouldBe((NoticeState.Failed, "its moment had passed"));
        failed.Attempts.ShouldBeGreaterThan(2);
        Outbox.NeedsAPerson(failed).ShouldBeTrue();
        (await _bench.Desk.ReleaseAsync(notice.Partition, notice.Row, TestContext.Current.CancellationToken)).ShouldBeTrue();
        messenger.Signal();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Dropped);
    }

    [Fact]
    public async Task A_message_the_machine_slept_past_does_not_go_out_at_night()
    {
        var notice = await _bench.WriteAsync();
        _bench.Clock.Set(new DateTimeOffset(2026, 8, 31, 21, 0, 0, TimeSpan.Zero)); // 23:00 in Denmark
        var messenger = _bench.Messenger();
        await messenger.WhenIdleAsync();
        _bench.Gateway.Requests.ShouldBeEmpty();
        messenger.NextDue.ShouldBe(new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero)); // 08:00
        _bench.Clock.Set(messenger.NextDue!.Value);
        messenger.ClockMoved();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task What_a_person_asks_for_at_night_goes_at_night()
    {
        _bench.Clock.Set(new DateTimeOffset(2026, 8, 31, 21, 0, 0, TimeSpan.Zero));
        await _bench.WriteAsync();
        await _bench.Messenger().WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_cannot_be_made_fails_and_the_others_go()
    {
        var broken = await _bench.WriteAsync(template: "no-such-text");
        var good = await _bench.WriteAsync();
        await _bench.Messenger().WhenIdleAsync();
        (await _bench.SeeAsync(broken)).State.ShouldBe(NoticeState.Failed);
        (await _bench.SeeAsync(good)).State.ShouldBe(NoticeState.Sent);
        (await _bench.WaitingAsync(Partitions.NoticeTroubleIndex)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_was_erased_meanwhile_leaves_nothing_behind()
    {
        var notice = await _bench.WriteAsync(_bench.Clock.GetUtcNow().AddHours(1));
        (await _bench.Register.CommitAsync(Outbox.Remove(new RegisterBatch(notice.Partition), notice), TestContext.Current.CancellationToken)).ShouldBe(CommitOutcome.Done);
        foreach (var index in new[] { Partitions.NoticeDueIndex, Partitions.NoticeIndex, Partitions.NoticeTroubleIndex })
            (await _bench.WaitingAsync(index)).ShouldBe(0);
    }

    [Fact]
    public async Task Messages_of_a_case_go_in_their_order_and_those_of_others_beside_them()
    {
        var first = new TaskCompletionSource();
        _bench.Gateway.Open = first.Task;
        for (var i = 0; i < 8; i++)
            await _bench.WriteAsync(_bench.Clock.GetUtcNow().AddSeconds(-8 + i), caseId: $"u-{i % 2}");
        var messenger = _bench.Messenger();
        var idle = messenger.WhenIdleAsync();
        while (_bench.Gateway.Requests.Count < 2)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        first.SetResult();
        await idle;
        _bench.Gateway.MostAtOnce.ShouldBe(2);
        var numbers = _bench.Gateway.Keys.Select(k => int.Parse(k[2..k.IndexOf('/')])).ToList();
        foreach (var parity in new[] { 0, 1 })
            numbers.Where(n => n % 2 == parity).ShouldBeInOrder();
    }

    [Fact]
    public async Task An_activity_that_runs_twice_writes_one_message()
    {
        var notice = (await _bench.WriteAsync()).Value;
        for (var i = 0; i < 2; i++)
            await Outbox.PutOnceAsync(_bench.Register, "claim:u-1", [notice, notice with { Key = "another" }], TestContext.Current.CancellationToken);
        (await _bench.WaitingAsync()).ShouldBe(2);
    }
}
