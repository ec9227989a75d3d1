using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Scripts;

/// <summary>Does what a script says and keeps a trail of it, as its custom status and in the end as its result.</summary>
internal static class ScriptOrchestrators
{
    public static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<ScriptInput, string>("script", RunAsync)
        .AddOrchestratorFunc<ScriptStep, string>("child", async (c, step) =>
        {
            var first = await c.CallActivityAsync<string>("do", "b");
            await c.CreateTimer(TimeSpan.FromHours(step.Hours), default);
            var last = await c.CallActivityAsync<string>("do", "e");
            return step.Kind == StepKind.FailingChild ? throw new InvalidOperationException("grown badly") : first + last;
        })
        .AddActivityFunc<string, string>("do", async (_, text) =>
        {
            await Task.Yield();
            return text;
        });

    private static async Task<string> RunAsync(TaskOrchestrationContext c, ScriptInput input)
    {
        var trail = input.Trail;
        for (var at = input.At; at < input.Steps.Count; at++)
        {
            c.SetCustomStatus(trail);
            var step = input.Steps[at];
            if (step.Kind == StepKind.Again)
            {
                c.ContinueAsNew(input with { At = at + 1, Trail = trail + "|" });
                return "";
            }

            trail += await OneAsync(c, step, $"{c.InstanceId}-{input.Start}-{at}") + Hour(c);
        }

        c.SetCustomStatus(trail);
        return trail;
    }

    private static async Task<string> OneAsync(TaskOrchestrationContext c, ScriptStep step, string child)
    {
        switch (step.Kind)
        {
            case StepKind.Do:
                return await c.CallActivityAsync<string>("do", "a");
            case StepKind.Wait:
                return await c.WaitForExternalEvent<string>(step.Event);
            case StepKind.WaitFor:
                try
                {
                    return await c.WaitForExternalEvent<string>(step.Event, TimeSpan.FromHours(step.Hours));
                }
                catch (TaskCanceledException)
                {
                    return "late";
                }

            case StepKind.Race:
                using (var stop = new CancellationTokenSource())
                {
                    var wait = c.WaitForExternalEvent<string>(step.Event, stop.Token);
                    var text = await Task.WhenAny(wait, c.CreateTimer(TimeSpan.FromHours(step.Hours), stop.Token)) == wait ? await wait : "late";
                    stop.Cancel(); // CancelAsync would leave the orchestrator's thread
                    return text;
                }

            case StepKind.Sleep:
                await c.CreateTimer(TimeSpan.FromHours(step.Hours), default);
                return "slept";
            case StepKind.Fan:
                var both = Task.WhenAll(c.CallActivityAsync<string>("do", "f"), c.CallActivityAsync<string>("do", "g"));
                await c.CreateTimer(TimeSpan.FromHours(step.Hours), default);
                return string.Concat(await both);
            default:
                try
                {
                    return await c.CallSubOrchestratorAsync<string>("child", step, new TaskOptions(InstanceId: child));
                }
                catch (TaskFailedException)
                {
                    return "failed";
                }
        }
    }

    private static string Hour(TaskOrchestrationContext c) => $"@{(c.CurrentUtcDateTime - TestClock.Start.UtcDateTime).TotalHours:0} ";
}
