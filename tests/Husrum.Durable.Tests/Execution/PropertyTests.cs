using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

/// <summary>
/// What must hold for every orchestrator and every order of events. A failure names its seed: put it into <c>HUSRUM_SEED</c> to see it again.
/// </summary>
public sealed class PropertyTests
{
    private const int Scripts = 300;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("HUSRUM_SEED"), out var seed) ? seed : Environment.TickCount & 0xFFFFFF;

    [Fact]
    public void The_decisions_do_not_depend_on_how_events_are_batched_nor_on_replay()
    {
        for (var seed = Seed; seed < Seed + Scripts; seed++)
        {
            var random = new Random(seed);
            var script = Step.Script(random, depth: seed % 4);
            try
            {
                // one event an episode, drawn from what the open decisions allow
                var (instance, first) = Start(script);
                var actions = first.Actions.ToList();
                var status = first.CustomStatus;
                var delivered = new List<HistoryEvent>();
                while (!instance.IsCompleted && delivered.Count < 80)
                {
                    var next = Draw(random, actions, delivered);
                    delivered.Add(next);
                    var response = instance.Episode(next);
                    actions.AddRange(response.Actions);
                    status = response.CustomStatus;
                }

                for (var batching = 0; batching < 3; batching++)
                {
                    var (again, response) = Start(script);
                    var decided = response.Actions.ToList();
                    for (var i = 0; i < delivered.Count;)
                    {
                        var size = Math.Min(batching == 0 ? delivered.Count : random.Next(1, 8), delivered.Count - i);
                        response = again.Episode([.. delivered.Skip(i).Take(size)]);
                        decided.AddRange(response.Actions);
                        i += size;
                    }

                    decided.ShouldBe(actions);
                    response.CustomStatus.ShouldBe(status);
                }
            }
            catch (Exception e)
            {
                Assert.Fail($"HUSRUM_SEED={seed}: {script}\n{e}");
            }
        }
    }

    [Fact]
    public void Every_event_is_received_once_and_in_order_whatever_times_out_meanwhile()
    {
        static async Task<List<int>> Receive(TaskOrchestrationContext context, int count)
        {
            var seen = new List<int>();
            while (seen.Count < count)
            {
                try
                {
                    seen.Add(await context.WaitForExternalEvent<int>("decision", TimeSpan.FromDays(3)));
                }
                catch (TaskCanceledException)
                {
                    await context.CallActivityAsync("Remind");
                }
            }

            return seen;
        }

        for (var seed = Seed; seed < Seed + Scripts; seed++)
        {
            var random = new Random(seed);
            var count = random.Next(1, 12);
            var (instance, response) = Instance.Start<int, List<int>>(Receive, count);
            var open = response.Actions.ToList();
            for (var sent = 0; !instance.IsCompleted;)
            {
                var batch = new List<HistoryEvent>();
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    // a timer may also fire after its wait has had its event
                    if (open.Count > 0 && random.Next(2) == 0)
                        batch.Add(End(Take(random, open)));
                    else if (sent < count)
                        batch.Add(Raised("Decision", sent++));
                }

                if (batch.Count == 0)
                    continue;
                response = instance.Episode([.. batch]);
                open.AddRange(response.Actions);
            }

            response.Result().ShouldBe(DataConverter.Serialize(Enumerable.Range(0, count)), $"HUSRUM_SEED={seed}");
        }
    }

    [Fact]
    public void Every_event_is_received_once_and_in_order_across_runs_that_continue_as_new()
    {
        static async Task<List<int>> Receive(TaskOrchestrationContext context, List<int> seen)
        {
            for (var take = seen.Count % 3; take >= 0; take--)
                seen.Add(await context.WaitForExternalEvent<int>("e"));
            if (seen.Count % 2 == 0)
                await context.CallActivityAsync("Pause");
            if (seen.Count < 30)
                context.ContinueAsNew(seen);
            return seen;
        }

        for (var seed = Seed; seed < Seed + Scripts; seed++)
        {
            var random = new Random(seed);
            var sent = 0;
            var toDo = new Queue<HistoryEvent>([Started("Test", new List<int>())]);
            var instance = New();
            while (true)
            {
                var batch = new List<HistoryEvent>();
                for (var i = sent < 60 ? random.Next(4) : 0; i > 0; i--)
                    toDo.Enqueue(Raised("e", sent++));
                for (var i = random.Next(1, 5); i > 0 && toDo.TryDequeue(out var next); i--)
                    batch.Add(next);
                var response = instance.Episode([.. batch]);
                if (response.Actions.Count == 0)
                    continue;
                if (response.Actions[^1].CompleteOrchestration is not { } completion)
                {
                    toDo.Enqueue(Done(response.Actions[^1].Id));
                    continue;
                }

                if (completion.OrchestrationStatus == OrchestrationStatus.Completed)
                {
                    var seen = DataConverter.Deserialize<List<int>>(completion.Result)!;
                    seen.ShouldBe(Enumerable.Range(0, seen.Count), $"HUSRUM_SEED={seed}");
                    break;
                }

                completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.ContinuedAsNew, $"HUSRUM_SEED={seed}");
                instance = New();
                toDo = new Queue<HistoryEvent>([Started("Test", DataConverter.Deserialize<List<int>>(completion.Result)), .. completion.CarryoverEvents, .. toDo]);
            }
        }

        static Instance New() => new(new DurableTaskRegistry().AddOrchestratorFunc<List<int>, List<int>>("Test", Receive));
    }

    private static (Instance Instance, OrchestratorResponse First) Start(Step script) =>
        Instance.Start<string?, string>((context, _) => script.RunAsync(context, CancellationToken.None), null);

    private static HistoryEvent Draw(Random random, List<OrchestratorAction> decided, List<HistoryEvent> delivered)
    {
        var open = decided.Where(action => action.SendEvent is null && !delivered.Any(e => Ends(e, action.Id))).ToList();
        return random.Next(20) switch
        {
            0 => Suspended(),
            1 or 2 => Resumed(),
            3 when delivered.Count > 40 => Terminated("enough"),
            < 12 when open.Count > 0 => End(Take(random, open), fails: random.Next(5) == 0),
            _ => Raised((random.Next(2) == 0 ? "e" : "E") + random.Next(2), delivered.Count),
        };
    }

    private static bool Ends(HistoryEvent e, int id) =>
        e.TaskCompleted?.TaskScheduledId == id || e.TaskFailed?.TaskScheduledId == id || e.TimerFired?.TimerId == id || e.SubOrchestrationInstanceCompleted?.TaskScheduledId == id;

    private static HistoryEvent End(OrchestratorAction action, bool fails = false)
    {
        if (action.CreateTimer is not null)
            return Fired(action.Id);
        if (action.CreateSubOrchestration is not null)
            return ChildDone(action.Id, action.Id);
        return fails ? Failed(action.Id) : Done(action.Id, action.Id);
    }

    private static OrchestratorAction Take(Random random, List<OrchestratorAction> open)
    {
        var i = random.Next(open.Count);
        var action = open[i];
        open.RemoveAt(i);
        return action;
    }
}
