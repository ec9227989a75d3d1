using System.Diagnostics;
using Husrum.Durable.Protocol;
using Microsoft.Extensions.Logging;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class ReplayTests
{
    [Fact]
    public void The_code_knows_what_ran_before_and_its_logger_says_it_once()
    {
        var log = new ListLogger();
        var replaying = new List<bool>();
        var executor = new OrchestrationExecutor(
            new DurableTaskRegistry().AddOrchestratorFunc<string?, int>("Test", async (context, _) =>
            {
                var logger = context.CreateReplaySafeLogger("test");
                for (var step = 0; step < 3; step++)
                {
                    replaying.Add(context.IsReplaying);
                    logger.LogInformation("step {Step}", step);
                    await context.CallActivityAsync("A");
                }

                return 0;
            }),
            log);

        HistoryEvent[] past = [EpisodeStarted(Noon), Started("Test"), Scheduled(0), EpisodeEnded(Noon), EpisodeStarted(Noon), Done(0), Scheduled(1), EpisodeEnded(Noon)];
        executor.Execute(new OrchestratorRequest { InstanceId = "x", PastEvents = { past }, NewEvents = { EpisodeStarted(Noon), Done(1) } }).Short().ShouldBe(["2:A[null]"]);

        replaying.ShouldBe([true, true, false]);
        log.Lines.ShouldBe(["step 2"]);

        static HistoryEvent Scheduled(int id) => new() { EventId = id, TaskScheduled = new() { Name = "A" } };
    }

    [Fact]
    public void The_instance_id_is_always_in_the_answer()
    {
        var executor = new OrchestrationExecutor(new DurableTaskRegistry().AddOrchestratorFunc<string?, int>("Test", (context, _) => context.WaitForExternalEvent<int>("e")));

        executor.Execute(new OrchestratorRequest { InstanceId = "x", NewEvents = { EpisodeStarted(Noon), Started("Test") } }).InstanceId.ShouldBe("x");
    }

    [Fact]
    public void A_run_that_has_ended_answers_nothing_more()
    {
        var (instance, _) = Instance.Start<int, int>((_, n) => Task.FromResult(n), 1);

        instance.IsCompleted.ShouldBeTrue();
        instance.Episode(Raised("e")).ShouldBe(new OrchestratorResponse { InstanceId = Instance.Id });
    }

    [Fact]
    public void Ten_thousand_events_are_replayed_well_under_fifty_milliseconds()
    {
        var instance = LongHistory(out var registry);
        instance.Count.ShouldBeGreaterThanOrEqualTo(10_000);

        var best = double.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var execution = new OrchestrationExecution(registry, Instance.Id);
            var start = Stopwatch.GetTimestamp();
            execution.Replay(instance);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{instance.Count} events, best of 20: {best:F2} ms");
        best.ShouldBeLessThan(50);
    }

    // activities one after the other, and an event and a timer at each tenth step
    private static List<HistoryEvent> LongHistory(out DurableTaskRegistry registry)
    {
        static async Task<int> Run(TaskOrchestrationContext context, int steps)
        {
            var sum = 0;
            for (var i = 0; i < steps; i++)
            {
                sum += await context.CallActivityAsync<int>("Step", new { i, id = "p-0123456789" });
                if (i % 10 == 0)
                    sum += await context.WaitForExternalEvent<int>("go", TimeSpan.FromDays(1));
            }

            return sum;
        }

        registry = new DurableTaskRegistry().AddOrchestratorFunc<int, int>("Long", Run);
        var live = new OrchestrationExecution(registry, Instance.Id);
        var history = new List<HistoryEvent>();
        Queue<HistoryEvent> next = new([Started("Long", 1_000_000)]);
        while (history.Count < 10_000)
        {
            List<HistoryEvent> events = [EpisodeStarted(Noon.AddSeconds(history.Count)), next.Dequeue()];
            var response = live.RunEpisode(events);
            history.AddRange(events);
            history.AddRange(response.Actions.Select(Confirmation));
            history.Add(EpisodeEnded(Noon));
            foreach (var action in response.Actions)
                next.Enqueue(action.ScheduleTask is null ? Raised("go", 1) : Done(action.Id, action.Id));
        }

        return history;
    }

    private sealed class ListLogger : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
