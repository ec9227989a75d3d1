namespace Husrum.Functions.Clock;

/// <summary>A clock that stands until it is set forward. Timers made from it follow it; time stamps for measuring stay the machine's.</summary>
internal sealed class VirtualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<VirtualTimer> _timers = [];
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Sets the clock and fires what became due, each timer once.</summary>
    public void Set(DateTimeOffset now)
    {
        Interlocked.Exchange(ref _ticks, now.UtcTicks);
        List<VirtualTimer> due;
        lock (_lock)
            due = [.. _timers.Where(timer => timer.IsDue(now))];
        foreach (var timer in due)
            timer.Fire(now);
    }

    private sealed class VirtualTimer(VirtualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public bool IsDue(DateTimeOffset now) => _due <= now;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isNow = dueTime == TimeSpan.Zero;
            lock (clock._lock)
            {
                _period = period;
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                if (_due is null)
                    clock._timers.Remove(this);
                else
                    clock._timers.Add(this);
            }

            if (isNow)
                Fire(clock.GetUtcNow());
            return true;
        }

        public void Fire(DateTimeOffset now)
        {
            lock (clock._lock)
            {
                if (!IsDue(now))
                    return;
                _due = _period > TimeSpan.Zero ? now + _period : null;
                if (_due is null)
                    clock._timers.Remove(this);
            }

            ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _due = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
