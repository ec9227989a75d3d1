using System.Text.RegularExpressions;

namespace Husrum.Functions.Tests.Crash;

/// <summary>
/// The power is cut before every write and every sync of the whole refund process: sent in, sent back, completed, reminded, approved, listed, paid.
/// The claim comes to its end each time, and each person gets each message once, in the same words.
/// </summary>
public sealed partial class RefundPowerCutTests
{
    private const int Seed = 310_826;

    [Fact]
    public async Task Whatever_is_not_synced_is_lost_at_a_cut_and_still_nobody_misses_a_message_or_gets_one_twice() => await CutEverywhereAsync(survives: null, every: 4);

    [Fact]
    public async Task A_random_part_of_what_is_not_synced_survives_a_cut_and_still_nobody_misses_a_message_or_gets_one_twice()
    {
        var random = new Random(Seed);
        await CutEverywhereAsync(() => random.Next(2) == 0, every: 9);
    }

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Every_single_cut() => await CutEverywhereAsync(survives: null, every: 1);

    private static async Task CutEverywhereAsync(Func<bool>? survives, int every)
    {
        var (cuts, undisturbed) = await RefundWorldOnDisk.RunAsync(survives, every);
        var expected = Messages(undisturbed);
        expected.Count.ShouldBeGreaterThan(6);
        cuts.Count.ShouldBeGreaterThan(600 / every);
        var wrong = new List<string>();
        foreach (var cut in cuts)
        {
            var after = await RefundWorldOnDisk.GoOnAsync(cut);
            var got = Messages(after);
            if (!got.SequenceEqual(expected) || !after.Changed.IsEmpty)
                wrong.Add($"cut before operation {cut.Operation}: missing [{string.Join(", ", expected.Except(got))}], too many [{string.Join(", ", got.Except(expected))}], changed [{string.Join(", ", after.Changed)}]");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cuts.Count} cuts, every {every}., seed {Seed}, messages: {string.Join(", ", expected)}");
        wrong.ShouldBeEmpty();
    }

    // person ids are drawn anew in each life where the people were not yet on disk; the rest of a key is the same
    private static List<string> Messages(OutsideWorld outside) => [.. outside.Received.Keys.Select(key => PersonId().Replace(key, "person")).Order(StringComparer.Ordinal)];

    [GeneratedRegex("p-[a-z0-9]+")]
    private static partial Regex PersonId();
}
