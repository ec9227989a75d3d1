using Husrum.Core.Rounds;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers.Renewal;
using Husrum.Durable.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Tests.Rounds;

/// <summary>What the program sees to by itself now and then.</summary>
public sealed class RoundsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_once_the_first_time_then_every_week_and_sooner_where_one_wishes_it()
    {
        var round = new Counted();
        await using var world = await StartAsync(round);
        round.Runs.ShouldBe(["2026-08-31 10:00 first"]);
        await world.GoToAsync("2026-09-08 12:00");
        round.Runs[1..].ShouldBe(["2026-09-07 05:00 again"]);
        round.Wish = () => RefundWorld.Wall("2026-09-15 11:00");
        await world.GoToAsync("2026-09-16 12:00");
        round.Runs[2..].ShouldBe(["2026-09-14 05:00 again", "2026-09-15 05:00 again", "2026-09-16 05:00 again"]); // a wish for the past is one for the next night
    }

    [Fact]
    public async Task One_that_fails_keeps_no_other_from_being_made_and_is_tried_again()
    {
        var (bad, good) = (new Counted { Fails = 2 }, new Counted());
        await using var world = await StartAsync(bad, good);
        await world.GoToAsync("2026-08-31 12:00");
        bad.Runs.Count.ShouldBe(3);
        good.Runs.Count.ShouldBe(3);
        (await world.Hub.GetInstanceAsync(RoundTasks.InstanceId, cancellation: Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task The_program_stops_between_two_rounds_and_the_next_one_comes_in_its_time()
    {
        var round = new Counted();
        await using var world = await StartAsync(round);
        await world.RestartAsync();
        await world.GoToAsync("2026-09-07 04:59");
        await world.RestartAsync();
        round.Runs.Count.ShouldBe(1);
        await world.GoToAsync("2026-09-07 05:00");
        round.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Renewals_under_way_are_woken_by_the_first_round_and_by_no_other_and_nothing_of_theirs_is_repeated()
    {
        await using var world = await Volunteers.VolunteerWorld.StartAsync();
        var person = await world.MadeVolunteerAsync("Astrid Ansøger", ["legeven"]);
        var note = new Core.Certificates.CertificateNote(Core.Certificates.CertificateKind.Children) { Outcome = Core.Certificates.CertificateOutcome.Clean, RenewBy = new DateOnly(2026, 10, 31), ConsentSettled = true };
        await world.House.Get<RenewalStarter>().StartAsync(person, "aarhus", [note], Ct);
        await world.House.GoToAsync("2026-09-01 12:00");
        var renewal = (await world.CasesAsync<CertificateRenewal>(person)).ShouldHaveSingleItem();
        var before = await LookAsync();
        await BeginAsync(world.House);
        await world.House.GoToAsync("2026-09-02 12:00");
        var woken = await LookAsync();
        woken.ShouldBeGreaterThan(before);
        await world.House.GoToAsync("2026-09-25 12:00"); // three more rounds
        (await LookAsync()).ShouldBe(woken);
        await world.House.GoToAsync("2026-11-02 12:00");
        var mails = await world.MailsInAsync(RenewalProcess.Prefix + renewal.Id);
        mails.Count(m => m.Contains("case-task karla", StringComparison.Ordinal)).ShouldBe(1);
        mails.Count(m => m.Contains("certificate-overdue", StringComparison.Ordinal)).ShouldBe(1);

        async Task<DateTimeOffset> LookAsync() => (await world.House.Hub.GetInstanceAsync(renewal.InstanceId, cancellation: Ct))!.LastUpdatedAt;
    }

    private static async Task<RefundWorld> StartAsync(params Counted[] rounds)
    {
        var world = await RefundWorld.StartAsync(besides: new TestProcess(
            services =>
            {
                foreach (var round in rounds)
                    services.AddSingleton<Round>(round);
            },
            _ => { }));
        foreach (var round in rounds)
            round.Time = world.Clock;
        await BeginAsync(world);
        return world;
    }

    private static async Task BeginAsync(RefundWorld world)
    {
        await world.Hub.ScheduleNewOrchestrationInstanceAsync(RoundTasks.Orchestrator, null, new StartOrchestrationOptions(RoundTasks.InstanceId), Ct);
        await world.SettleAsync();
    }

    private sealed class Counted : Round
    {
        public List<string> Runs { get; } = [];

        public int Fails { get; init; }

        public Func<DateTimeOffset?> Wish { get; set; } = () => null;

        public TimeProvider Time { get; set; } = TimeProvider.System;

        public override Task<DateTimeOffset?> RunAsync(bool first, CancellationToken cancellation)
        {
            var now = Time.GetUtcNow();
            Runs.Add($"{Core.Calendar.WallTime.LocalDate(now):yyyy-MM-dd} {Core.Calendar.WallTime.LocalTime(now):HH\\:mm} {(first ? "first" : "again")}");
            return Runs.Count <= Fails ? throw new IOException("The store is away.") : Task.FromResult(Wish());
        }
    }
}
