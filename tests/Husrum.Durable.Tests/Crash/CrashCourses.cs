using System.Globalization;

namespace Husrum.Durable.Tests.Crash;

/// <summary>Steps one after another, three at once, and one that fails at first.</summary>
internal sealed class StepCourse(string id) : CrashCourse(id)
{
    public override IReadOnlyList<CrashAct> Acts => [Starts("steps", Id)];

    public override IReadOnlyList<string> Expected => [$"{Id}/1", $"{Id}/2", $"{Id}/fan-0", $"{Id}/fan-1", $"{Id}/fan-2", $"{Id}/shaky"];

    public override int Failures(string key) => key == $"{Id}/shaky" ? 1 : 0;

    public static new void Register(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string, string>("steps", async (c, id) =>
    {
        var trail = await DoAsync(c, $"{id}/1", "");
        trail = await DoAsync(c, $"{id}/2", trail);
        var fan = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => DoAsync(c, $"{id}/fan-{i}", trail)));
        trail += string.Concat(fan.Select(t => t[trail.Length..]));
        return await DoAsync(c, $"{id}/shaky", trail, new TaskOptions(new RetryPolicy(10, TimeSpan.FromMinutes(1))));
    });
}

/// <summary>A sleep of a hundred days between two effects, and two timers at once.</summary>
internal sealed class TimerCourse(string id) : CrashCourse(id)
{
    public override IReadOnlyList<CrashAct> Acts => [Starts("timers", Id)];

    public override IReadOnlyList<string> Expected => [$"{Id}/before", $"{Id}/after", $"{Id}/late"];

    public override string? Judge(string trail, IReadOnlyDictionary<string, Outside.Effect> effects)
    {
        var slept = effects[$"{Id}/after"].At - effects[$"{Id}/before"].At;
        return slept == TimeSpan.FromDays(100) ? null : $"slept {slept} instead of 100 days";
    }

    public static new void Register(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string, string>("timers", async (c, id) =>
    {
        var trail = await DoAsync(c, $"{id}/before", "");
        await c.CreateTimer(TimeSpan.FromDays(100), default);
        trail = await DoAsync(c, $"{id}/after", trail);
        await Task.WhenAll(c.CreateTimer(TimeSpan.FromHours(2), default), c.CreateTimer(TimeSpan.FromHours(1), default));
        return await DoAsync(c, $"{id}/late", trail);
    });
}

/// <summary>Four events, each raised in one transaction with its record, each taken once and in order, with effects between.</summary>
internal sealed class EventCourse(string id) : CrashCourse(id)
{
    private const int Events = 4;

    public override IReadOnlyList<CrashAct> Acts => [Starts("events", Id), .. Enumerable.Range(0, Events).Select(i => Raises("e", Text(i)))];

    public override IReadOnlyList<string> Expected => [.. Enumerable.Range(0, Events).Select(i => $"{Id}/{i}")];

    public override string? Judge(string trail, IReadOnlyDictionary<string, Outside.Effect> effects)
    {
        var order = string.Concat(trail.Split(';').Where(part => part.StartsWith("e=", StringComparison.Ordinal)).Select(part => part[2..]));
        return order == "0123" ? null : $"events came as {order}";
    }

    public static new void Register(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string, string>("events", async (c, id) =>
    {
        var trail = "";
        for (var i = 0; i < Events; i++)
            trail = await DoAsync(c, $"{id}/{i}", trail + $"e={await c.WaitForExternalEvent<string>("e")};");
        return trail;
    });

    private static string Text(int i) => i.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A child that succeeds and one that fails, each with an effect of its own.</summary>
internal sealed class ChildCourse(string id) : CrashCourse(id)
{
    public override IReadOnlyList<CrashAct> Acts => [Starts("parent", Id)];

    public override IReadOnlyList<string> Expected => [$"{Id}/grown", $"{Id}/failed", $"{Id}/end"];

    public override string? Judge(string trail, IReadOnlyDictionary<string, Outside.Effect> effects) =>
        trail.Contains("told=of-the-failure;", StringComparison.Ordinal) ? null : "the child's failure did not reach its parent";

    public static new void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<string, string>("parent", async (c, id) =>
        {
            var trail = await c.CallSubOrchestratorAsync<string>("child", $"{id}/grown|", new TaskOptions(InstanceId: $"{id}-grown"));
            try
            {
                await c.CallSubOrchestratorAsync<string>("child", $"{id}/failed|{trail}", new TaskOptions(InstanceId: $"{id}-failed"));
            }
            catch (TaskFailedException e)
            {
                trail += e.FailureDetails.ErrorMessage + "told=of-the-failure;";
            }

            return await DoAsync(c, $"{id}/end", trail);
        })
        .AddOrchestratorFunc<string, string>("child", async (c, input) =>
        {
            var (key, trail) = (input.Split('|')[0], input.Split('|')[1]);
            var after = await DoAsync(c, key, trail);
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            return key.EndsWith("failed", StringComparison.Ordinal) ? throw new InvalidOperationException(after[trail.Length..]) : after;
        });
}

/// <summary>Three runs of one instance; events that a run did not take go on to the next, its timers do not.</summary>
internal sealed class GenerationCourse(string id) : CrashCourse(id)
{
    private const int Last = 2;

    public override IReadOnlyList<CrashAct> Acts => [Starts("generations", $"0|{Id}|"), Raises("next", "a"), Raises("next", "b"), Raises("next", "c")];

    public override IReadOnlyList<string> Expected => [$"{Id}/run-0", $"{Id}/run-1", $"{Id}/run-2"];

    public override string? Judge(string trail, IReadOnlyDictionary<string, Outside.Effect> effects) =>
        string.Concat(trail.Split(';').Where(p => p.StartsWith("next=", StringComparison.Ordinal)).Select(p => p[5..])) == "abc" ? null : "the events did not come to their runs";

    public static new void Register(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string, string>("generations", async (c, input) =>
    {
        var parts = input.Split('|');
        var run = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var trail = await DoAsync(c, $"{parts[1]}/run-{run}", parts[2]);
        var tooLate = c.CreateTimer(TimeSpan.FromDays(30), default);
        var next = c.WaitForExternalEvent<string>("next");
        if (await Task.WhenAny(next, tooLate) == tooLate)
            return trail + "next=too-late;";
        trail += $"next={await next};";
        if (run == Last)
            return trail;
        c.ContinueAsNew($"{run + 1}|{parts[1]}|{trail}");
        return "";
    });
}

/// <summary>An instance that has ended, with children and events nobody took, is purged, and its id begins anew.</summary>
internal sealed class PurgeCourse(string id) : CrashCourse(id)
{
    public override IReadOnlyList<CrashAct> Acts =>
    [
        Starts("short", $"{Id}/first"),
        new($"purge {Id}", hub => hub.PurgeInstanceAsync(Id), IsLate: true),
        Starts("short", $"{Id}/again", record: $"{Id} again", isLate: true),
    ];

    public override IReadOnlyList<string> Expected => [$"{Id}/first", $"{Id}/again"];

    public override bool KeepsInstance => false;

    public override string? Judge(string trail, IReadOnlyDictionary<string, Outside.Effect> effects) =>
        trail.StartsWith($"{Id}/again=", StringComparison.Ordinal) ? null : "what was purged is there again";

    public static new void Register(DurableTaskRegistry registry) => registry.AddOrchestratorFunc<string, string>("short", async (c, key) =>
    {
        var trail = await DoAsync(c, key, "");
        await c.CreateTimer(TimeSpan.FromHours(1), default);
        return trail;
    });
}
