using Husrum.Durable;
using Husrum.Durable.Client;
using Husrum.Functions.Azure;
using Husrum.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Azure;

/// <summary>The host shows no timers; what episodes show of them is noted, and what looks overdue is looked at before anybody is called.</summary>
public sealed class WaitingTimersTests : IAsyncLifetime
{
    private readonly InMemoryRegister _register = new();
    private Homes.AzureHome _home = null!;
    private WaitingTimers _timers = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _home.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _home = await Homes.AzureHome.StartAsync(registry => registry.AddOrchestrator("Main_1", () => new Reminding()));
        _timers = new WaitingTimers(_register, _home.Client, _home.Clock, NullLogger<WaitingTimers>.Instance);
        _home.Handler.Timers = _timers;
        await _home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Cancellation);
        await _home.SettleAsync();
    }

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task The_next_timer_is_known_and_overdue_when_the_host_does_not_fire_it()
    {
        var due = Now.AddHours(1);
        (await _timers.ReadAsync(Cancellation)).ShouldBe((null, new("i1", due)));
        _home.Clock.Now = due.AddMinutes(20); // and the host stands still
        (await _timers.ReadAsync(Cancellation)).Overdue.ShouldBe(new("i1", due));
        await _home.SettleAsync();
        (await _timers.ReadAsync(Cancellation)).ShouldBe((null, new("i1", Now.AddHours(2))));
    }

    [Fact]
    public async Task An_answer_leaves_no_timer_behind_and_neither_does_an_end()
    {
        await _home.Client.RaiseEventAsync("i1", "said", "yes", Cancellation);
        await _home.SettleAsync();
        (await _home.Client.GetInstanceAsync("i1", cancellation: Cancellation)).ShouldNotBeNull().RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await _timers.ReadAsync(Cancellation)).ShouldBe((null, null));
    }

    [Fact]
    public async Task What_was_ended_from_outside_is_waited_for_by_nobody()
    {
        var due = Now.AddHours(1);
        await _register.CommitAsync(new Core.Register.RegisterBatch(WaitingTimer.Partition).Put("gone", new WaitingTimer("gone", due)), Cancellation);
        await _home.Client.TerminateInstanceAsync("i1", cancellation: Cancellation);
        await _home.SettleAsync();
        _home.Clock.Now = due.AddMinutes(20);
        (await _timers.ReadAsync(Cancellation)).ShouldBe((null, null));
        await _timers.SweepAsync(Cancellation);
        (await _register.QueryAsync<WaitingTimer>(WaitingTimer.Partition, cancellation: Cancellation).CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_note_that_was_left_behind_is_not_taken_for_a_late_timer()
    {
        var due = Now.AddHours(1);
        _register.BeforeCommit = _ => throw new IOException("away");
        await _home.AdvanceAsync(TimeSpan.FromHours(2)); // the first fires, and nobody notes the second
        _register.BeforeCommit = null;
        (await _timers.ReadAsync(Cancellation)).Overdue.ShouldBe(new("i1", due)); // at work a moment after: it may be late still
        await _home.AdvanceAsync(TimeSpan.FromHours(2));
        (await _timers.ReadAsync(Cancellation)).Overdue.ShouldBeNull();
    }

    // after an hour a reminder, two hours later the next, until somebody says something
    private sealed class Reminding : TaskOrchestrator<object?, object?>
    {
        public override async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            var said = context.WaitForExternalEvent<string>("said");
            foreach (var hours in new[] { 1, 2, 2, 2 })
            {
                if (await Task.WhenAny(said, context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None)) == said)
                    break;
            }

            return null;
        }
    }
}
