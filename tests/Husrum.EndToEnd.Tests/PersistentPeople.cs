namespace Husrum.EndToEnd.Tests;

/// <summary>Where the next life of the program ends: before or after its n-th commit.</summary>
internal sealed record KillPoint(string When, int Commit);

/// <summary>They start the program again when it has gone away under their hands, and try again what got no answer. Each of its lives ends where it is told to, if it comes so far.</summary>
/// <param name="program">The program, not started yet.</param>
/// <param name="environment">What every life is started with.</param>
/// <param name="next">Where the next life ends, given how often what they are at was cut short; null for one that is left in peace.</param>
internal sealed class PersistentPeople(ProgramUnderTest program, Dictionary<string, string> environment, Func<int, KillPoint?> next)
{
    private const int SignalKill = 128 + 9;
    private const int MostLives = 200;

    private int _cutShort;

    /// <summary>Lives that SIGKILL has ended.</summary>
    public int Kills { get; private set; }

    public async Task StartAsync()
    {
        while (!await program.StartAgainAsync(Life()))
            CountKill();
    }

    public async Task DoAsync(Func<RefundJourney, Task> act)
    {
        for (_cutShort = 0; ; _cutShort++)
        {
            try
            {
                using var journey = new RefundJourney(program);
                await act(journey);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
            {
                await program.WaitForExitAsync(TimeSpan.FromSeconds(60));
                CountKill();
                await StartAsync();
            }
        }
    }

    // only what the kill did counts: a program that went away for another reason is a failure
    private void CountKill()
    {
        program.ExitCode.ShouldBe(SignalKill, program.Output);
        Kills++;
        Kills.ShouldBeLessThan(MostLives, "it comes to no end");
    }

    private Dictionary<string, string> Life()
    {
        var life = new Dictionary<string, string>(environment);
        if (next(_cutShort) is { } kill)
            life[$"Husrum__Crash{kill.When}Commit"] = kill.Commit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return life;
    }
}
