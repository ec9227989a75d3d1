using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Crash;

/// <summary>How a hub runs in a crash test, and what is done to it, in this order.</summary>
internal sealed record CrashPlan(IReadOnlyList<CrashCourse> Courses, IReadOnlyList<CrashAct> Acts)
{
    public string Synchronous { get; init; } = "FULL";

    public int Cached { get; init; } = 1_000;

    /// <summary>Pages in the write-ahead log after which it is carried over into the file; small, so that cuts hit that too.</summary>
    public int CheckpointAfter { get; init; } = 1_000;

    public static CrashPlan Of(params CrashCourse[] courses) => new(courses, [.. courses.SelectMany(c => c.Acts).OrderBy(a => a.IsLate)]);
}

/// <summary>What a cut at one point leaves: on the disk, and outside.</summary>
internal sealed record Cut(string Place, CrashImage Image, Outside Outside);

/// <summary>One life of a hub on a disk that forgets, from its opening to the end of all its courses.</summary>
internal sealed class CrashLife(CrashPlan plan, Outside outside)
{
    private readonly TestClock _clock = new(outside.Now);

    /// <summary>What a cut at this moment would leave. Called by the disk, on the thread that writes.</summary>
    public Cut CutNow(string place, CrashDisk disk, Func<bool>? survives)
    {
        var image = disk.Image(survives); // the disk first: what happens meanwhile was on it before
        return new Cut(place, image, outside.AfterCut(_clock.Now));
    }

    /// <returns>What is wrong in the end, or with what the last cut left; null when all is well.</returns>
    public async Task<string?> LiveAsync(CrashDisk disk)
    {
        CrashVfs.Use();
        try
        {
            return await RunAsync(disk).WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (Exception e) when (e is TaskHubException or SqliteException or TimeoutException)
        {
            return $"{e.GetType().Name}: {e.Message} {e.InnerException?.Message}";
        }
    }

    private async Task<string?> RunAsync(CrashDisk disk)
    {
        var registry = new DurableTaskRegistry();
        CrashCourse.Register(registry);
        registry.AddActivityFunc<string, string>("effect", (_, input) => Task.FromResult(Effect(input)));
        var options = new TaskHubOptions
        {
            Path = disk.Path,
            Vfs = CrashVfs.Name,
            Time = _clock,
            Synchronous = plan.Synchronous,
            MaxCachedExecutions = plan.Cached,
            MaxRecoveries = 1_000,
            Migrations = Ledger.Migrations,
        };
        await using var hub = SqliteTaskHub.Open(options, registry, TestHub.NoServices.Instance);
        hub.Start();
        await hub.WriteAsync(tx =>
        {
            tx.Database.ScalarText($"PRAGMA wal_autocheckpoint={plan.CheckpointAfter}");
            return true;
        });
        if (plan.Courses.Select(c => Lost(hub, c)).FirstOrDefault(l => l is not null) is { } lost)
            return lost;
        var isLate = false;
        foreach (var act in plan.Acts)
        {
            if (outside.WasTold(act.Key))
                continue;
            if (act.IsLate && !isLate)
                await SettleAsync(hub);
            isLate = act.IsLate;
            await act.Do(hub);
            outside.Tell(act.Key);
        }

        await SettleAsync(hub);
        foreach (var course in plan.Courses)
        {
            if (await JudgeAsync(hub, course) is { } wrong)
                return $"{course.Id}: {wrong}";
        }

        return Remains(hub);
    }

    private string Effect(string input)
    {
        var (key, saw) = (input.Split('|')[0], input.Split('|')[1]);
        var number = outside.See(key, saw, _clock.Now);
        var failures = plan.Courses.Sum(c => c.Failures(key));
        return outside.Count(key) <= failures ? throw new InvalidOperationException("not yet") : number;
    }

    private async Task SettleAsync(SqliteTaskHub hub)
    {
        for (var step = 0; step < 500; step++)
        {
            await hub.WhenIdleAsync();
            if (hub.NextDue is not { } next)
                return;
            if (next > _clock.Now)
                _clock.Now = next;
            hub.ClockMoved();
        }

        throw new TimeoutException("It never comes to rest.");
    }

    // what was acknowledged before the cut is there after it, and record and start go together
    private string? Lost(SqliteTaskHub hub, CrashCourse course)
    {
        foreach (var act in course.Acts.Where(a => outside.WasTold(a.Key) && !a.Key.StartsWith("purge", StringComparison.Ordinal)))
        {
            if (!Ledger.Holds(hub, act.Key[(act.Key.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
                return $"'{act.Key}' was acknowledged and is lost";
        }

        if (!course.KeepsInstance)
            return null;
        var instance = hub.Read(d => d.Prepare("SELECT 1 FROM instance WHERE id = ?1").Bind(1, course.Id).StepOnce());
        var record = Ledger.Holds(hub, course.Id);
        return record == instance ? null : $"{course.Id}: record {record}, instance {instance}";
    }

    private async Task<string?> JudgeAsync(SqliteTaskHub hub, CrashCourse course)
    {
        if (await hub.GetInstanceAsync(course.Id, getInputsAndOutputs: true) is not { } instance)
            return "is lost";
        if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed || instance.SerializedOutput is not { } output)
            return $"ended as {instance.RuntimeStatus} {instance.ParkedReason}{instance.FailureDetails?.ErrorMessage}";
        var trail = output.Trim('"');
        var effects = outside.Effects;
        var numbers = effects.ToDictionary(e => e.Number);
        var taken = new Dictionary<string, Outside.Effect>();
        foreach (var key in course.Expected)
        {
            var all = effects.Where(e => e.Key == key).ToList();
            if (all.Count == 0)
                return $"{key} never happened";
            // an effect may repeat under its key, once for each cut and no more
            if (all.Count > 1 + outside.Cuts + course.Failures(key))
                return $"{key} happened {all.Count} times in {1 + outside.Cuts} lives";
            if (Number(trail, key) is { } number && numbers.TryGetValue(number, out var effect) && effect.Key == key)
                taken[key] = effect;
            else if (course.KeepsInstance)
                return $"{key} is not in the end's trail {trail}";
        }

        if (effects.FirstOrDefault(e => e.Key.StartsWith(course.Id + "/", StringComparison.Ordinal) && !course.Expected.Contains(e.Key)) is { } surplus)
            return $"{surplus.Key} should not have happened";

        // an outcome that a later effect has seen is on disk: it stays, whatever is cut afterwards
        foreach (var (key, first) in taken)
        {
            if (effects.FirstOrDefault(e => Number(e.Saw, key) is { } seen && seen != first.Number) is { } other)
                return $"{key} was done again although {other.Key} had seen its outcome";
        }

        return course.Judge(trail, taken);
    }

    private static int? Number(string trail, string key)
    {
        var at = trail.IndexOf(key + "=", StringComparison.Ordinal);
        return at < 0 ? null : int.Parse(trail[(at + key.Length + 1)..].Split(';')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Remains(SqliteTaskHub hub)
    {
        foreach (var table in new[] { "inbox", "timer", "task" })
        {
            if (hub.Read(d => d.Scalar($"SELECT count(*) FROM {table}")) is > 0 and var rows)
                return $"{rows} rows are left in {table}";
        }

        return hub.Read(d => d.Scalar("SELECT count(*) FROM history WHERE instance NOT IN (SELECT key FROM instance)")) > 0 ? "history of a purged instance is left" : null;
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
