using System.Diagnostics;
using System.Globalization;

namespace Husrum.EndToEnd.Tests.Chaos;

/// <summary>
/// Kills the program (SIGKILL), puts it to sleep (SIGSTOP) and wakes it or kills it asleep, at moments drawn from a seed, also while it starts; and starts it again each time.
/// Which instruction a moment meets the seed does not say: the same seed makes the same trouble, not the same run.
/// </summary>
internal sealed class Menace : IAsyncDisposable
{
    private readonly ProgramUnderTest _program;
    private readonly Dictionary<string, string> _environment;
    private readonly Random _random;
    private readonly CancellationTokenSource _enough = new();
    private readonly SemaphoreSlim _up = new(1, 1);
    private Task _work = Task.CompletedTask;

    // how long a start takes here and now: a busy machine does less between two kills, and must come forward all the same
    private int _startMilliseconds = 500;

    /// <param name="program">The program, not started yet.</param>
    /// <param name="environment">What every life of it is started with.</param>
    /// <param name="random">Where the moments come from; null for one who leaves it in peace.</param>
    public Menace(ProgramUnderTest program, Dictionary<string, string> environment, Random? random)
    {
        (_program, _environment, _random) = (program, environment, random ?? new Random(0));
        IsQuiet = random is null;
    }

    public int Kills { get; private set; }

    public int Sleeps { get; private set; }

    private bool IsQuiet { get; }

    public async Task BeginAsync()
    {
        (await _program.StartAgainAsync(_environment)).ShouldBeTrue(_program.Output);
        if (!IsQuiet)
            _work = Task.Run(WorkAsync);
    }

    /// <summary>Completes when the program has been started again; at once where it is not down.</summary>
    public async Task WhenUpAsync()
    {
        await _up.WaitAsync();
        _up.Release();
    }

    /// <summary>Leaves it in peace from now on; completes when it is up.</summary>
    public async Task EndAsync()
    {
        await _enough.CancelAsync();
        await _work;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _enough.Dispose();
        _up.Dispose();
    }

    private async Task WorkAsync()
    {
        while (await RestAsync(_random.Next(30, 3 * _startMilliseconds)))
        {
            if (_random.Next(4) == 0)
            {
                await SignalAsync("STOP");
                Sleeps++;
                await Task.Delay(_random.Next(20, 600));
                if (_random.Next(2) == 0)
                {
                    await SignalAsync("CONT");
                    continue;
                }
            }

            await KillAsync();
        }
    }

    // down and up again; now and then it is killed once more before it answers
    private async Task KillAsync()
    {
        await _up.WaitAsync();
        try
        {
            await _program.KillAsync();
            Kills++;
            while (true)
            {
                var watch = Stopwatch.StartNew();
                var start = _program.StartAgainAsync(_environment);
                if (_random.Next(5) > 0 || await Task.WhenAny(start, Task.Delay(_random.Next(50, 900))) == start)
                {
                    (await start).ShouldBeTrue(_program.Output); // it went away by itself
                    _startMilliseconds = Math.Max(500, (int)watch.ElapsedMilliseconds);
                    return;
                }

                await _program.KillAsync();
                Kills++;
                await start;
            }
        }
        finally
        {
            _up.Release();
        }
    }

    private async Task<bool> RestAsync(int milliseconds)
    {
        try
        {
            await Task.Delay(milliseconds, _enough.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _program.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
