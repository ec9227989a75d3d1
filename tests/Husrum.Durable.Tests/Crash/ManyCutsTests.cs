using System.Collections.Concurrent;
using System.Diagnostics;

namespace Husrum.Durable.Tests.Crash;

/// <summary>
/// Power cuts by the thousand: hubs with drawn courses, in drawn order, on a disk that drops unsynced writes (all of them, or a drawn part), cut at drawn points, and cut again while they recover.
/// A kill alone keeps the machine's page cache; this does not.
/// </summary>
public sealed class ManyCutsTests
{
    private const int CutsAWorld = 12;
    private const int DeepestCut = 3;

    [Fact]
    public async Task Some_hundred_drawn_cuts_lose_nothing_and_double_nothing() => await CutAsync(400);

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task A_hundred_thousand_drawn_cuts_lose_nothing_and_double_nothing() => await CutAsync(100_000);

    [Fact]
    public async Task The_same_drawn_cuts_do_lose_work_where_the_disk_is_not_synced_so_this_test_can_fail() =>
        (await RunAsync("OFF", 60, Seeds.Of("cuts without sync"))).Wrong.ShouldNotBeEmpty();

    private static async Task CutAsync(int cuts)
    {
        var seed = Seeds.Of("cuts");
        var watch = Stopwatch.StartNew();
        var (wrong, tally) = await RunAsync("FULL", cuts, seed);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{tally.Cuts} power cuts in {tally.Worlds} worlds ({string.Join(", ", tally.ByDepth.OrderBy(d => d.Key).Select(d => $"{d.Value} cut {d.Key} times"))}), {wrong.Count} wrong, {watch.Elapsed.TotalSeconds:F0} s");
        wrong.ShouldBeEmpty();
        tally.Cuts.ShouldBeGreaterThanOrEqualTo(cuts);
        tally.ByDepth.Count.ShouldBe(DeepestCut, "some lives were cut again while they recovered");
    }

    private static async Task<(List<string> Wrong, Tally Tally)> RunAsync(string synchronous, int cuts, int seed)
    {
        var tally = new Tally();
        var wrong = new ConcurrentBag<string>();
        var next = seed;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            while (tally.Cuts < cuts && wrong.Count < 20)
            {
                var world = Interlocked.Increment(ref next) - 1;
                if (await WorldAsync(world, synchronous, tally) is { } problem)
                    wrong.Add($"HUSRUM_SEED={world}: {problem}");
            }
        })));
        return ([.. wrong], tally);
    }

    // one world is one seed: its plan, its undisturbed life, and the lives after its cuts
    private static async Task<string?> WorldAsync(int seed, string synchronous, Tally tally)
    {
        var random = new Random(seed);
        var plan = CrashPlans.Draw(random, synchronous);
        var keepsSome = random.Next(3) > 0;
        var kept = random.NextDouble();
        bool Survives() => random.NextDouble() < kept;
        Interlocked.Increment(ref tally.Worlds);

        var (problem, cuts) = await LiveAsync(new CrashDisk(), CrashPlans.Beginning(), depth: 0);
        if (problem is not null)
            return "undisturbed: " + problem;
        while (cuts.TryPop(out var cut))
        {
            tally.Count(cut.Outside.Cuts);
            var (after, again) = await LiveAsync(CrashDisk.From(cut.Image), cut.Outside, cut.Outside.Cuts);
            if (after is not null)
                return $"{string.Join('+', plan.Courses.Select(c => c.GetType().Name))}, cut {cut.Place}: {after}";
            while (again.TryPop(out var deeper))
                cuts.Push(deeper);
        }

        return null;

        // on its way it notes what cuts at some drawn points would leave
        async Task<(string? Problem, Stack<Cut> Cuts)> LiveAsync(CrashDisk disk, Outside outside, int depth)
        {
            var life = new CrashLife(plan, outside);
            var taken = new Stack<Cut>();
            var wanted = depth == 0 ? CutsAWorld : depth < DeepestCut ? random.Next(2) : 0;
            var points = Enumerable.Range(0, wanted).Select(_ => random.Next(2, depth == 0 ? 400 : 150)).ToHashSet();
            var draws = new Lock();
            void Take(long number, bool isAfter)
            {
                lock (draws)
                {
                    if (points.Contains((int)number * 2 + (isAfter ? 1 : 0)))
                        taken.Push(life.CutNow($"{(isAfter ? "after" : "before")} operation {number} of life {depth + 1}", disk, keepsSome ? Survives : null));
                }
            }

            disk.BeforeOperation = n => Take(n, isAfter: false);
            disk.AfterOperation = n => Take(n, isAfter: true);
            var verdict = await life.LiveAsync(disk);
            (disk.BeforeOperation, disk.AfterOperation) = (null, null);
            disk.Forget();
            return (verdict, taken);
        }
    }

    private sealed class Tally
    {
        public int Worlds;
        private int _cuts;

        public int Cuts => Volatile.Read(ref _cuts);

        public ConcurrentDictionary<int, int> ByDepth { get; } = new();

        public void Count(int depth)
        {
            Interlocked.Increment(ref _cuts);
            ByDepth.AddOrUpdate(depth, 1, (_, n) => n + 1);
        }
    }
}
