using System.Globalization;
using Husrum.Durable.Client;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Crash;

/// <summary>Events, timers, activities and restarts in random order: whatever the order, every event is taken once and in its order, and every process ends.</summary>
public sealed class InterleavingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1_000)]
    [InlineData(2, 1_000)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 2)]
    public async Task Whatever_the_order_every_event_is_taken_once(int seed, int cached)
    {
        var random = new Random(seed);
        await using var hub = TestHub.Start(Register, o => o with { MaxCachedExecutions = cached });
        const int Instances = 4;
        const int Events = 12;
        var sent = new int[Instances];
        for (var i = 0; i < Instances; i++)
            await hub.Hub.ScheduleNewOrchestrationInstanceAsync("collect", new Collected("", 0), new StartOrchestrationOptions($"i{i}"), Ct);
        while (sent.Any(s => s < Events))
        {
            switch (random.Next(6))
            {
                case 0:
                    await hub.RestartAsync();
                    break;
                case 1:
                    await hub.AdvanceAsync(TimeSpan.FromHours(random.Next(40)));
                    break;
                case 2:
                    await hub.Hub.WhenIdleAsync();
                    break;
                default:
                    var to = random.Next(Instances);
                    if (sent[to] < Events)
                        await hub.Hub.RaiseEventAsync($"i{to}", "e", sent[to]++, Ct);
                    break;
            }
        }

        await hub.AdvanceAsync(TimeSpan.FromDays(400));
        for (var i = 0; i < Instances; i++)
        {
            var ended = await hub.InstanceAsync($"i{i}");
            var expected = string.Concat(Enumerable.Range(0, Events).Select(n => n.ToString(CultureInfo.InvariantCulture) + ","));
            ended.SerializedOutput.ShouldBe($"\"{expected}\"", $"seed {seed}: {ended.RuntimeStatus} {ended.ParkedReason} {ended.FailureDetails?.ErrorMessage}");
        }
    }

    public sealed record Collected(string Text, int Count);

    // waits with time-outs, waits against timers, activities between the waits, and continue-as-new: the ways an event was lost elsewhere
    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<Collected, string>("collect", async (c, soFar) =>
        {
            var (text, count) = soFar;
            for (var i = 0; i < 5 && count < 12; i++)
            {
                int? got = null;
                if (i % 2 == 0)
                {
                    try
                    {
                        got = await c.WaitForExternalEvent<int>("e", TimeSpan.FromHours(5));
                    }
                    catch (TaskCanceledException)
                    {
                        await c.CallActivityAsync("remind");
                    }
                }
                else
                {
                    using var stop = new CancellationTokenSource();
                    var wait = c.WaitForExternalEvent<int>("e", stop.Token);
                    if (await Task.WhenAny(wait, c.CreateTimer(TimeSpan.FromHours(3), stop.Token)) == wait)
                        got = await wait;
                    stop.Cancel(); // CancelAsync would leave the orchestrator's thread
                }

                if (got is null)
                    continue;
                text += await c.CallActivityAsync<string>("write", got.Value);
                count++;
            }

            if (count < 12)
            {
                c.ContinueAsNew(new Collected(text, count));
                return "";
            }

            return text;
        })
        .AddActivityFunc<object?, object?>("remind", async (_, _) =>
        {
            await Task.Yield();
            return null;
        })
        .AddActivityFunc<int, string>("write", (_, n) => Task.FromResult(n.ToString(CultureInfo.InvariantCulture) + ","));
}
