using System.Text.Json;

namespace Husrum.Durable.Tests.Execution;

/// <summary>The orchestrators that ran when the episodes were captured.</summary>
internal static class CaptureOrchestrators
{
    public static DurableTaskRegistry Registry() => new DurableTaskRegistry()
        .AddOrchestratorFunc<JsonElement, List<object?>>("HelloOrch", HelloAsync)
        .AddOrchestratorFunc<int, int>("ChildOrch", ChildAsync)
        .AddOrchestratorFunc<string, string>("FailOrch", (context, _) => context.CallActivityAsync<string>("Boom", "x"))
        .AddOrchestratorFunc<string, string>("EventBetweenWaits", EventBetweenWaitsAsync)
        .AddOrchestratorFunc<int, string>("DecisionOrTimer", DecisionOrTimerAsync)
        .AddOrchestratorFunc<int, int>("CountToThree", CountToThreeAsync)
        .AddOrchestratorFunc<string, object>("IdsAndTime", IdsAndTimeAsync);

    private static async Task<List<object?>> HelloAsync(TaskOrchestrationContext context, JsonElement input)
    {
        var results = new List<object?> { await context.CallActivityAsync<string>("SayHello", "Tokyo") };
        results.AddRange(await Task.WhenAll(new[] { "A", "B", "C" }.Select(name => context.CallActivityAsync<string>("SayHello", name))));
        results.Add(await context.CallActivityAsync<JsonElement>("Obj", new { a = 1, b = new[] { 1, 2 } }));
        results.Add(await context.CallActivityAsync<int>("Num", 7));
        results.Add(await context.CallActivityAsync<string>("B64", null));
        await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
        results.Add(await context.CallSubOrchestratorAsync<int>("ChildOrch", 4));
        results.Add(await context.WaitForExternalEvent<JsonElement>("Approval"));
        context.SetCustomStatus("done");
        return results;
    }

    private static async Task<int> ChildAsync(TaskOrchestrationContext context, int n)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        return n * 10;
    }

    private static async Task<string> EventBetweenWaitsAsync(TaskOrchestrationContext context, string input)
    {
        var first = await context.WaitForExternalEvent<string>("first");
        var greeting = await context.CallActivityAsync<string>("SayHello", first);
        return greeting + await context.WaitForExternalEvent<string>("second");
    }

    private static async Task<string> DecisionOrTimerAsync(TaskOrchestrationContext context, int seconds)
    {
        using var cancel = new CancellationTokenSource();
        var decision = context.WaitForExternalEvent<string>("decision");
        var timer = context.CreateTimer(context.CurrentUtcDateTime.AddSeconds(seconds), cancel.Token);
        if (await Task.WhenAny(decision, timer) == timer)
            return "too late";
        cancel.Cancel();
        context.SetCustomStatus(new { decided = true });
        return $"decided {await decision}";
    }

    private static async Task<int> CountToThreeAsync(TaskOrchestrationContext context, int n)
    {
        n += await context.WaitForExternalEvent<int>("add");
        if (n < 3)
            context.ContinueAsNew(n);
        return n;
    }

    private static async Task<object> IdsAndTimeAsync(TaskOrchestrationContext context, string input)
    {
        var g1 = context.NewGuid();
        var g2 = context.NewGuid();
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        return new { g1, g2, id = context.InstanceId, later = context.NewGuid() };
    }
}
