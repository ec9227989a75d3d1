using System.Diagnostics;
using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Demo;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Tests.Rehearsal;

/// <summary>The stage a rehearsal and a simulation are played on.</summary>
public sealed class StageTests
{
    private static readonly DateOnly Start = new(2026, 8, 31);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_of_hjem_til_os_is_played_to_its_end_with_every_message_sent()
    {
        var watch = Stopwatch.StartNew();
        var (lines, world, closed) = await YearAsync(seed: 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"A year in {watch.ElapsedMilliseconds} ms: {world.Mailboxes.Sent.Count} messages, {lines.Count} rows written.");
        closed.ShouldBeTrue();
        world.Mailboxes.Sent.Count.ShouldBeGreaterThan(150);
        world.Mailboxes.Sent.Count(m => m.Message.Body.Subject is { } subject && subject.Contains("Tak", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        world.Mailboxes.Sent.ShouldAllBe(m => !m.Message.Body.Text.Contains("{{") && SendWindow.IsOpen(m.At));
    }

    [Fact]
    public async Task Two_stages_with_one_seed_are_equal_to_the_byte_and_another_seed_is_not()
    {
        var (first, firstWorld, _) = await YearAsync(seed: 7);
        var (second, secondWorld, _) = await YearAsync(seed: 7);
        second.ShouldBe(first);
        Texts(secondWorld).ShouldBe(Texts(firstWorld));
        var (_, otherWorld, _) = await YearAsync(seed: 8);
        Texts(otherWorld).ShouldNotBe(Texts(firstWorld)); // links are drawn
    }

    [Fact]
    public async Task A_stage_killed_before_and_after_a_commit_and_opened_again_sends_what_one_that_was_not_killed_does()
    {
        var (_, whole, _) = await YearAsync(seed: 3);
        using var folder = new StageFolder();
        var world = new StageWorld(3);
        var cast = new Cast(CoursePeople.Script());
        var kills = 0;
        for (var closed = false; !closed;)
        {
            var at = 200 + (97 * kills);
            var options = Options(world) with { Folder = folder.Path, Hub = hub => kills % 2 == 0 ? hub with { BeforeCommit = n => Kill(n, at) } : hub with { AfterCommit = n => Kill(n, at) } };
            try
            {
                await using var stage = await Stage.OpenAsync(options, Ct);
                await BeginAsync(stage);
                await stage.GoToAsync(End, [cast], Ct);
                closed = true;
            }
            catch (TaskHubException)
            {
                kills++;
                cast = new Cast(CoursePeople.Script());
            }
        }

        kills.ShouldBeGreaterThan(3);
        string[] Keys(StageWorld of) => [.. of.Mailboxes.Sent.Select(m => m.Message.Key).Order(StringComparer.Ordinal)];
        Keys(world).Distinct().Count().ShouldBe(Keys(world).Length);
        world.Mailboxes.Sent.Count.ShouldBe(whole.Mailboxes.Sent.Count);
        Reminders(world).ShouldBe(Reminders(whole));
    }

    private static DateTimeOffset End => WallTime.ToUtc(new DateOnly(2027, 12, 31), new TimeOnly(12, 0));

    private static StageOptions Options(StageWorld world) => new(world, DemoOrganisation.Make(), WallTime.ToUtc(Start, new TimeOnly(16, 0))) { Nights = false };

    private static async Task<string> BeginAsync(Stage stage)
    {
        await StageStaff.AddAsync(stage, DemoOrganisation.Make(), Ct);
        return await CoursePeople.BeginAsync(stage, new CoursePlan("test", "aarhus", "koebenhavn", Start, DayOfWeek.Thursday), Ct);
    }

    private static async Task<(List<string> Lines, StageWorld World, bool Closed)> YearAsync(int seed)
    {
        await using var stage = await Stage.OpenAsync(Options(new StageWorld(seed)), Ct);
        var id = await BeginAsync(stage);
        var cast = new Cast(CoursePeople.Script());
        await stage.GoToAsync(End, [cast], Ct);
        cast.Refused.ShouldBeEmpty();
        var course = await stage.Get<CaseBook<FamilyCourse>>().GetAsync(id, Ct);
        List<string> lines = [.. stage.Chronicle.Entries.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.At:O} {e.Partition} {e.Row} {e.Record}"))];
        return (lines, stage.World, course!.Value.IsClosed);
    }

    private static string[] Texts(StageWorld world) => [.. world.Mailboxes.Sent.Select(m => $"{m.At:O} {m.Message.To} {m.Message.Body.Subject} {m.Message.Body.Text}")];

    private static int Reminders(StageWorld world) => world.Mailboxes.Sent.Count(m => m.Message.Body.Text.Contains("Husk jeres aftale", StringComparison.Ordinal));

    private static void Kill(long commit, long at)
    {
        if (commit == at)
            throw new InvalidOperationException("Killed by the test.");
    }

    private sealed class StageFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("husrum-stage-test-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
