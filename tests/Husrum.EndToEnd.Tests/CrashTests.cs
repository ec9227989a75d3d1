using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Husrum.EndToEnd.Tests;

/// <summary>
/// The real process is killed (SIGKILL) before or after its n-th commit, started again, and the people go on: they try again what got no answer.
/// A counting gateway outside sees what each person got.
/// </summary>
public sealed partial class CrashTests
{
    private const string Clock = "2026-08-31T08:00";
    private const int SoakKills = 1_000;

    [Fact]
    public async Task Killed_at_a_sample_of_commits_the_claim_is_paid_and_everybody_gets_each_message_once()
    {
        await using var seeded = await SeededAsync();
        var expected = await UndisturbedAsync(seeded);
        int[] after = [1, 4, 8, 13, 19, 26, 34, 43];
        int[] before = [2, 6, 16, 30];
        var points = after.Select(n => new KillPoint("After", n)).Concat(before.Select(n => new KillPoint("Before", n))).ToList();
        var wrong = new List<string>();
        var kills = 0;
        foreach (var point in points)
        {
            var first = new Queue<KillPoint>([point]);
            var life = await LiveAsync(seeded, _ => first.TryDequeue(out var kill) ? kill : null);
            kills += life.Kills;
            if (life.Wrong(expected) is { } problem)
                wrong.Add($"killed {point.When} commit {point.Commit}: {problem}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{points.Count} runs, {kills} kills; messages: {string.Join(", ", expected)}");
        wrong.ShouldBeEmpty();
        kills.ShouldBeGreaterThanOrEqualTo(points.Count - 3);
    }

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Killed_a_thousand_times_again_and_again_on_a_claims_way_everybody_gets_each_message_once()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HUSRUM_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1_000_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"HUSRUM_SEED={seed}, program {Repository.ProgramFile}");
        var watch = Stopwatch.StartNew();
        await using var seeded = await SeededAsync();
        var expected = await UndisturbedAsync(seeded);
        var wrong = new ConcurrentBag<string>();
        var (kills, lives, next) = (0, 0, seed);
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(async _ =>
        {
            while (Volatile.Read(ref kills) < SoakKills && wrong.IsEmpty)
            {
                var world = Interlocked.Increment(ref next) - 1;
                var random = new Random(world);
                var life = await LiveAsync(seeded, cutShort => Draw(random, cutShort));
                Interlocked.Add(ref kills, life.Kills);
                Interlocked.Increment(ref lives);
                if (life.Wrong(expected) is { } problem)
                    wrong.Add($"HUSRUM_SEED={world}, {life.Kills} kills: {problem}");
            }
        }));
        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills (SIGKILL, as the exit code says) on {lives} claims' ways, {wrong.Count} wrong, {watch.Elapsed.TotalSeconds:F0} s; messages: {string.Join(", ", expected)}");
        wrong.ShouldBeEmpty();
        kills.ShouldBeGreaterThanOrEqualTo(SoakKills);
    }

    // further and further away while one and the same act is cut short, for some take more commits than others
    private static KillPoint Draw(Random random, int cutShort) => new(random.Next(2) == 0 ? "Before" : "After", random.Next(1, 25 << Math.Min(cutShort, 6)));

    private static async Task<ProgramUnderTest> SeededAsync()
    {
        var seeded = await ProgramUnderTest.StartAsync(["--demo", "--clock", Clock]);
        using (var first = new RefundJourney(seeded))
            await first.SettleAsync();
        await seeded.StopAsync();
        return seeded;
    }

    private static async Task<List<string>> UndisturbedAsync(ProgramUnderTest seeded)
    {
        var undisturbed = await LiveAsync(seeded, _ => null);
        undisturbed.Kills.ShouldBe(0);
        undisturbed.Messages.Count.ShouldBeGreaterThan(3);
        return undisturbed.Messages;
    }

    // a copy of the seeded folder lives through the claim's whole way
    private static async Task<Life> LiveAsync(ProgramUnderTest seeded, Func<int, KillPoint?> nextKill)
    {
        await using var gateway = await CountingGateway.StartAsync();
        await using var program = ProgramUnderTest.OnCopyOf(seeded.Data, ["--demo"]);
        var people = new PersistentPeople(program, new() { ["Messages__Gateway__Url"] = gateway.Url }, nextKill);
        await people.StartAsync();
        var claim = "";
        await people.DoAsync(async journey => claim = (await journey.ClaimAsync("claim-crash")).Id);
        await people.DoAsync(journey => journey.SettleAsync());
        await people.DoAsync(async journey =>
        {
            using var coordinator = new Visitor(program.Address);
            var link = (await journey.LinkAsync("refund-approve", "/afgoer", claim)).ShouldNotBeNull();
            var page = await coordinator.OpenAsync(link);
            if (!page.Text.Contains("Allerede afgjort", StringComparison.Ordinal))
                await RefundJourney.DecideAsync(coordinator, link, "approve", RefundJourney.Total);
        });
        await people.DoAsync(journey => journey.SettleAsync());
        Visitor? treasurer = null;
        await people.DoAsync(async journey => treasurer = await journey.SignInAsync(DemoPeople.Treasurer));
        await people.DoAsync(_ => RefundJourney.PayEverythingAsync(treasurer!));
        treasurer!.Dispose();
        await people.DoAsync(journey => journey.SettleAsync());
        await people.DoAsync(journey => journey.StepAsync("P7D"));
        var mine = gateway.Accepted.Keys.Where(k => k.StartsWith(claim, StringComparison.Ordinal)).Select(k => PersonId().Replace(k, "person")).Order(StringComparer.Ordinal).ToList();
        return new Life(people.Kills, mine, [.. gateway.Changed]);
    }

    // the claimant's id is drawn anew in each life
    [GeneratedRegex("p-[a-z0-9]+")]
    private static partial Regex PersonId();

    private sealed record Life(int Kills, List<string> Messages, List<string> Changed)
    {
        public string? Wrong(List<string> expected) => Messages.SequenceEqual(expected) && Changed.Count == 0
            ? null
            : $"missing [{string.Join(", ", expected.Except(Messages))}], too many [{string.Join(", ", Messages.Except(expected))}], changed [{string.Join(", ", Changed)}]";
    }
}
