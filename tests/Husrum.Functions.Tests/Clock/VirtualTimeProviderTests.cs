using Husrum.Functions.Clock;

namespace Husrum.Functions.Tests.Clock;

public sealed class VirtualTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 31, 6, 0, 0, TimeSpan.Zero);
    private readonly VirtualTimeProvider _time = new(Start);

    [Fact]
    public async Task A_timer_fires_when_the_clock_is_set_past_it_and_not_before()
    {
        var fired = new TaskCompletionSource();
        await using var timer = _time.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.FromDays(400), Timeout.InfiniteTimeSpan);
        _time.Set(Start.AddDays(400).AddTicks(-1));
        fired.Task.IsCompleted.ShouldBeFalse();
        _time.Set(Start.AddDays(400));
        await fired.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_delay_follows_the_clock()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _time, TestContext.Current.CancellationToken);
        _time.Set(Start.AddHours(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_periodic_timer_goes_on_and_a_changed_or_disposed_one_does_not()
    {
        var count = 0;
        var fired = new SemaphoreSlim(0);
        var timer = _time.CreateTimer(_ => { Interlocked.Increment(ref count); fired.Release(); }, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        for (var hour = 1; hour <= 3; hour++)
        {
            _time.Set(Start.AddHours(hour));
            (await fired.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBeTrue();
        }

        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _time.Set(Start.AddHours(9));
        timer.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await timer.DisposeAsync();
        _time.Set(Start.AddHours(20));
        count.ShouldBe(3);
    }
}
