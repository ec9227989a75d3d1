using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Tests.Messages;

/// <summary>Anybody can type somebody's address into the form, as often as they like.</summary>
public sealed class ManyMessagesTests : IAsyncLifetime
{
    private static readonly MessengerOptions Options = new() { PerAddressAndHour = 3, PerAddressAndDay = 5 };

    private MessengerBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await MessengerBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task One_mailbox_gets_so_many_an_hour_and_a_day_and_then_one_message_in_the_place_of_the_rest()
    {
        var notices = new List<Stored<Notice>>();
        for (var i = 0; i < 12; i++)
            notices.Add(await _bench.WriteAsync(to: i % 2 == 0 ? "mette@post.example" : $"Mette+{i}@post.example", mergesInto: SignInMessages.SignIn));
        var messenger = _bench.Messenger(options: Options);
        await messenger.WhenIdleAsync();
        _bench.Gateway.Requests.Count.ShouldBe(3);
        (await StatesAsync(notices)).ShouldBe(new Dictionary<NoticeState, int> { [NoticeState.Sent] = 3, [NoticeState.Due] = 9 }, ignoreOrder: true);

        await LaterAsync(messenger, TimeSpan.FromHours(1));
        _bench.Gateway.Requests.Count.ShouldBe(5 + 1);
        (await StatesAsync(notices)).ShouldBe(new Dictionary<NoticeState, int> { [NoticeState.Sent] = 5, [NoticeState.Dropped] = 7 }, ignoreOrder: true);
        _bench.Gateway.Requests.Count(request => request.Key.EndsWith(":merged", StringComparison.Ordinal)).ShouldBe(1);
        (await _bench.WaitingAsync()).ShouldBe(0);

        var more = await _bench.WriteAsync(mergesInto: SignInMessages.SignIn);
        messenger.Signal();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(more)).Reason.ShouldBe(NoticeReasons.Many);
        _bench.Gateway.Requests.Count.ShouldBe(6);

        await LaterAsync(messenger, TimeSpan.FromDays(1));
        var nextDay = await _bench.WriteAsync(mergesInto: SignInMessages.SignIn);
        messenger.Signal();
        await messenger.WhenIdleAsync();
        (await _bench.SeeAsync(nextDay)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task Other_people_and_messages_that_staff_causes_are_not_held_up()
    {
        for (var i = 0; i < 6; i++)
            await _bench.WriteAsync(mergesInto: SignInMessages.SignIn);
        var decision = await _bench.WriteAsync();
        var another = await _bench.WriteAsync(to: "anna@post.example", mergesInto: SignInMessages.SignIn);
        await _bench.Messenger(options: Options).WhenIdleAsync();
        (await _bench.SeeAsync(decision)).State.ShouldBe(NoticeState.Sent);
        (await _bench.SeeAsync(another)).State.ShouldBe(NoticeState.Sent);
    }

    private async Task LaterAsync(Messenger messenger, TimeSpan span)
    {
        _bench.Clock.Advance(span);
        messenger.ClockMoved();
        await messenger.WhenIdleAsync();
    }

    private async Task<Dictionary<NoticeState, int>> StatesAsync(List<Stored<Notice>> notices)
    {
        var states = new List<NoticeState>();
        foreach (var notice in notices)
            states.Add((await _bench.SeeAsync(notice)).State);
        return states.GroupBy(state => state).ToDictionary(group => group.Key, group => group.Count());
    }
}
