using System.Net;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Tests.Messages;

/// <summary>Providers that fail and processes that die.</summary>
public sealed class MessengerTroubleTests : IAsyncLifetime
{
    private MessengerBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await MessengerBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Dead_after_the_provider_took_it_and_before_it_was_noted_the_next_sends_the_same_bytes_under_the_same_key()
    {
        var notice = await _bench.WriteAsync();
        await DieBeforeNotingAsync();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sending);

        await _bench.Messenger().WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBeGreaterThan(1);
        _bench.Gateway.Requests.Distinct().ShouldHaveSingleItem().Key.ShouldBe(notice.Value.Key);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task The_bytes_are_the_same_also_where_the_program_that_comes_after_would_write_others()
    {
        await _bench.WriteAsync();
        await DieBeforeNotingAsync();
        _bench.PublicUrl = "https://moved.example";
        await _bench.Messenger().WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBeGreaterThan(1);
        _bench.Gateway.Requests.Distinct().ShouldHaveSingleItem().Body.ShouldContain("https://husrum.example/log-ind");
    }

    [Fact]
    public async Task Without_keys_at_the_provider_nobody_guesses_and_a_person_decides()
    {
        var notice = await _bench.WriteAsync();
        await DieBeforeNotingAsync(honoursKeys: false);
        var requests = _bench.Gateway.Requests.Count;

        var messenger = _bench.Messenger(honoursKeys: false);
        await messenger.WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBe(requests);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Uncertain);

        (await _bench.Desk.ReleaseAsync(notice.Partition, notice.Row, TestContext.Current.CancellationToken)).ShouldBeTrue();
        messenger.Signal();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
        (await _bench.WaitingAsync(Partitions.NoticeTroubleIndex)).ShouldBe(0);
    }

    [Fact]
    public async Task Dead_before_anything_was_handed_over_the_next_sends_it()
    {
        var notice = await _bench.WriteAsync();
        var dies = new TaskCompletionSource();
        _bench.Register.BeforeCommit = _ =>
        {
            dies.TrySetResult();
            throw new IOException("the machine stopped");
        };
        var messenger = _bench.Messenger();
        await dies.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await messenger.StopAsync();
        _bench.Gateway.Requests.ShouldBeEmpty();
        _bench.Register.BeforeCommit = null;
        await _bench.Messenger().WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBe(1);
        (await _bench.SeeAsync(notice)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task While_another_process_holds_it_it_is_left_alone_until_the_lease_is_over()
    {
        var machine = new Husrum.Testing.TestClock();
        var options = new MessengerOptions { OnlyOneProcess = false, Machine = machine, Breath = TimeSpan.FromMilliseconds(20) };
        var notice = await _bench.WriteAsync();
        await DieBeforeNotingAsync(options: options);
        var requests = _bench.Gateway.Requests.Count;

        var messenger = _bench.Messenger(options: options);
        var idle = messenger.WhenIdleAsync();
        messenger.Signal();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        idle.IsCompleted.ShouldBeFalse();
        _bench.Gateway.Requests.Count.ShouldBe(requests);

        machine.Advance(options.Lease + TimeSpan.FromSeconds(1));
        await idle;
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_provider_in_trouble_is_asked_again_with_growing_pauses_and_the_same_bytes(int status)
    {
        var start = _bench.Clock.GetUtcNow();
        var notice = await _bench.WriteAsync();
        _bench.Gateway.Answer = n => n < 4 ? status : 200;
        var messenger = _bench.Messenger();
        var pauses = new List<double>();
        await messenger.WhenIdleAsync();
        while (messenger.NextDue is { } next)
        {
            pauses.Add((next - _bench.Clock.GetUtcNow()).TotalMinutes);
            _bench.Clock.Set(next);
            messenger.ClockMoved();
            await messenger.WhenIdleAsync();
        }

        pauses.ShouldBe([1, 2, 4]);
        _bench.Gateway.Requests.Count.ShouldBe(4);
        _bench.Gateway.Requests.Distinct().Count().ShouldBe(1);
        var sent = await _bench.SeeAsync(notice);
        (sent.State, sent.Attempts, sent.Sent).ShouldBe((NoticeState.Sent, 4, start.AddMinutes(7)));
    }

    [Fact]
    public async Task A_provider_that_had_it_before_says_so_and_that_is_that()
    {
        var notice = await _bench.WriteAsync();
        _bench.Gateway.Answer = _ => (int)HttpStatusCode.Conflict;
        await _bench.Messenger().WhenIdleAsync();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task What_the_provider_refuses_has_failed_and_is_not_tried_again()
    {
        var notice = await _bench.WriteAsync();
        _bench.Gateway.Answer = _ => 400;
        var messenger = _bench.Messenger();
        await messenger.WhenIdleAsync();
        var failed = await _bench.SeeAsync(notice);
        (failed.State, failed.Reason).ShouldBe((NoticeState.Failed, "gateway: 400"));
        messenger.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Without_keys_a_broken_connection_is_uncertain_and_a_refused_one_is_tried_again()
    {
        var broken = await _bench.WriteAsync();
        _bench.Gateway.Answer = _ => 0;
        await _bench.Messenger(honoursKeys: false).WhenIdleAsync();
        (await _bench.SeeAsync(broken)).State.ShouldBe(NoticeState.Uncertain);

        var refused = await _bench.WriteAsync();
        await _bench.Gateway.DisposeAsync();
        await _bench.Messenger(honoursKeys: false).WhenIdleAsync();
        (await _bench.SeeAsync(refused)).State.ShouldBe(NoticeState.Due);
    }

    [Fact]
    public async Task After_three_days_of_silence_a_person_is_told()
    {
        var notice = await _bench.WriteAsync();
        _bench.Gateway.Answer = _ => 429;
        var messenger = _bench.Messenger();
        await _bench.UntilNothingIsDueAsync(messenger);

        var failed = await _bench.SeeAsync(notice);
        failed.State.ShouldBe(NoticeState.Failed);
        (_bench.Clock.GetUtcNow() - notice.Value.Due).TotalDays.ShouldBeInRange(3, 3.6);
        _bench.Gateway.Requests.Count.ShouldBeInRange(30, 60);
    }

    [Fact]
    public async Task After_a_restore_what_was_due_before_it_waits_for_a_word()
    {
        var before = await _bench.WriteAsync();
        var after = await _bench.WriteAsync(_bench.Clock.GetUtcNow().AddHours(2));
        await _bench.Register.CommitAsync(new RegisterBatch(RestoreMark.Partition).Put(RestoreMark.Row, new RestoreMark(_bench.Clock.GetUtcNow().AddDays(-1), _bench.Clock.GetUtcNow().AddHours(1))), TestContext.Current.CancellationToken);
        var messenger = _bench.Messenger();
        _bench.Clock.Advance(TimeSpan.FromHours(3));
        messenger.ClockMoved();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(before)).State.ShouldBe(NoticeState.Held);
        (await _bench.SeeAsync(after)).State.ShouldBe(NoticeState.Sent);

        (await _bench.Desk.ReleaseHeldAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        messenger.Signal();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(before)).State.ShouldBe(NoticeState.Sent);
        (await _bench.Desk.DropHeldAsync("p-9", TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    // the provider has it, and whatever would note that fails
    private async Task DieBeforeNotingAsync(bool honoursKeys = true, MessengerOptions? options = null)
    {
        var dies = new TaskCompletionSource();
        _bench.Register.BeforeCommit = batch =>
        {
            if (batch.Changes.Any(c => c.Record is Notice { State: NoticeState.Sent or NoticeState.Uncertain }))
            {
                dies.TrySetResult();
                throw new IOException("the machine stopped");
            }
        };
        var messenger = _bench.Messenger(honoursKeys, options);
        await dies.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await messenger.StopAsync();
        _bench.Register.BeforeCommit = null;
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_lets_the_others_go_and_keeps_nobody_waiting()
    {
        var broken = await _bench.WriteAsync();
        _bench.Register.Plant(broken.Partition, broken.Row, new EncodedRecord("notice", 1, "{"));
        var notice = await _bench.WriteAsync();
        var later = await _bench.WriteAsync(_bench.Clock.GetUtcNow().AddHours(1));
        var messenger = _bench.Messenger();
        await messenger.WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
        messenger.NextDue.ShouldBe(later.Value.Due);
        (await _bench.WaitingAsync()).ShouldBe(2); // it is kept, for a program that can read it
    }

    [Fact]
    public async Task Whether_a_backup_was_put_back_is_asked_again_where_it_could_not_be_read()
    {
        var register = new ForgetfulRegister(_bench.Register);
        await _bench.Register.CommitAsync(new RegisterBatch(RestoreMark.Partition).Put(RestoreMark.Row, new RestoreMark(_bench.Clock.GetUtcNow(), _bench.Clock.GetUtcNow())), TestContext.Current.CancellationToken);
        var (hold, notice) = (new NoticeHold(register), (await _bench.WriteAsync()).Value);
        await Should.ThrowAsync<IOException>(() => hold.ReasonAsync(notice, TestContext.Current.CancellationToken));
        (await hold.ReasonAsync(notice, TestContext.Current.CancellationToken)).ShouldBe(NoticeHold.Reason);
    }

    // fails the first time it is asked
    private sealed class ForgetfulRegister(IRegister register) : IRegister
    {
        private bool _asked;

        public Task<Stored<T>?> GetAsync<T>(string partition, string row, CancellationToken cancellation = default)
            where T : class
        {
            if (!_asked)
            {
                _asked = true;
                return Task.FromException<Stored<T>?>(new IOException());
            }

            return register.GetAsync<T>(partition, row, cancellation);
        }

        public IAsyncEnumerable<Stored<T>> QueryAsync<T>(string partition, string rowPrefix = "", string? through = null, CancellationToken cancellation = default)
            where T : class => register.QueryAsync<T>(partition, rowPrefix, through, cancellation);

        public Task<CommitOutcome> CommitAsync(RegisterBatch batch, CancellationToken cancellation = default) => register.CommitAsync(batch, cancellation);
    }
}
