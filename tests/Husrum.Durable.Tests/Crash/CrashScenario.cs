using System.Collections.Concurrent;
using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Crash;

/// <summary>
/// The once-and-only-once list in one process: record and start, step, event, child, timer, continue-as-new with an event nobody took yet, failure with retry, purge.
/// It runs to its end once, taking an image at every write and sync; then again from each image, as after a power cut there.
/// </summary>
internal sealed class CrashScenario(string synchronous = "FULL")
{
    private const int Cases = 3;
    private static readonly Migration[] Ledger = [new("ledger", 1, "CREATE TABLE ledger(id TEXT PRIMARY KEY)")];

    // what the outside world saw, by the effect's key
    private readonly ConcurrentDictionary<string, int> _effects = new();
    private readonly HashSet<string> _acknowledged = [];

    public sealed record Cut(long Operation, CrashImage Image, IReadOnlyCollection<string> Acknowledged, IReadOnlyDictionary<string, int> Effects);

    /// <summary>Runs undisturbed and returns what a cut at each point would leave.</summary>
    public static async Task<List<Cut>> CutsAsync(string synchronous, Func<bool>? survives)
    {
        var disk = new CrashDisk();
        var cuts = new List<Cut>();
        var scenario = new CrashScenario(synchronous);
        disk.BeforeOperation = n =>
        {
            lock (cuts)
                lock (scenario._acknowledged)
                    cuts.Add(new Cut(n, disk.Image(survives), [.. scenario._acknowledged], new Dictionary<string, int>(scenario._effects)));
        };
        await scenario.RunAsync(disk);
        disk.BeforeOperation = null;
        disk.Forget();
        return cuts;
    }

    /// <summary>Goes on from a cut to the end, and says what is wrong then; null when all is well.</summary>
    public static async Task<string?> RecoverAsync(string synchronous, Cut cut)
    {
        var disk = CrashDisk.From(cut.Image);
        var scenario = new CrashScenario(synchronous);
        foreach (var done in cut.Acknowledged)
            scenario._acknowledged.Add(done);
        foreach (var (key, count) in cut.Effects)
            scenario._effects[key] = count;
        try
        {
            return await scenario.RunAsync(disk);
        }
        catch (Exception e) when (e is TaskHubException or SqliteException)
        {
            return e.Message;
        }
        finally
        {
            disk.Forget();
        }
    }

    private async Task<string?> RunAsync(CrashDisk disk)
    {
        CrashVfs.Use();
        var clock = new TestClock();
        var registry = new DurableTaskRegistry();
        Register(registry);
        var options = new TaskHubOptions { Path = disk.Path, Vfs = CrashVfs.Name, Time = clock, Synchronous = synchronous, Migrations = Ledger };
        await using var hub = SqliteTaskHub.Open(options, registry, TestHub.NoServices.Instance);
        hub.Start();
        if (Lost(hub) is { } lost)
            return lost;
        for (var i = 0; i < Cases; i++)
        {
            var id = $"case-{i}";
            await Once($"start {id}", () => hub.WriteAsync(tx =>
            {
                tx.Database.Prepare("INSERT OR IGNORE INTO ledger(id) VALUES(?1)").Bind(1, id).Run();
                tx.ScheduleNewOrchestrationInstance("process", id, id);
                return true;
            }));
            await Once($"first {id}", () => hub.RaiseEventAsync(id, "first", "1"));
        }

        await hub.WhenIdleAsync();
        for (var i = 0; i < Cases; i++)
        {
            var id = $"case-{i}";
            await Once($"second {id}", () => hub.RaiseEventAsync(id, "second", "2"));
        }

        for (var step = 0; step < 200; step++)
        {
            await hub.WhenIdleAsync();
            if (hub.NextDue is not { } next)
                break;
            clock.Now = next;
            hub.ClockMoved();
        }

        var verdict = await VerdictAsync(hub);
        await Once("purge", () => hub.PurgeInstanceAsync("case-0"));
        if (hub.Read(d => d.Scalar("SELECT count(*) FROM history WHERE instance NOT IN (SELECT key FROM instance)")) > 0)
            verdict ??= "history of a purged instance is left";
        return verdict;
    }

    private static void Register(DurableTaskRegistry registry, CrashScenario scenario) => registry
        .AddOrchestratorFunc<string, string>("process", async (c, input) =>
        {
            var id = input.TrimEnd('+');
            if (!input.EndsWith('+'))
            {
                await c.CallActivityAsync("effect", $"{id}/received");
                await c.WaitForExternalEvent<string>("first");
                await c.CallSubOrchestratorAsync("child", id, new TaskOptions(InstanceId: $"{id}-child"));
                c.ContinueAsNew(input + "+");
                return "";
            }

            var second = await c.WaitForExternalEvent<string>("second");
            await c.CreateTimer(TimeSpan.FromDays(100), default);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => c.CallActivityAsync("effect", $"{id}/fan-{i}")));
            await c.CallActivityAsync("shaky", $"{id}/shaky", new TaskOptions(new RetryPolicy(5, TimeSpan.FromMinutes(1))));
            return second;
        })
        .AddOrchestratorFunc<string, string>("child", async (c, id) =>
        {
            await c.CallActivityAsync("effect", $"{id}/child");
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            return "grown";
        })
        .AddActivityFunc<string, object?>("effect", (_, key) =>
        {
            scenario._effects.AddOrUpdate(key, 1, (_, n) => n + 1);
            return Task.FromResult<object?>(null);
        })
        .AddActivityFunc<string, object?>("shaky", (_, key) =>
            scenario._effects.AddOrUpdate(key, 1, (_, n) => n + 1) < 2 ? throw new InvalidOperationException("once") : Task.FromResult<object?>(null));

    private void Register(DurableTaskRegistry registry) => Register(registry, this);

    // what was acknowledged before the cut must be there after it, and record and start go together
    private string? Lost(SqliteTaskHub hub)
    {
        for (var i = 0; i < Cases; i++)
        {
            var id = $"case-{i}";
            var record = hub.Read(d => d.Prepare("SELECT 1 FROM ledger WHERE id = ?1").Bind(1, id).StepOnce());
            var instance = hub.Read(d => d.Prepare("SELECT 1 FROM instance WHERE id = ?1").Bind(1, id).StepOnce());
            if (_acknowledged.Contains($"start {id}") && !record)
                return $"{id} was acknowledged and is lost";
            var mayBePurged = i == 0 && _effects.GetValueOrDefault("case-0/shaky") >= 2;
            if (record != instance && !mayBePurged)
                return $"{id}: record {record}, instance {instance}";
        }

        return null;
    }

    private async Task<string?> VerdictAsync(SqliteTaskHub hub)
    {
        var isPurged = _acknowledged.Contains("purge");
        for (var i = 0; i < Cases; i++)
        {
            if (await hub.GetInstanceAsync($"case-{i}", getInputsAndOutputs: true) is not { } instance)
            {
                if (i > 0 || !_effects.ContainsKey("case-0/shaky"))
                    return isPurged && i == 0 ? null : $"case-{i} is lost";
                continue;
            }

            if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed || instance.SerializedOutput != "\"2\"")
                return $"case-{i} ended as {instance.RuntimeStatus} with {instance.SerializedOutput} ({instance.ParkedReason}{instance.FailureDetails?.ErrorMessage})";
        }

        var expected = Enumerable.Range(0, Cases).SelectMany(i => new[] { "received", "child", "fan-0", "fan-1", "fan-2", "shaky" }.Select(e => $"case-{i}/{e}")).ToHashSet();
        var missing = expected.Except(_effects.Keys).FirstOrDefault();
        var surplus = _effects.Keys.Except(expected).FirstOrDefault();
        // an effect may repeat under its key, once for each cut and no more
        var repeated = _effects.FirstOrDefault(e => e.Value > (e.Key.EndsWith("shaky", StringComparison.Ordinal) ? 4 : 2));
        return missing is not null ? $"{missing} never happened"
            : surplus is not null ? $"{surplus} should not have happened"
            : repeated.Key is not null ? $"{repeated.Key} happened {repeated.Value} times"
            : null;
    }

    private async Task Once(string key, Func<Task> write)
    {
        lock (_acknowledged)
        {
            if (_acknowledged.Contains(key))
                return;
        }

        await write();
        lock (_acknowledged)
            _acknowledged.Add(key);
    }
}

internal static class StatementExtensions
{
    public static bool StepOnce(this SqliteStatement statement)
    {
        var found = statement.Step();
        statement.Reset();
        return found;
    }
}
