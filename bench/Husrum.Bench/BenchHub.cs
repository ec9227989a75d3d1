using System.Collections.Concurrent;
using System.Diagnostics;
using Husrum.Durable;
using Husrum.Durable.TaskHub;

namespace Husrum.Bench;

/// <summary>The hub with the harness's workflows: approval (A, B, event, timer of a second, C), steps (k in a row), one, dormant.</summary>
internal sealed class BenchHub : IAsyncDisposable
{
    public sealed record Payload(string Who, string Note);

    public sealed record StepInput(string Id, int Index);

    private static readonly Payload AboutHundredTwentyBytes = new("volunteer-000001", new string('x', 80));

    private BenchHub(string file)
    {
        var registry = new DurableTaskRegistry()
            .AddOrchestratorFunc<string, string>("approval", async (c, id) =>
            {
                await c.CallActivityAsync<Payload>("a", id);
                await c.CallActivityAsync<Payload>("b", id);
                await c.WaitForExternalEvent<bool>("approve");
                await c.CreateTimer(TimeSpan.FromSeconds(1), default);
                await c.CallActivityAsync<Payload>("c", id);
                return id;
            })
            .AddOrchestratorFunc<int, int>("steps", async (c, k) =>
            {
                for (var i = 0; i < k; i++)
                    await c.CallActivityAsync<Payload>("step", new StepInput(c.InstanceId, i));
                return k;
            })
            .AddOrchestratorFunc<object?, Payload>("one", (c, _) => c.CallActivityAsync<Payload>("step", new StepInput(c.InstanceId, 0)))
            .AddOrchestratorFunc<object?, object?>("dormant", async (c, _) =>
            {
                await c.CallActivityAsync<Payload>("fall-asleep");
                await c.CreateTimer(TimeSpan.FromDays(365), default);
                return null;
            })
            .AddOrchestratorFunc<DateTime, object?>("alarm", async (c, at) =>
            {
                await c.CreateTimer(at, default);
                await c.CallActivityAsync<Payload>("woke");
                return null;
            })
            .AddActivityFunc<string, Payload>("a", (_, id) => Done(() => AtA[id] = Stopwatch.GetTimestamp()))
            .AddActivityFunc<string, Payload>("b", (_, id) => Done(() =>
            {
                LoadedSteps.Enqueue(Stopwatch.GetElapsedTime(AtA[id]).TotalMilliseconds);
                ReachedB[id].TrySetResult();
            }))
            .AddActivityFunc<string, Payload>("c", (_, id) => Done(() => ReachedC[id].TrySetResult()))
            .AddActivityFunc<StepInput, Payload>("step", (_, step) =>
            {
                var now = Stopwatch.GetTimestamp();
                if (step.Index > 0)
                    Steps.Enqueue(Stopwatch.GetElapsedTime(LastStepEnd, now).TotalMilliseconds);
                LastStepEnd = Stopwatch.GetTimestamp();
                return Task.FromResult(AboutHundredTwentyBytes);
            })
            .AddActivityFunc<object?, Payload>("fall-asleep", (_, _) => Done(() => Interlocked.Increment(ref Asleep)))
            .AddActivityFunc<object?, Payload>("woke", (_, _) => Done(() => Wakings.Enqueue(DateTime.UtcNow)));
        Hub = SqliteTaskHub.Open(new TaskHubOptions { Path = file, GiveMemoryBackAfter = TimeSpan.FromSeconds(2) }, registry, NoServices.Instance);
        Hub.Start();
    }

    public SqliteTaskHub Hub { get; }

    public ConcurrentDictionary<string, long> AtA { get; } = new();

    public ConcurrentDictionary<string, TaskCompletionSource> ReachedB { get; } = new();

    public ConcurrentDictionary<string, TaskCompletionSource> ReachedC { get; } = new();

    public ConcurrentQueue<double> LoadedSteps { get; } = new();

    public ConcurrentQueue<double> Steps { get; } = new();

    public ConcurrentQueue<DateTime> Wakings { get; } = new();

    public long LastStepEnd;

    public int Asleep;

    public static BenchHub Open(string folder, string name, bool fresh)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        if (fresh)
        {
            foreach (var old in Directory.GetFiles(folder, name + "*"))
                File.Delete(old);
        }

        return new BenchHub(file);
    }

    public async Task RunOneByOneAsync(int workflows)
    {
        for (var i = 0; i < workflows; i++)
        {
            var id = await Hub.ScheduleNewOrchestrationInstanceAsync("steps", 20);
            await Hub.WaitForInstanceCompletionAsync(id);
        }
    }

    public async Task RunOneAsync() => await Hub.WaitForInstanceCompletionAsync(await Hub.ScheduleNewOrchestrationInstanceAsync("one"));

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private static Task<Payload> Done(Action act)
    {
        act();
        return Task.FromResult(AboutHundredTwentyBytes);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
