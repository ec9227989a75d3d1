using System.Threading.Channels;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Clock;

namespace Husrum.Functions.Messages;

/// <summary>Sends what the outbox holds when its moment has come. Sleeps until a message is written or the next one is due.</summary>
internal sealed partial class Messenger : IDueSource, IAsyncDisposable
{
    private readonly IRegister _register;
    private readonly NoticeRun _run;
    private readonly MessengerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _unreadable = [];
    private readonly ITimer _alarm;
    private Task? _loop;
    private bool _isDisposed;
    private long _nextDueTicks;

    public Messenger(IRegister register, IMessageRenderer renderer, IMessageProvider provider, MessengerOptions options, TimeProvider time, ILogger<Messenger> logger)
    {
        (_register, _options, _time, _logger) = (register, options, time, logger);
        _run = new NoticeRun(register, renderer, provider, new NoticeHold(register), options, time, logger);
        _alarm = time.CreateTimer(_ => Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public DateTimeOffset? NextDue => Interlocked.Read(ref _nextDueTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Start() => _loop ??= Task.Run(LoopAsync);

    /// <summary>Looks at the outbox now: something was written, or the clock has moved.</summary>
    public void Signal() => _signal.Writer.TryWrite(true);

    public void ClockMoved() => Signal();

    /// <summary>Told of each batch that was written.</summary>
    public void Heard(RegisterBatch batch)
    {
        if (batch.Indexes.Any(index => index.Partition == Partitions.NoticeDueIndex))
            Signal();
    }

    public Task WhenIdleAsync()
    {
        var idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
            _waiting.Add(idle);
        Signal();
        return idle.Task;
    }

    /// <summary>Sends what is due now, here and not in the loop, for whoever decides what happens in which order. Not together with <see cref="Start"/>.</summary>
    /// <returns>False where something is due that cannot be done now.</returns>
    public async Task<bool> SendDueAsync()
    {
        while (true)
        {
            if (await PassAsync() is var pass and not Pass.Moved)
                return pass == Pass.Still;
        }
    }

    /// <summary>Finishes what is in hand and stops.</summary>
    public async Task StopAsync()
    {
        if (_isDisposed)
            return;
        await _stopping.CancelAsync();
        if (_loop is not null)
            await _loop;
        lock (_waiting)
            _waiting.ForEach(w => w.TrySetCanceled());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_isDisposed)
            return;
        _isDisposed = true;
        await _alarm.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            TaskCompletionSource[] asked;
            lock (_waiting)
                asked = [.. _waiting];
            var pass = await PassAsync();
            if (pass == Pass.Moved)
                continue;
            if (pass is Pass.Still or Pass.Blocked)
                TellIdle(asked);
            await SleepAsync(pass);
        }
    }

    private void TellIdle(TaskCompletionSource[] asked)
    {
        foreach (var waiting in asked)
            waiting.TrySetResult();
        lock (_waiting)
            _waiting.RemoveAll(w => w.Task.IsCompleted);
    }

    /// <summary>Everything that is due now, once.</summary>
    private async Task<Pass> PassAsync()
    {
        try
        {
            var due = new List<Stored<NoticePlace>>();
            await foreach (var place in _register.QueryAsync<NoticePlace>(Partitions.NoticeDueIndex, through: Outbox.DueThrough(_time.GetUtcNow())))
                due.Add(place);
            if (due.Count == 0)
            {
                await LookAheadAsync();
                return Pass.Still;
            }

            var (later, unreadable) = (0, 0);
            var cases = due.GroupBy(place => place.Value.Partition);
            await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = _options.AtOnce }, async (notices, _) =>
            {
                foreach (var notice in notices)
                {
                    var did = _stopping.IsCancellationRequested ? false : await TryAsync(notice);
                    if (did == false)
                        Interlocked.Increment(ref later);
                    else if (did is null)
                        Interlocked.Increment(ref unreadable);
                }
            });
            if (later + unreadable < due.Count)
                return Pass.Moved;
            await LookAheadAsync();
            return later > 0 ? Pass.Stuck : Pass.Blocked;
        }
        catch (Exception e)
        {
            LogTrouble(_logger, e.GetType().Name, "");
            return Pass.Stuck;
        }
    }

    // one that cannot be done must not stand in the way of the others; null where its row cannot be read, which waiting does not mend
    private async Task<bool?> TryAsync(Stored<NoticePlace> notice)
    {
        try
        {
            return await _run.RunAsync(notice.Row, notice.Value, CancellationToken.None);
        }
        catch (RegisterException)
        {
            if (_unreadable.TryAdd(notice.Row, true))
                LogUnreadable(_logger, notice.Row);
            return null;
        }
        catch (Exception e)
        {
            LogTrouble(_logger, e.GetType().Name, notice.Row);
            return false;
        }
    }

    private async Task LookAheadAsync()
    {
        DateTimeOffset? next = null;
        var now = _time.GetUtcNow();
        await foreach (var place in _register.QueryAsync<NoticePlace>(Partitions.NoticeDueIndex))
        {
            if (Outbox.DueOf(place.Row) is var due && due <= now)
                continue; // looked at just now, and it cannot be done
            next = due;
            break;
        }

        Interlocked.Exchange(ref _nextDueTicks, next?.UtcTicks ?? 0);
    }

    private async Task SleepAsync(Pass pass)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        if (pass is Pass.Stuck or Pass.Blocked)
            wake.CancelAfter(_options.Breath);
        else if (NextDue is { } next)
            _alarm.Change(Until(next), Timeout.InfiniteTimeSpan);
        try
        {
            await _signal.Reader.ReadAsync(wake.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }

    // a timer of the platform reaches 49 days; looking once a day costs nothing
    private TimeSpan Until(DateTimeOffset next)
    {
        var span = next - _time.GetUtcNow();
        return span < TimeSpan.Zero ? TimeSpan.Zero : span > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : span;
    }

    private enum Pass
    {
        /// <summary>Nothing is due.</summary>
        Still,

        /// <summary>Something was done: there may be more.</summary>
        Moved,

        /// <summary>Something is due and cannot be done now.</summary>
        Stuck,

        /// <summary>All that is due and not done cannot be read: as idle as it will be.</summary>
        Blocked,
    }

    [LoggerMessage(LogLevel.Error, "The messenger met with {Exception} at {Row} and tries again")]
    private static partial void LogTrouble(ILogger logger, string exception, string row);

    [LoggerMessage(LogLevel.Error, "The message at {Row} cannot be read and waits until it can")]
    private static partial void LogUnreadable(ILogger logger, string row);
}
