namespace Husrum.Durable.TaskHub;

/// <summary>When the loop rests and what wakes it: new work, the next due time, a clock that was moved. One alarm for the whole hub, none per sleeper.</summary>
internal sealed class HubPulse : IDisposable
{
    // a timer of the platform reaches 49 days; looking once a day costs nothing
    private const long LongestAlarmMs = 86_400_000;

    private readonly TimeProvider _time;
    private readonly ManualResetEventSlim _signal = new();
    private readonly ITimer _alarm;
    private readonly List<TaskCompletionSource> _idle = [];
    private readonly Lock _idleLock = new();
    private Exception? _broken;
    private int _asked;

    public HubPulse(TimeProvider time)
    {
        _time = time;
        _alarm = time.CreateTimer(_ => _signal.Set(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Wake() => _signal.Set();

    /// <summary>Somebody waits for a rest, since before the loop looked for work.</summary>
    public bool IsAwaited => _asked > 0;

    /// <summary>Must be called before looking for work: what comes in while looking is not slept over, and who asks while looking is not told of a rest that was over before they asked.</summary>
    public void Listen()
    {
        _signal.Reset();
        lock (_idleLock)
            _asked = _idle.Count;
    }

    /// <summary>Sleeps until woken, or until the due time (Unix ms).</summary>
    /// <returns>False where neither came for <paramref name="longest"/>.</returns>
    public bool Rest(long due, TimeSpan longest)
    {
        if (due != long.MaxValue)
        {
            var wait = due - _time.GetUtcNow().ToUnixTimeMilliseconds();
            _alarm.Change(TimeSpan.FromMilliseconds(Math.Clamp(wait, 0, LongestAlarmMs)), Timeout.InfiniteTimeSpan);
        }

        return _signal.Wait(longest);
    }

    public Task WhenIdleAsync()
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_idleLock)
        {
            if (_broken is not null)
                return Task.FromException(_broken);
            _idle.Add(idle);
        }

        _signal.Set();
        return idle.Task;
    }

    public void IsIdle()
    {
        lock (_idleLock)
        {
            for (var i = 0; i < _asked; i++)
                _idle[i].TrySetResult();
            _idle.RemoveRange(0, _asked);
            _asked = 0;
        }
    }

    /// <summary>There will be no rest any more: the loop has failed.</summary>
    public void Break(Exception fault)
    {
        lock (_idleLock)
        {
            _broken = fault;
            foreach (var idle in _idle)
                idle.TrySetException(fault);
            _idle.Clear();
            _asked = 0;
        }
    }

    public void Dispose()
    {
        _alarm.Dispose();
        _signal.Dispose();
    }
}
