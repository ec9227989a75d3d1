using Husrum.Core.Register;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Clock;

/// <summary>
/// The rehearsal's clock: it stands, and when it is turned it goes from one thing that happens to the next, each done before the next begins,
/// so that a year passes in the order it would. It remembers where it stood.
/// </summary>
internal sealed class VirtualClock : IDisposable
{
    // two at the same moment are common; this many without the clock moving is a thing that never gets done
    private const int MostRounds = 1_000;

    // so many moments in a row at which nothing was written are enough
    private const int MostSilentMoments = 200;

    private readonly VirtualTimeProvider _time;
    private readonly IRegister _register;
    private readonly IDueSource[] _sources;
    private readonly SemaphoreSlim _turning = new(1);
    private int _writes;

    public VirtualClock(VirtualTimeProvider time, IRegister register, ICommitNews news, IEnumerable<IDueSource> sources)
    {
        (_time, _register, _sources) = (time, register, [.. sources]);
        news.Committed += batch => _ = batch.Partition == ClockRecord.Partition ? 0 : Interlocked.Increment(ref _writes);
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>The next thing that happens; null where nothing waits.</summary>
    public DateTimeOffset? NextDue => _sources.Select(source => source.NextDue).Min();

    /// <summary>Sets the clock to where it stood when the program ended. Before anything runs by it.</summary>
    public async Task RestoreAsync(CancellationToken cancellation = default)
    {
        if (await _register.GetAsync<ClockRecord>(ClockRecord.Partition, ClockRecord.Row, cancellation) is { } stood)
            _time.Set(stood.Value.Now);
    }

    /// <summary>Remembers where the clock stands. Once the hub runs.</summary>
    public Task KeepAsync(CancellationToken cancellation) => WriteAsync(Now, cancellation);

    /// <summary>Turns the clock forward to a moment; completes when everything due by then has happened.</summary>
    /// <returns>The moment the clock shows; later than asked where it stood there already.</returns>
    public async Task<DateTimeOffset> AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation = default)
    {
        await _turning.WaitAsync(cancellation);
        try
        {
            return await TurnAsync(target, cancellation);
        }
        finally
        {
            _turning.Release();
        }
    }

    /// <summary>Turns the clock forward by a calendar step; with <see cref="ClockStep.Next"/> to the next thing that happens, if anything waits.</summary>
    public async Task<DateTimeOffset> StepAsync(ClockStep step, CancellationToken cancellation = default)
    {
        await _turning.WaitAsync(cancellation);
        try
        {
            return step == ClockStep.Next ? await ToNextAsync(cancellation) : await TurnAsync(ClockSteps.From(Now, step), cancellation);
        }
        finally
        {
            _turning.Release();
        }
    }

    public void Dispose() => _turning.Dispose();

    private async Task<DateTimeOffset> ToNextAsync(CancellationToken cancellation)
    {
        await SettleAsync();
        var before = Volatile.Read(ref _writes);
        for (var moment = 0; moment < MostSilentMoments && before == Volatile.Read(ref _writes); moment++)
        {
            if (_sources.Select(source => source.NextOfInterest).Min() is not { } next)
                break;
            await TurnAsync(next, cancellation);
        }

        return Now;
    }

    private async Task<DateTimeOffset> TurnAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        await SettleAsync();
        for (var rounds = 0; NextDue is { } next && next <= target; rounds++)
        {
            if (next > Now)
                rounds = 0;
            else if (rounds > MostRounds)
                throw new InvalidOperationException("Something is due and is not getting done; the clock cannot go on.");
            await SetAsync(next > Now ? next : Now, cancellation);
        }

        if (target > Now)
            await SetAsync(target, cancellation);
        return Now;
    }

    private async Task SetAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await WriteAsync(now, cancellation);
        _time.Set(now);
        foreach (var source in _sources)
            source.ClockMoved();
        await SettleAsync();
    }

    private Task<CommitOutcome> WriteAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _register.CommitAsync(new RegisterBatch(ClockRecord.Partition).Put(ClockRecord.Row, new ClockRecord(now)), cancellation);

    // the hub's work writes messages, and a source that was idle may have been given work by one asked after it: all around, twice
    private async Task SettleAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var source in _sources)
                await source.WhenIdleAsync();
        }
    }
}

/// <summary>Where the virtual clock stands, row <c>now</c> of partition <c>clock</c>.</summary>
/// <param name="Now">UTC.</param>
[RegisterRecord("clock", 1)]
internal sealed record ClockRecord(DateTimeOffset Now)
{
    public const string Partition = "clock";

    public const string Row = "now";
}
