namespace Husrum.Durable.Tests.Crash;

/// <summary>The power is cut before every single write and sync of a run: nothing acknowledged is lost, nothing is done that should not be.</summary>
public sealed class PowerCutTests
{
    private const int Seed = 20_260_831;

    [Fact]
    public async Task After_a_cut_at_any_point_that_loses_all_that_was_not_synced_everything_comes_to_its_end() =>
        await CutEverywhere(survives: null);

    [Fact]
    public async Task After_a_cut_at_any_point_that_leaves_a_random_part_of_the_unsynced_sectors_everything_comes_to_its_end()
    {
        TestContext.Current.SendDiagnosticMessage($"seed {Seed}");
        var random = new Random(Seed);
        await CutEverywhere(() => random.Next(2) == 0);
    }

    [Fact]
    public async Task The_same_cuts_do_lose_work_where_the_disk_is_not_synced_so_this_test_can_fail()
    {
        var cuts = await CrashScenario.CutsAsync("OFF", survives: null);
        var failures = 0;
        foreach (var cut in cuts.Where((_, i) => i % 10 == 0))
            failures += await CrashScenario.RecoverAsync("OFF", cut) is null ? 0 : 1;
        failures.ShouldBeGreaterThan(0);
    }

    private static async Task CutEverywhere(Func<bool>? survives)
    {
        var cuts = await CrashScenario.CutsAsync("FULL", survives);
        cuts.Count.ShouldBeGreaterThan(100);
        var wrong = new List<string>();
        foreach (var cut in cuts)
        {
            if (await CrashScenario.RecoverAsync("FULL", cut) is { } problem)
                wrong.Add($"cut before operation {cut.Operation}: {problem}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cuts.Count} cuts");
        wrong.ShouldBeEmpty();
    }
}
