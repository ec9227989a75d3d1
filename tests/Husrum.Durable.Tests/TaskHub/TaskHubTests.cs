using Husrum.Durable.Client;

namespace Husrum.Durable.Tests.TaskHub;

public sealed class TaskHubTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chain_of_activities_gives_its_result()
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<int, string>("chain", async (c, n) =>
            {
                var text = "";
                for (var i = 0; i < n; i++)
                    text += await c.CallActivityAsync<string>("letter", i);
                return text;
            })
            .AddActivityFunc<int, string>("letter", (_, i) => Task.FromResult(((char)('a' + i)).ToString())));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("chain", 5, new StartOrchestrationOptions("c1"), Ct);
        var ended = await hub.InstanceAsync("c1");
        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        ended.SerializedInput.ShouldBe("5");
        ended.SerializedOutput.ShouldBe("\"abcde\"");
    }

    [Fact]
    public async Task A_fan_out_comes_together_again()
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<int, int>("fan", async (c, n) => (await Task.WhenAll(Enumerable.Range(0, n).Select(i => c.CallActivityAsync<int>("square", i)))).Sum())
            .AddActivityFunc<int, int>("square", async (_, i) =>
            {
                await Task.Yield();
                return i * i;
            }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("fan", 100, new StartOrchestrationOptions("f1"), Ct);
        (await hub.InstanceAsync("f1")).SerializedOutput.ShouldBe("328350");
    }

    [Fact]
    public async Task A_timer_of_a_year_fires_at_its_moment_and_not_before_also_after_a_restart()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, DateTime>("year", async (c, _) =>
        {
            await c.CreateTimer(c.CurrentUtcDateTime.AddDays(365), default);
            return c.CurrentUtcDateTime;
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("year", null, new StartOrchestrationOptions("y1"), Ct);
        await hub.AdvanceToAsync(TestClock.Start.AddDays(365).AddMilliseconds(-1));
        (await hub.InstanceAsync("y1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        await hub.RestartAsync();
        await hub.AdvanceToAsync(TestClock.Start.AddDays(365));
        var ended = await hub.InstanceAsync("y1");
        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        ended.SerializedOutput.ShouldBe("\"2027-08-31T06:00:00Z\"");
    }

    [Fact]
    public async Task An_event_raised_before_anybody_waits_is_kept_also_over_a_restart()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, string>("wait", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(10), default);
            return await c.WaitForExternalEvent<string>("answer");
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("wait", null, new StartOrchestrationOptions("w1"), Ct);
        await hub.Hub.RaiseEventAsync("w1", "answer", "yes", Ct);
        await hub.RestartAsync();
        await hub.AdvanceAsync(TimeSpan.FromDays(11));
        (await hub.InstanceAsync("w1")).SerializedOutput.ShouldBe("\"yes\"");
    }

    [Fact]
    public async Task A_decision_that_comes_while_a_reminder_is_being_sent_is_not_lost()
    {
        var atReminder = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, string>("decide", async (c, _) =>
            {
                for (var round = 1; ; round++)
                {
                    try
                    {
                        return await c.WaitForExternalEvent<string>("approve", TimeSpan.FromDays(3));
                    }
                    catch (TaskCanceledException)
                    {
                        await c.CallActivityAsync("remind", round);
                    }
                }
            })
            .AddActivityFunc<int, object?>("remind", async (_, _) =>
            {
                atReminder.TrySetResult();
                await goOn.Task;
                return null;
            }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("decide", null, new StartOrchestrationOptions("d1"), Ct);
        await hub.Hub.WhenIdleAsync();
        hub.Clock.Now += TimeSpan.FromDays(3);
        hub.Hub.ClockMoved();
        await atReminder.Task;
        await hub.Hub.RaiseEventAsync("d1", "approve", "yes", Ct);
        goOn.SetResult();
        (await hub.InstanceAsync("d1")).SerializedOutput.ShouldBe("\"yes\"");
    }

    [Fact]
    public async Task A_failed_activity_is_tried_again_on_durable_timers()
    {
        var calls = new List<DateTimeOffset>();
        TestHub hub = null!;
        await using var _ = hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, int>("retry", (c, _) => c.CallActivityAsync<int>("shaky", null, new TaskOptions(new RetryPolicy(3, TimeSpan.FromMinutes(1), 2))))
            .AddActivityFunc<object?, int>("shaky", (_, _) =>
            {
                calls.Add(hub.Clock.Now);
                return calls.Count < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult(calls.Count);
            }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("retry", null, new StartOrchestrationOptions("r1"), Ct);
        await hub.AdvanceAsync(TimeSpan.FromHours(1));
        (await hub.InstanceAsync("r1")).SerializedOutput.ShouldBe("3");
        calls.ShouldBe([TestClock.Start, TestClock.Start.AddMinutes(1), TestClock.Start.AddMinutes(3)]);
    }

    [Fact]
    public async Task A_failure_nobody_catches_ends_the_instance_and_says_why()
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, object?>("fail", async (c, _) => await c.CallActivityAsync<object?>("boom"))
            .AddActivityFunc<object?, object?>("boom", (_, _) => throw new InvalidOperationException("Kaput!")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("fail", null, new StartOrchestrationOptions("x1"), Ct);
        var ended = await hub.InstanceAsync("x1");
        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        ended.FailureDetails.ShouldNotBeNull().ErrorMessage.ShouldContain("Kaput!");
    }

    [Fact]
    public async Task Words_of_exceptions_stay_out_of_histories_where_the_program_asks_for_it()
    {
        await using var hub = TestHub.Start(
            r => r
                .AddOrchestratorFunc<object?, string>("fail", async (c, _) =>
                {
                    try
                    {
                        return await c.CallActivityAsync<string>("boom");
                    }
                    catch (TaskFailedException e)
                    {
                        return e.FailureDetails.ErrorType + ": " + e.FailureDetails.ErrorMessage;
                    }
                })
                .AddActivityFunc<object?, string>("boom", (_, _) => throw new InvalidOperationException("Asta Invented, 12 34 56 78")),
            o => o with { KeepFailureMessages = false });
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("fail", null, new StartOrchestrationOptions("x1"), Ct);
        var ended = await hub.InstanceAsync("x1");
        ended.SerializedOutput.ShouldNotBeNull().ShouldStartWith("\"System.InvalidOperationException");
        ended.SerializedOutput!.ShouldNotContain("Asta");
    }

    [Fact]
    public async Task A_failure_nobody_caught_leaves_its_words_neither_in_the_output_nor_in_the_history_where_words_are_not_kept()
    {
        await using var hub = TestHub.Start(
            r => r.AddOrchestratorFunc<object?, string>("fail", (_, _) => throw new InvalidOperationException("Asta Invented, 12 34 56 78")),
            o => o with { KeepFailureMessages = false });
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("fail", null, new StartOrchestrationOptions("x2"), Ct);

        var ended = await hub.InstanceAsync("x2");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        (ended.SerializedOutput ?? "").ShouldNotContain("Asta");
        hub.Hub.Read(d => d.Scalar("SELECT count(*) FROM history WHERE instr(events, CAST('Asta' AS BLOB)) > 0")).ShouldBe(0);
    }

    [Fact]
    public async Task A_child_gives_its_result_to_its_parent_and_a_failed_one_its_failure()
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<int, string>("parent", async (c, n) =>
            {
                var ten = await c.CallSubOrchestratorAsync<int>("child", n);
                try
                {
                    await c.CallSubOrchestratorAsync<int>("child", -1);
                    return "no failure";
                }
                catch (TaskFailedException e)
                {
                    return $"{ten} {e.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc<int, int>("child", async (c, n) =>
            {
                await c.CreateTimer(TimeSpan.FromHours(1), default);
                return n < 0 ? throw new InvalidOperationException("below zero") : n * 10;
            }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("parent", 4, new StartOrchestrationOptions("p1"), Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(1));
        (await hub.InstanceAsync("p1")).SerializedOutput.ShouldBe("\"40 below zero\"");
    }

    [Fact]
    public async Task Continuing_as_new_keeps_the_events_nobody_took_and_a_small_history()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<int, int>("count", async (c, sum) =>
        {
            var next = sum + await c.WaitForExternalEvent<int>("add");
            if (next < 100)
            {
                c.ContinueAsNew(next);
                return 0;
            }

            return next;
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("count", 0, new StartOrchestrationOptions("n1"), Ct);
        for (var i = 0; i < 100; i++)
            await hub.Hub.RaiseEventAsync("n1", "add", 1, Ct);
        (await hub.InstanceAsync("n1")).SerializedOutput.ShouldBe("100");
        hub.Hub.Read(d => d.Scalar("SELECT count(*) FROM history")).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_timer_of_an_older_generation_does_not_fire_into_the_new_one()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<int, string>("again", async (c, generation) =>
        {
            var timer = c.CreateTimer(TimeSpan.FromDays(generation == 0 ? 1 : 30), default);
            var go = c.WaitForExternalEvent<string>("go");
            if (await Task.WhenAny(timer, go) == timer)
                return $"timer of {generation} at {c.CurrentUtcDateTime:MM-dd}";
            c.ContinueAsNew(generation + 1);
            return "";
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("again", 0, new StartOrchestrationOptions("g1"), Ct);
        await hub.Hub.RaiseEventAsync("g1", "go", "", Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(60));
        (await hub.InstanceAsync("g1")).SerializedOutput.ShouldBe("\"timer of 1 at 09-30\"");
    }

    [Fact]
    public async Task Starting_an_id_twice_starts_it_once()
    {
        var runs = 0;
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, object?>("once", async (c, _) => await c.CallActivityAsync<object?>("count"))
            .AddActivityFunc<object?, object?>("count", (_, _) =>
            {
                Interlocked.Increment(ref runs);
                return Task.FromResult<object?>(null);
            }));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hub.Hub.ScheduleNewOrchestrationInstanceAsync("once", null, new StartOrchestrationOptions("o1"), Ct)));
        await hub.Hub.WhenIdleAsync();
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("once", null, new StartOrchestrationOptions("o1"), Ct);
        await hub.Hub.WhenIdleAsync();
        runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_start_for_later_waits_and_keeps_the_events_that_come_before_it()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, string>("later", (c, _) => c.WaitForExternalEvent<string>("e")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("later", null, new StartOrchestrationOptions("l1", TestClock.Start.AddDays(2)), Ct);
        await hub.Hub.RaiseEventAsync("l1", "e", "early", Ct);
        (await hub.InstanceAsync("l1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        await hub.RestartAsync();
        await hub.AdvanceAsync(TimeSpan.FromDays(2));
        (await hub.InstanceAsync("l1")).SerializedOutput.ShouldBe("\"early\"");
    }

    [Fact]
    public async Task A_suspended_instance_keeps_what_comes_and_goes_on_when_resumed()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, string>("s", (c, _) => c.WaitForExternalEvent<string>("e")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("s", null, new StartOrchestrationOptions("s1"), Ct);
        await hub.Hub.SuspendInstanceAsync("s1", "holiday", Ct);
        await hub.Hub.RaiseEventAsync("s1", "e", "kept", Ct);
        (await hub.InstanceAsync("s1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await hub.RestartAsync();
        (await hub.InstanceAsync("s1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await hub.Hub.ResumeInstanceAsync("s1", null, Ct);
        (await hub.InstanceAsync("s1")).SerializedOutput.ShouldBe("\"kept\"");
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("running")]
    [InlineData("suspended")]
    [InlineData("parked")]
    public async Task An_instance_can_be_terminated_in_every_state_and_its_timers_go_with_it(string state)
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, object?>("t", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(100), default);
            return null;
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync(state == "parked" ? "unknown" : "t", null, new StartOrchestrationOptions("t1", state == "pending" ? TestClock.Start.AddDays(1) : null), Ct);
        if (state == "suspended")
            await hub.Hub.SuspendInstanceAsync("t1", null, Ct);
        await hub.Hub.TerminateInstanceAsync("t1", "enough", Ct);
        var ended = await hub.InstanceAsync("t1");
        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        ended.SerializedOutput.ShouldBe("\"enough\"");
        hub.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Purging_removes_an_ended_instance_and_leaves_a_running_one_alone()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, string>("p", (c, _) => c.WaitForExternalEvent<string>("e")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("p", null, new StartOrchestrationOptions("p1"), Ct);
        (await hub.Hub.PurgeInstanceAsync("p1", Ct)).ShouldBeFalse();
        await hub.Hub.RaiseEventAsync("p1", "e", "x", Ct);
        await hub.Hub.WhenIdleAsync();
        (await hub.Hub.PurgeInstanceAsync("p1", Ct)).ShouldBeTrue();
        (await hub.Hub.GetInstanceAsync("p1", cancellation: Ct)).ShouldBeNull();
        foreach (var table in new[] { "instance", "history", "inbox", "timer", "task" })
            hub.Hub.Read(d => d.Scalar($"SELECT count(*) FROM {table}")).ShouldBe(0, table);
    }

    [Fact]
    public async Task Queries_page_through_all_that_match()
    {
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, object?>("done", (_, _) => Task.FromResult<object?>(null))
            .AddOrchestratorFunc<object?, string>("open", (c, _) => c.WaitForExternalEvent<string>("e")));
        for (var i = 0; i < 25; i++)
            await hub.Hub.ScheduleNewOrchestrationInstanceAsync(i % 5 == 0 ? "open" : "done", null, new StartOrchestrationOptions($"q{i:D2}"), Ct);
        await hub.Hub.WhenIdleAsync();
        var open = await hub.Hub.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 2), Ct).ToListAsync(Ct);
        open.Select(i => i.InstanceId).ShouldBe(["q00", "q05", "q10", "q15", "q20"]);
        (await hub.Hub.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "q1", PageSize: 3), Ct).CountAsync(Ct)).ShouldBe(10);
    }

    [Fact]
    public async Task A_timer_that_was_given_up_wakes_nobody()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, string>("o", async (c, _) =>
        {
            using var stop = new CancellationTokenSource();
            var answer = c.WaitForExternalEvent<string>("answer");
            await Task.WhenAny(answer, c.CreateTimer(TimeSpan.FromDays(300), stop.Token));
            stop.Cancel();
            return await c.WaitForExternalEvent<string>("more");
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i1"), Ct);
        await hub.Hub.WhenIdleAsync();
        hub.Hub.NextDue.ShouldBe(TestClock.Start.AddDays(300));
        await hub.Hub.RaiseEventAsync("i1", "answer", "x", Ct);
        await hub.Hub.WhenIdleAsync();
        hub.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_failed_child_is_started_again_by_its_retry_policy()
    {
        var attempts = 0;
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, string>("parent", (c, _) => c.CallSubOrchestratorAsync<string>("child", null, new TaskOptions(new RetryPolicy(3, TimeSpan.FromHours(1)))))
            .AddOrchestratorFunc<object?, string>("child", (c, _) => c.CallActivityAsync<string>("shaky"))
            .AddActivityFunc<object?, string>("shaky", (_, _) => ++attempts < 3 ? throw new InvalidOperationException("not yet") : Task.FromResult("grown")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("parent", null, new StartOrchestrationOptions("p1"), Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(1));
        (await hub.InstanceAsync("p1")).SerializedOutput.ShouldBe("\"grown\"");
        attempts.ShouldBe(3);
    }
}
