using Husrum.Durable;
using Husrum.Durable.Client;

namespace Husrum.Functions.Tests.Homes;

/// <summary>What an orchestration may rely on, in whichever home it runs.</summary>
public abstract class HomeConformance
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<IHome> StartAsync(Action<DurableTaskRegistry> register);

    [Fact]
    public async Task A_chain_gives_its_result() => (await RunAsync(
        r => r
            .AddOrchestratorFunc<int, string>("Main_1", async (c, n) =>
            {
                var text = "";
                for (var i = 0; i < n; i++)
                    text += await c.CallActivityAsync<string>("Letter", i);
                return text;
            })
            .AddActivityFunc<int, string>("Letter", (_, i) => Task.FromResult(((char)('a' + i)).ToString())),
        4)).SerializedOutput.ShouldBe("\"abcd\"");

    [Fact]
    public async Task A_fan_out_comes_together() => (await RunAsync(
        r => r
            .AddOrchestratorFunc<int, int>("Main_1", async (c, n) => (await Task.WhenAll(Enumerable.Range(1, n).Select(i => c.CallActivityAsync<int>("Square", i)))).Sum())
            .AddActivityFunc<int, int>("Square", (_, i) => Task.FromResult(i * i)),
        20)).SerializedOutput.ShouldBe("2870");

    [Fact]
    public async Task A_timer_fires_when_its_time_has_come_and_not_before()
    {
        await using var home = await StartAsync(r => r.AddOrchestratorFunc<object?, string>("Main_1", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            return "fired";
        }));
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Ct);
        await home.AdvanceAsync(TimeSpan.FromMinutes(59));
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        await home.AdvanceAsync(TimeSpan.FromMinutes(1));
        await home.SettleAsync();
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.SerializedOutput.ShouldBe("\"fired\"");
    }

    [Fact]
    public async Task A_run_that_continues_as_new_keeps_the_events_nobody_asked_for_yet()
    {
        var ended = await RunAsync(
            r => r.AddOrchestratorFunc<string, string>("Main_1", async (c, text) =>
            {
                var first = await c.WaitForExternalEvent<string>(text.Length == 0 ? "a" : "b");
                if (text.Length > 0)
                    return text + first + await c.WaitForExternalEvent<string>("c");
                c.ContinueAsNew(text + first);
                return "";
            }),
            "",
            async home =>
            {
                await home.Client.RaiseEventAsync("i1", "c", "3", Ct);
                await home.Client.RaiseEventAsync("i1", "b", "2", Ct);
                await home.Client.RaiseEventAsync("i1", "a", "1", Ct);
                await home.SettleAsync();
            });
        ended.SerializedOutput.ShouldBe("\"123\"");
    }

    [Fact]
    public async Task A_long_timer_fires_at_its_moment()
    {
        var ended = await RunAsync(
            r => r.AddOrchestratorFunc<object?, string>("Main_1", async (c, _) =>
            {
                await c.CreateTimer(c.CurrentUtcDateTime.AddDays(100), default);
                return c.CurrentUtcDateTime.ToString("O");
            }),
            null,
            home => home.AdvanceAsync(TimeSpan.FromDays(101)));
        ended.SerializedOutput.ShouldBe("\"2026-12-09T06:00:00.0000000Z\"");
    }

    [Fact]
    public async Task An_event_before_its_wait_and_one_between_two_waits_are_kept()
    {
        var ended = await RunAsync(
            r => r
                .AddOrchestratorFunc<object?, string>("Main_1", async (c, _) =>
                {
                    await c.CreateTimer(TimeSpan.FromHours(1), default);
                    var first = await c.WaitForExternalEvent<string>("first");
                    await c.CallActivityAsync("Nothing");
                    return first + await c.WaitForExternalEvent<string>("second");
                })
                .AddActivityFunc<object?, object?>("Nothing", (_, _) => Task.FromResult<object?>(null)),
            null,
            async home =>
            {
                await home.Client.RaiseEventAsync("i1", "second", "B", Ct);
                await home.Client.RaiseEventAsync("i1", "first", "A", Ct);
                await home.AdvanceAsync(TimeSpan.FromHours(2));
            });
        ended.SerializedOutput.ShouldBe("\"AB\"");
    }

    [Fact]
    public async Task A_storm_of_events_is_taken_one_by_one_in_order_over_continue_as_new()
    {
        var ended = await RunAsync(
            r => r.AddOrchestratorFunc<string, string>("Main_1", async (c, text) =>
            {
                text += await c.WaitForExternalEvent<int>("n") + ",";
                if (text.Count(ch => ch == ',') < 30)
                {
                    c.ContinueAsNew(text);
                    return "";
                }

                return text;
            }),
            "",
            async home =>
            {
                for (var i = 0; i < 30; i++)
                    await home.Client.RaiseEventAsync("i1", "n", i, Ct);
                await home.SettleAsync();
            });
        ended.SerializedOutput.ShouldBe($"\"{string.Concat(Enumerable.Range(0, 30).Select(i => i + ","))}\"");
    }

    [Fact]
    public async Task A_child_gives_its_result_and_a_failed_one_its_failure() => (await RunAsync(
        r => r
            .AddOrchestratorFunc<int, string>("Main_1", async (c, n) =>
            {
                var grown = await c.CallSubOrchestratorAsync<int>("Child_1", n);
                try
                {
                    await c.CallSubOrchestratorAsync<int>("Child_1", -1);
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{grown} {e.FailureDetails.ErrorType}: {e.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc<int, int>("Child_1", (_, n) => n < 0 ? throw new InvalidOperationException("below zero") : Task.FromResult(n * 10)),
        4)).SerializedOutput.ShouldBe("\"40 System.InvalidOperationException: The message is left out of the history.\"");

    [Fact]
    public async Task A_failed_activity_is_tried_again_and_one_that_keeps_failing_is_caught()
    {
        var calls = 0;
        var ended = await RunAsync(
            r => r
                .AddOrchestratorFunc<object?, string>("Main_1", async (c, _) =>
                {
                    var second = await c.CallActivityAsync<int>("Shaky", null, new TaskOptions(new RetryPolicy(3, TimeSpan.FromMinutes(1))));
                    try
                    {
                        await c.CallActivityAsync("Boom");
                        return "no failure";
                    }
                    catch (TaskFailedException)
                    {
                        return $"{second} and boom";
                    }
                })
                .AddActivityFunc<object?, int>("Shaky", (_, _) => Interlocked.Increment(ref calls) < 2 ? throw new InvalidOperationException("not yet") : Task.FromResult(calls))
                .AddActivityFunc<object?, object?>("Boom", (_, _) => throw new InvalidOperationException("boom")),
            null,
            home => home.AdvanceAsync(TimeSpan.FromMinutes(10)));
        ended.SerializedOutput.ShouldBe("\"2 and boom\"");
    }

    [Fact]
    public async Task A_failure_nobody_catches_fails_the_instance() => (await RunAsync(
        r => r.AddOrchestratorFunc<object?, string>("Main_1", (_, _) => throw new InvalidOperationException("Kaput!")), null)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);

    [Fact]
    public async Task The_custom_status_shows()
    {
        await using var home = await StartAsync(r => r.AddOrchestratorFunc<object?, string>("Main_1", (c, _) =>
        {
            c.SetCustomStatus(new { stage = "waiting" });
            return c.WaitForExternalEvent<string>("e");
        }));
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Ct);
        await home.SettleAsync();
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.SerializedCustomStatus.ShouldBe("{\"stage\":\"waiting\"}");
    }

    [Fact]
    public async Task A_suspended_instance_keeps_what_comes_until_it_is_resumed()
    {
        await using var home = await StartAsync(r => r.AddOrchestratorFunc<object?, string>("Main_1", (c, _) => c.WaitForExternalEvent<string>("e")));
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Ct);
        await home.SettleAsync();
        await home.Client.SuspendInstanceAsync("i1", "holiday", Ct);
        await home.SettleAsync();
        await home.Client.RaiseEventAsync("i1", "e", "kept", Ct);
        await home.SettleAsync();
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await home.Client.ResumeInstanceAsync("i1", null, Ct);
        await home.SettleAsync();
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.SerializedOutput.ShouldBe("\"kept\"");
    }

    [Fact]
    public async Task A_terminated_instance_has_ended_and_can_be_purged()
    {
        await using var home = await StartAsync(r => r.AddOrchestratorFunc<object?, string>("Main_1", (c, _) => c.WaitForExternalEvent<string>("e")));
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Ct);
        await home.SettleAsync();
        (await home.Client.PurgeInstanceAsync("i1", Ct)).ShouldBeFalse();
        await home.Client.TerminateInstanceAsync("i1", "enough", Ct);
        await home.SettleAsync();
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        await home.Client.RaiseEventAsync("i1", "e", "late", Ct);
        (await home.Client.PurgeInstanceAsync("i1", Ct)).ShouldBeTrue();
        (await home.Client.GetInstanceAsync("i1", true, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Versions_run_side_by_side_and_starting_an_id_twice_starts_it_once()
    {
        var runs = 0;
        await using var home = await StartAsync(r => r
            .AddOrchestratorFunc<object?, string>("Main_1", async (c, _) => "one" + await c.CallActivityAsync<int>("Count"))
            .AddOrchestratorFunc<object?, string>("Main_2", async (c, _) => "two" + await c.CallActivityAsync<int>("Count"))
            .AddActivityFunc<object?, int>("Count", (_, _) => Task.FromResult(Interlocked.Increment(ref runs))));
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Ct);
        await home.SettleAsync();
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_2", null, new StartOrchestrationOptions("i2"), Ct);
        await home.SettleAsync();
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", null, new StartOrchestrationOptions("i1"), Ct);
        await home.SettleAsync();
        (await home.Client.GetInstanceAsync("i1", true, Ct))!.SerializedOutput.ShouldBe("\"one1\"");
        (await home.Client.GetInstanceAsync("i2", true, Ct))!.SerializedOutput.ShouldBe("\"two2\"");
        runs.ShouldBe(2);
        (await home.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 1), Ct).Select(i => i.InstanceId).ToListAsync(Ct)).ShouldBe(["i1", "i2"]);
    }

    private async Task<OrchestrationMetadata> RunAsync(Action<DurableTaskRegistry> register, object? input, Func<IHome, Task>? act = null)
    {
        await using var home = await StartAsync(register);
        await home.Client.ScheduleNewOrchestrationInstanceAsync("Main_1", input, new StartOrchestrationOptions("i1"), Ct);
        if (act is not null)
            await act(home);
        await home.SettleAsync();
        return (await home.Client.GetInstanceAsync("i1", true, Ct)).ShouldNotBeNull();
    }
}

public sealed class EmbeddedHomeConformance : HomeConformance
{
    protected override Task<IHome> StartAsync(Action<DurableTaskRegistry> register) => Task.FromResult<IHome>(new EmbeddedHome(register));
}

public sealed class AzureHomeConformance : HomeConformance
{
    protected override async Task<IHome> StartAsync(Action<DurableTaskRegistry> register) => await AzureHome.StartAsync(register);
}

/// <summary>The same where the loopback service cannot be reached.</summary>
public sealed class AzureHomeByWebhooksConformance : HomeConformance
{
    protected override async Task<IHome> StartAsync(Action<DurableTaskRegistry> register) => await AzureHome.StartAsync(register, byWebhooks: true);
}
