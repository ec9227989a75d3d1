using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Azure;
using Husrum.Functions.Pages.Drift;
using Husrum.Functions.Tests.Embedded;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure;

/// <summary>What the alerts read.</summary>
public sealed class FiguresTests
{
    private readonly TestClock _clock = new();
    private readonly InMemoryRegister _register = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_all_is_well_the_figures_are_nought_and_come_every_five_minutes()
    {
        var figures = new Figures(new Engine(new EngineReport { Now = _clock.GetUtcNow(), IsRunning = true }), _register, _clock, _clock);
        (await figures.LineAsync(Cancellation)).ShouldBe("husrum-figures running=1 overdueSeconds=0 parked=0 messages=0.");
        _clock.Advance(TimeSpan.FromMinutes(4));
        (await figures.LineAsync(Cancellation)).ShouldBeNull();
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await figures.LineAsync(Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_late_set_aside_or_failed_is_counted()
    {
        await Outbox.PutOnceAsync(_register, "case:1", [HomeBench.Notice("late", _clock.GetUtcNow())], Cancellation);
        await _register.CommitAsync(new RegisterBatch("case:2").Index(Partitions.NoticeTroubleIndex, "20260831|x", new NoticePlace("case:2", "x")), Cancellation);
        var intents = new DriftIntents(1, _clock.GetUtcNow().AddMinutes(10), IsLate: true);
        _clock.Advance(TimeSpan.FromMinutes(30));
        var figures = new Figures(new Engine(new EngineReport { Now = _clock.GetUtcNow(), IsRunning = false, ParkedCount = 2, Intents = intents }), _register, _clock, _clock);
        (await figures.LineAsync(Cancellation)).ShouldBe("husrum-figures running=0 overdueSeconds=1800 parked=2 messages=1.");
    }

    // the host's own numbers are tested where the host is played
    private sealed class Engine(EngineReport report) : IEngineState
    {
        public bool IsRunning => report.IsRunning;

        public Task<EngineReport> ReadAsync(CancellationToken cancellation) => Task.FromResult(report);

        public Task<bool> ResumeAsync(string instance, string personId, CancellationToken cancellation) => Task.FromResult(false);

        public Task<bool> EndAsync(string instance, CancellationToken cancellation) => Task.FromResult(false);
    }
}
