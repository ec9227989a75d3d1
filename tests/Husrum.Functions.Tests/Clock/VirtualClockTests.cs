using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Clock;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Functions.Tests.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Clock;

public sealed class VirtualClockTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 8, 31, 6, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private readonly List<(DateTimeOffset At, string What)> _happened = [];
    private SqliteTaskHub _hub = null!;
    private SqliteRegister _register = null!;
    private Messenger _messenger = null!;
    private VirtualClock _clock = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Open(Start);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_happens_in_its_order_at_its_moment()
    {
        await StartAsync("late", days: 30, then: 5);
        await StartAsync("early", days: 1, then: 31);
        var now = await _clock.AdvanceToAsync(Start.AddDays(400), Cancellation);
        now.ShouldBe(Start.AddDays(400));
        _happened.ShouldBe(
            [
                (Start.AddDays(1), "early 1"), (Start.AddDays(1), "sent early 1"),
                (Start.AddDays(30), "late 1"), (Start.AddDays(30), "sent late 1"),
                (Start.AddDays(32), "early 2"), (Start.AddDays(32), "sent early 2"),
                (Start.AddDays(35), "late 2"), (Start.AddDays(35), "sent late 2"),
            ]);
    }

    [Fact]
    public async Task The_next_thing_is_the_next_that_anybody_notices()
    {
        await StartAsync("case", days: 12, then: 3);
        await _hub.ScheduleNewOrchestrationInstanceAsync("Nightly_1", null, new("nightly"), Cancellation);
        (await _clock.StepAsync(ClockStep.Next, Cancellation)).ShouldBe(Start.AddDays(12));
        (await _clock.StepAsync(ClockStep.Next, Cancellation)).ShouldBe(Start.AddDays(15));
        (await _clock.StepAsync(ClockStep.Next, Cancellation)).ShouldBe(Start.AddDays(15)); // nothing waits but the nightly job
        _happened.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_day_runs_the_nightly_job_of_that_day()
    {
        await _hub.ScheduleNewOrchestrationInstanceAsync("Nightly_1", null, new("nightly"), Cancellation);
        (await _clock.StepAsync(ClockStep.Week, Cancellation)).ShouldBe(Start.AddDays(7));
        _clock.NextDue.ShouldBe(Start.AddDays(8));
    }

    [Fact]
    public async Task The_clock_never_goes_back()
    {
        await _clock.AdvanceToAsync(Start.AddDays(1), Cancellation);
        (await _clock.AdvanceToAsync(Start, Cancellation)).ShouldBe(Start.AddDays(1));
    }

    [Fact]
    public async Task Two_who_turn_it_at_once_turn_it_one_after_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _clock.StepAsync(ClockStep.Day, Cancellation)));
        _clock.Now.ShouldBe(Start.AddDays(5));
    }

    [Fact]
    public async Task After_a_restart_it_stands_where_it_stood_and_goes_on()
    {
        await StartAsync("case", days: 12, then: 3);
        await _clock.AdvanceToAsync(Start.AddDays(13), Cancellation);
        await CloseAsync();
        Open(Start.AddYears(-1));
        _clock.Now.ShouldBe(Start.AddDays(13));
        (await _clock.StepAsync(ClockStep.Next, Cancellation)).ShouldBe(Start.AddDays(15));
        _happened[^2].ShouldBe((Start.AddDays(15), "case 2"));
    }

    private Task StartAsync(string id, int days, int then) => _hub.ScheduleNewOrchestrationInstanceAsync("Two_1", new Plan(id, days, then), new(id), Cancellation);

    private void Open(DateTimeOffset start)
    {
        var time = new VirtualTimeProvider(start);
        var process = new Process(Add, [], [(new TaskName("Nightly_1"), "nightly")]);
        var registry = new DurableTaskRegistry();
        process.Register(registry);
        _hub = SqliteTaskHub.Open(new TaskHubOptions { Path = _folder.At("husrum.db"), Migrations = RegisterTables.Migrations, Time = time }, registry, new ServiceCollection().BuildServiceProvider());
        var json = new RegisterJson(new Upcasters());
        _register = new SqliteRegister(_hub, json);
        _messenger = new Messenger(_register, new PlainRenderer(), new Witness(this), new MessengerOptions(), time, NullLogger<Messenger>.Instance);
        _register.Committed += _messenger.Heard;
        _clock = new VirtualClock(time, _register, _register, [new HubDueSource(_hub, [process]), _messenger]);
        _clock.RestoreAsync().GetAwaiter().GetResult();
        _hub.Start();
        _messenger.Start();
    }

    private async Task CloseAsync()
    {
        await _messenger.DisposeAsync();
        await _hub.DisposeAsync();
        _clock.Dispose();
    }

    private void Add(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<Plan, bool>("Two_1", async (context, plan) =>
        {
            await context.CreateTimer(TimeSpan.FromDays(plan.Days), CancellationToken.None);
            await context.CallActivityAsync<bool>("Write", plan.Id + " 1");
            await context.CreateTimer(TimeSpan.FromDays(plan.Then), CancellationToken.None);
            return await context.CallActivityAsync<bool>("Write", plan.Id + " 2");
        })
        .AddOrchestratorFunc<object?, bool>("Nightly_1", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            context.ContinueAsNew(null);
            return true;
        })
        .AddActivityFunc<string, bool>("Write", async (_, what) =>
        {
            await Task.Yield();
            Note(what);
            await Outbox.PutOnceAsync(_register, "case:" + what, [new Notice { Key = what, Channel = NoticeChannel.Email, Template = what, Language = "da", To = "mette@post.example", Due = _clock.Now }]);
            return true;
        });

    private void Note(string what)
    {
        lock (_happened)
            _happened.Add((_clock.Now, what));
    }

    private sealed record Plan(string Id, int Days, int Then);

    private sealed class PlainRenderer : IMessageRenderer
    {
        public RenderedMessage Render(Notice notice) => new(null, notice.Template, null);

        public Task<RenderedMessage?> WithTokensAsync(Notice notice, CancellationToken cancellation = default) => Task.FromResult(notice.Rendered);
    }

    private sealed class Witness(VirtualClockTests test) : IMessageProvider
    {
        public ProviderPromise Promise(NoticeChannel channel) => ProviderPromise.Keyed;

        public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            test.Note("sent " + message.Body.Text);
            return Task.FromResult(new SendResult(SendOutcome.Sent));
        }
    }
}
