using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Pages.Drift;
using Husrum.Functions.Telemetry;
using Husrum.Functions.Tests.Azure;
using Husrum.Functions.Tests.Embedded;
using Husrum.Testing;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Telemetry;

/// <summary>What the alerts read.</summary>
public sealed class FiguresTests
{
    private readonly TestClock _clock = new();
    private readonly InMemoryRegister _register = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_all_is_well_the_figures_are_nought_and_come_every_five_minutes()
    {
        using var figures = new Figures(new Engine(new EngineReport { Now = _clock.GetUtcNow(), IsRunning = true }), _register, _clock, _clock);
        (await figures.ReadAsync(Cancellation))!.Line.ShouldBe("husrum-figures running=1 overdueSeconds=0 parked=0 messages=0.");
        _clock.Advance(TimeSpan.FromMinutes(4));
        (await figures.ReadAsync(Cancellation)).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await figures.ReadAsync(Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_late_set_aside_or_failed_is_counted()
    {
        await Outbox.PutOnceAsync(_register, "case:1", [HomeBench.Notice("late", _clock.GetUtcNow())], Cancellation);
        await _register.CommitAsync(new RegisterBatch("case:2").Index(Partitions.NoticeTroubleIndex, "20260831|x", new NoticePlace("case:2", "x")), Cancellation);
        var intents = new DriftIntents(1, _clock.GetUtcNow().AddMinutes(10), IsLate: true);
        _clock.Advance(TimeSpan.FromMinutes(30));
        using var figures = new Figures(new Engine(new EngineReport { Now = _clock.GetUtcNow(), IsRunning = false, ParkedCount = 2, Intents = intents }), _register, _clock, _clock);
        (await figures.ReadAsync(Cancellation))!.Line.ShouldBe("husrum-figures running=0 overdueSeconds=1800 parked=2 messages=1.");
    }

    [Fact]
    public async Task A_timer_that_is_overdue_counts_from_its_due_time_by_the_programs_clock()
    {
        var now = _clock.GetUtcNow();
        using var figures = new Figures(new Engine(new EngineReport { Now = now, IsRunning = true, OverdueTimer = new DriftTimer("u-1-g1", now.AddMinutes(-20)) }), _register, _clock, _clock);
        (await figures.ReadAsync(Cancellation)).ShouldNotBeNull().ShouldSatisfyAllConditions(r => r.OverdueSeconds.ShouldBe(1200), r => r.NeedsAPerson.ShouldBeTrue());
    }

    [Fact]
    public void The_alerts_read_the_line_by_the_words_it_is_written_in()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Husrum.sln")))
            root = root.Parent;
        var alerts = File.ReadAllText(Path.Combine(root.FullName, "infra/modules/alerts.bicep"));
        var line = new FiguresReading(true, 1, 22, 333).Line;
        alerts.ShouldContain($"message has \"{line.Split(' ')[0]}\"");
        var (at, values) = (0, new List<string>());
        foreach (Match word in Regex.Matches(Regex.Match(alerts, @"parse message with \*(?<words>.*?) \*'").Groups["words"].Value, "\"(?<text>[^\"]+)\""))
        {
            var found = line.IndexOf(word.Groups["text"].Value, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(at, word.Value);
            if (values.Count < 4 && at > 0)
                values.Add(line[at..found]);
            at = found + word.Groups["text"].Value.Length;
        }

        values.ShouldBe(["1", "1", "22", "333"]);
    }

    [Fact]
    public async Task A_collector_is_told_of_them_and_the_log_once_when_somebody_is_needed_and_once_when_nobody_is()
    {
        var (log, engine) = (new LogLines(), new Engine(new EngineReport { Now = _clock.GetUtcNow(), IsRunning = true, ParkedCount = 1 }));
        using var figures = new Figures(engine, _register, _clock, _clock);
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var watch = new FiguresWatch(figures, factory.CreateLogger<FiguresWatch>());
        var told = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == Figures.Meter)
                    listening.EnableMeasurementEvents(instrument, figures);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, state) => told[instrument.Name] = value);
        listener.Start();
        for (var i = 0; i < 3; i++)
        {
            await watch.LookAsync(Cancellation);
            _clock.Advance(Figures.Every);
        }

        listener.RecordObservableInstruments();
        told.ShouldContainKeyAndValue("husrum.parked", 1);
        told.ShouldContainKeyAndValue("husrum.running", 1);
        log.All.Count(line => line.Contains("Something needs a person", StringComparison.Ordinal)).ShouldBe(1);
        engine.Report = engine.Report with { ParkedCount = 0 };
        await watch.LookAsync(Cancellation);
        log.All.Count(line => line.Contains("Nothing needs a person", StringComparison.Ordinal)).ShouldBe(1);
    }

    // the host's own numbers are tested where the host is played
    private sealed class Engine(EngineReport report) : IEngineState
    {
        public EngineReport Report { get; set; } = report;

        public bool IsRunning => Report.IsRunning;

        public Task<EngineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(Report);

        public Task<bool> ResumeAsync(string instance, string personId, CancellationToken cancellation) => Task.FromResult(false);

        public Task<bool> EndAsync(string instance, CancellationToken cancellation) => Task.FromResult(false);
    }
}
