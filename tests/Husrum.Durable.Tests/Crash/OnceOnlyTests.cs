namespace Husrum.Durable.Tests.Crash;

/// <summary>
/// The once-and-only-once list, entry by entry: the power is cut before and after every single write, sync and truncation of a run, from the making of the file to its closing.
/// Nothing acknowledged is lost, nothing that somebody has seen is done again, and everything comes to its end.
/// </summary>
public sealed class OnceOnlyTests
{
    public static TheoryData<string> Entries => [.. CrashPlans.Entries];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task After_a_cut_anywhere_that_loses_all_that_was_not_synced(string entry) => await CutEverywhereAsync(CrashPlans.Of(entry), survives: null);

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task After_a_cut_anywhere_that_leaves_a_random_part_of_the_unsynced_sectors(string entry)
    {
        var random = new Random(Seeds.Of(entry));
        await CutEverywhereAsync(CrashPlans.Of(entry), () => random.Next(2) == 0);
    }

    [Fact]
    public async Task After_a_cut_anywhere_while_the_log_is_carried_over_into_the_file_again_and_again()
    {
        var random = new Random(Seeds.Of("carry over"));
        await CutEverywhereAsync(CrashPlans.Of("step") with { CheckpointAfter = 6 }, () => random.Next(2) == 0);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task The_same_cuts_do_lose_work_where_the_disk_is_not_synced_so_this_test_can_fail(string entry)
    {
        var plan = CrashPlans.Of(entry) with { Synchronous = "OFF" };
        var (cuts, _) = await CutsAsync(plan, survives: null);
        var failed = false; // few cuts differ where nothing reaches the disk, so each is looked at, the latest first: most had been promised by then
        foreach (var cut in Enumerable.Reverse(cuts))
            failed = failed || await GoOnAsync(plan, cut) is not null;
        failed.ShouldBeTrue();
    }

    private static async Task CutEverywhereAsync(CrashPlan plan, Func<bool>? survives)
    {
        var (cuts, points) = await CutsAsync(plan, survives);
        var wrong = new List<string>();
        foreach (var cut in cuts)
        {
            if (await GoOnAsync(plan, cut) is { } problem)
                wrong.Add($"cut {cut.Place}: {problem}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{points} points, {cuts.Count} of them leave something of their own");
        wrong.ShouldBeEmpty();
        points.ShouldBeGreaterThan(100);
    }

    // runs undisturbed and returns what a cut at each point would leave; points that leave the very same are played once
    private static async Task<(List<Cut> Cuts, int Points)> CutsAsync(CrashPlan plan, Func<bool>? survives)
    {
        var disk = new CrashDisk();
        var life = new CrashLife(plan, CrashPlans.Beginning());
        var cuts = new List<Cut>();
        var points = 0;
        void Take(string place)
        {
            lock (cuts)
            {
                points++;
                var cut = life.CutNow(place, disk, survives);
                if (cuts.Count == 0 || !cut.Image.IsSameAs(cuts[^1].Image) || !cut.Outside.IsSameAs(cuts[^1].Outside))
                    cuts.Add(cut);
            }
        }

        disk.BeforeOperation = n => Take($"before operation {n}");
        disk.AfterOperation = n => Take($"after operation {n}");
        (await life.LiveAsync(disk)).ShouldBeNull();
        (disk.BeforeOperation, disk.AfterOperation) = (null, null);
        disk.Forget();
        return (cuts, points);
    }

    private static async Task<string?> GoOnAsync(CrashPlan plan, Cut cut)
    {
        var disk = CrashDisk.From(cut.Image);
        var verdict = await new CrashLife(plan, cut.Outside).LiveAsync(disk);
        disk.Forget();
        return verdict;
    }
}
