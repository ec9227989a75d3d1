using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Husrum.EndToEnd.Tests.Chaos;

/// <summary>The real program, driven over HTTP through weeks of an autumn while it is killed and put to sleep at random, sends what it sends in peace, no more and no less, and its books balance.</summary>
public sealed class ChaosTests
{
    private const int SoakKills = 1_000;
    private const int SoakDays = 40;

    [Fact]
    public async Task Days_with_the_program_killed_at_any_moment_are_as_days_in_peace() => await LiveAsync(days: 6, mostLives: 6, kills: 4);

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task The_same_weeks_again_and_again_until_the_program_was_killed_a_thousand_times() => await LiveAsync(SoakDays, mostLives: 500, SoakKills);

    private static async Task LiveAsync(int days, int mostLives, int kills)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HUSRUM_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1_000_000_000);
        var watch = Stopwatch.StartNew();
        await using var seeded = await SeededAsync();
        var peace = await ChaosLife.LiveAsync(seeded, random: null, days);
        peace.Reconciled.ExitCode.ShouldBe(0, peace.Reconciled.Output);
        peace.Changed.ShouldBeEmpty();
        Say($"HUSRUM_SEED={seed}, program {Repository.ProgramFile}; {days} days in peace: {watch.Elapsed.TotalSeconds:F0} s, {peace.Answers} answers, {peace.Messages.Count} messages");
        peace.Answers.ShouldBeGreaterThan(days, "people have something to do");

        var wrong = new ConcurrentBag<string>();
        var (killed, slept, lives, next) = (0, 0, 0, seed);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(mostLives, Environment.ProcessorCount)).Select(async _ =>
        {
            while (Volatile.Read(ref killed) < kills && Volatile.Read(ref lives) < mostLives && wrong.IsEmpty)
            {
                var world = Interlocked.Increment(ref next) - 1;
                var life = await ChaosLife.LiveAsync(seeded, new Random(world), days);
                Interlocked.Add(ref killed, life.Kills);
                Interlocked.Add(ref slept, life.Sleeps);
                Interlocked.Increment(ref lives);
                Say($"{watch.Elapsed.TotalSeconds:F0} s: seed {world} killed {life.Kills} times and put to sleep {life.Sleeps} times, {life.Answers} answers, {life.Messages.Count} messages");
                if (life.Wrong(peace) is { } problem)
                    wrong.Add($"HUSRUM_SEED={world}, {life.Kills} kills: {problem}");
            }
        }));
        Say($"{killed} kills and {slept} sleeps in {lives} lives of {days} days, {lives * peace.Messages.Count} messages, {wrong.Count} wrong, {watch.Elapsed.TotalSeconds:F0} s");
        wrong.ShouldBeEmpty();
        killed.ShouldBeGreaterThanOrEqualTo(kills);
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static async Task<ProgramUnderTest> SeededAsync()
    {
        var seeded = await ProgramUnderTest.StartAsync(["--demo", "--clock", "2026-08-31T08:00"]);
        using (var first = new RefundJourney(seeded))
            await first.SettleAsync();
        await seeded.StopAsync();
        return seeded;
    }
}
