using System.Text.RegularExpressions;

namespace Husrum.EndToEnd.Tests;

/// <summary>
/// The real process is killed (SIGKILL) before or after its n-th commit, started again, and the people go on: they try again what got no answer.
/// A counting gateway outside sees what each person got.
/// </summary>
public sealed partial class CrashTests
{
    private const string Clock = "2026-08-31T08:00";

    [Fact]
    public async Task Killed_at_a_sample_of_commits_the_claim_is_paid_and_everybody_gets_each_message_once()
    {
        int[] after = [1, 4, 8, 13, 19, 26, 34, 43];
        int[] before = [2, 6, 16, 30];
        await KillAtAsync([.. after.Select(n => ("After", n)), .. before.Select(n => ("Before", n))], mustCrash: after.Length + before.Length - 3);
    }

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Killed_at_two_hundred_commits_and_more() =>
        await KillAtAsync([.. Enumerable.Range(1, 100).Select(n => ("After", n)), .. Enumerable.Range(1, 100).Select(n => ("Before", n))], mustCrash: 60);

    private static async Task KillAtAsync(List<(string When, int Commit)> kills, int mustCrash)
    {
        await using var seeded = await ProgramUnderTest.StartAsync(["--demo", "--clock", Clock]);
        using (var first = new RefundJourney(seeded))
            await first.SettleAsync();
        await seeded.StopAsync();
        var (_, expected, _) = await LiveAsync(seeded, null);
        expected.Count.ShouldBeGreaterThan(3);
        var crashes = 0;
        var wrong = new List<string>();
        foreach (var kill in kills)
        {
            var (crashed, got, changed) = await LiveAsync(seeded, kill);
            crashes += crashed ? 1 : 0;
            if (!got.SequenceEqual(expected) || changed)
                wrong.Add($"killed {kill.When} commit {kill.Commit}: missing [{string.Join(", ", expected.Except(got))}], too many [{string.Join(", ", got.Except(expected))}], changed {changed}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills.Count} runs, {crashes} killed; messages: {string.Join(", ", expected)}");
        wrong.ShouldBeEmpty();
        crashes.ShouldBeGreaterThanOrEqualTo(mustCrash);
    }

    // a copy of the seeded folder lives through the claim's whole way, killed once
    private static async Task<(bool Crashed, List<string> Messages, bool Changed)> LiveAsync(ProgramUnderTest seeded, (string When, int Commit)? kill)
    {
        await using var gateway = await CountingGateway.StartAsync();
        var environment = new Dictionary<string, string> { ["Messages__Gateway__Url"] = gateway.Url };
        var deadly = new Dictionary<string, string>(environment);
        if (kill is { } at)
            deadly[$"Husrum__Crash{at.When}Commit"] = at.Commit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var program = ProgramUnderTest.OnCopyOf(seeded.Data, ["--demo"]);
        var people = new PersistentPeople(program, environment);
        if (!await program.StartAgainAsync(deadly))
            await people.StartAgainAsync();
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
        await people.DoAsync(async journey =>
        {
            using var treasurer = await journey.SignInAsync(DemoPeople.Treasurer);
            await RefundJourney.PayEverythingAsync(treasurer);
        });
        await people.DoAsync(journey => journey.SettleAsync());
        await people.DoAsync(journey => journey.StepAsync("P7D"));
        var mine = gateway.Accepted.Keys.Where(k => k.StartsWith(claim, StringComparison.Ordinal)).Select(k => PersonId().Replace(k, "person")).Order(StringComparer.Ordinal).ToList();
        return (people.Restarts > 0, mine, !gateway.Changed.IsEmpty);
    }

    // the claimant's id is drawn anew in each life
    [GeneratedRegex("p-[a-z0-9]+")]
    private static partial Regex PersonId();

    /// <summary>They try again when the program has gone away under their hands.</summary>
    private sealed class PersistentPeople(ProgramUnderTest program, Dictionary<string, string> environment)
    {
        public int Restarts { get; private set; }

        public async Task DoAsync(Func<RefundJourney, Task> act)
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    using var journey = new RefundJourney(program);
                    await act(journey);
                    return;
                }
                catch (Exception e) when (attempt == 0 && e is HttpRequestException or IOException or TaskCanceledException)
                {
                    await program.WaitForExitAsync(TimeSpan.FromSeconds(20));
                    await StartAgainAsync();
                }
            }
        }

        public async Task StartAgainAsync()
        {
            Restarts++;
            (await program.StartAgainAsync(environment)).ShouldBeTrue(program.Output);
        }
    }
}
