using System.Collections.Concurrent;
using Husrum.Durable.Client;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>What users of durable engines complain of most, as situations.</summary>
public sealed class TroubleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_that_falls_due_while_its_instance_is_suspended_waits_for_the_resumption_also_over_a_restart()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, DateTime>("o", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(3), default);
            return c.CurrentUtcDateTime;
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i1"), Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(1));
        await hub.Hub.SuspendInstanceAsync("i1", null, Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(4));
        (await hub.InstanceAsync("i1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await hub.RestartAsync();
        (await hub.InstanceAsync("i1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await hub.Hub.ResumeInstanceAsync("i1", null, Ct);

        var ended = await hub.InstanceAsync("i1");

        ended.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        ended.SerializedOutput.ShouldBe("\"2026-09-05T06:00:00Z\"", "it goes on at the moment of the resumption");
    }

    [Fact]
    public async Task A_suspension_that_ends_before_the_timer_is_due_changes_nothing()
    {
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<object?, DateTime>("o", async (c, _) =>
        {
            await c.CreateTimer(TimeSpan.FromDays(3), default);
            return c.CurrentUtcDateTime;
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i1"), Ct);
        await hub.Hub.SuspendInstanceAsync("i1", null, Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(1));
        await hub.Hub.ResumeInstanceAsync("i1", null, Ct);
        await hub.AdvanceAsync(TimeSpan.FromDays(30));
        (await hub.InstanceAsync("i1")).SerializedOutput.ShouldBe("\"2026-09-03T06:00:00Z\"");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_storm_of_ten_thousand_events_is_taken_whole_and_in_order(bool restarts)
    {
        const int Events = 10_000;
        await using var hub = TestHub.Start(r => r.AddOrchestratorFunc<int[], string>("count", async (c, state) =>
        {
            var (next, wrong) = (state[0], state[1]);
            for (var i = 0; i < 500 && next < Events; i++)
            {
                if (await c.WaitForExternalEvent<int>("e") != next++)
                    wrong++;
            }

            if (next < Events)
            {
                c.ContinueAsNew(new[] { next, wrong });
                return "";
            }

            return $"{next} taken, {wrong} out of order";
        }));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("count", new[] { 0, 0 }, new StartOrchestrationOptions("i1"), Ct);
        var raised = Enumerable.Range(0, Events).Select(i => hub.Hub.RaiseEventAsync("i1", "e", i, Ct)).ToList();
        if (restarts)
        {
            await raised[Events / 3];
            await hub.RestartAsync();
        }

        await Task.WhenAll(raised);
        (await hub.InstanceAsync("i1")).SerializedOutput.ShouldBe($"\"{Events} taken, 0 out of order\"");
        hub.Hub.Read(d => d.Scalar("SELECT count(*) FROM inbox")).ShouldBe(0);
    }

    [Fact]
    public async Task A_parent_that_is_terminated_leaves_its_children_to_themselves_and_their_results_wake_nobody()
    {
        var deeds = 0;
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, string>("parent", async (c, _) => string.Concat(await Task.WhenAll(
                c.CallSubOrchestratorAsync<string>("child", null, new TaskOptions(InstanceId: "c1")),
                c.CallSubOrchestratorAsync<string>("child", null, new TaskOptions(InstanceId: "c2")))))
            .AddOrchestratorFunc<object?, string>("child", async (c, _) =>
            {
                await c.CreateTimer(TimeSpan.FromDays(1), default);
                return await c.CallActivityAsync<string>("deed");
            })
            .AddActivityFunc<object?, string>("deed", (_, _) => Task.FromResult(Interlocked.Increment(ref deeds).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("parent", null, new StartOrchestrationOptions("p1"), Ct);
        await hub.Hub.WhenIdleAsync();
        await hub.Hub.TerminateInstanceAsync("p1", "enough", Ct);
        (await hub.Hub.PurgeInstanceAsync("p1", Ct)).ShouldBeTrue();
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("parent", null, new StartOrchestrationOptions("p1"), Ct);
        await hub.RestartAsync();

        await hub.AdvanceAsync(TimeSpan.FromDays(2));

        (await hub.InstanceAsync("c1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await hub.InstanceAsync("c2")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        deeds.ShouldBe(2);
        var again = await hub.InstanceAsync("p1");
        again.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed, "the ids of its children are taken, and it is told so");
        again.FailureDetails.ShouldNotBeNull().ErrorMessage.ShouldContain("exists already");
        foreach (var table in new[] { "inbox", "timer", "task" })
            hub.Hub.Read(d => d.Scalar($"SELECT count(*) FROM {table}")).ShouldBe(0, table);
    }

    [Fact]
    public async Task An_id_that_fifty_threads_start_at_the_same_moment_runs_once()
    {
        const int Threads = 50;
        var runs = 0;
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<int, int>("once", (c, winner) => c.CallActivityAsync<int>("count", winner))
            .AddActivityFunc<int, int>("count", (_, winner) =>
            {
                Interlocked.Increment(ref runs);
                return Task.FromResult(winner);
            }));
        using var together = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            together.SignalAndWait(Ct);
            hub.Hub.ScheduleNewOrchestrationInstanceAsync("once", i, new StartOrchestrationOptions("o1"), Ct).Wait(Ct);
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        var ended = await hub.InstanceAsync("o1");

        runs.ShouldBe(1);
        ended.SerializedOutput.ShouldBe(ended.SerializedInput);
        hub.Hub.Read(d => d.Scalar("SELECT count(*) FROM instance")).ShouldBe(1);
    }

    [Fact]
    public async Task Poison_is_parked_the_rest_goes_on_and_a_parked_one_can_be_ended()
    {
        // Held open by the test: work that ends before it is awaited is no wait at all.
        var outside = new ConcurrentQueue<TaskCompletionSource>();
        await using var hub = TestHub.Start(r => r
            .AddOrchestratorFunc<object?, string>("poison", async (_, _) =>
            {
                var work = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                outside.Enqueue(work);
                await work.Task;
                return "";
            })
            .AddOrchestratorFunc<object?, string>("good", (c, _) => c.WaitForExternalEvent<string>("e")));
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("poison", null, new StartOrchestrationOptions("bad"), Ct);
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("good", null, new StartOrchestrationOptions("good"), Ct);
        await hub.Hub.RaiseEventAsync("good", "e", "fine", Ct);

        (await hub.InstanceAsync("good")).SerializedOutput.ShouldBe("\"fine\"");
        (await hub.InstanceAsync("bad")).ParkedReason.ShouldNotBeNull().ShouldContain("not durable");
        for (var i = 0; i < 3; i++)
        {
            while (outside.TryDequeue(out var work))
                work.SetResult();
            await hub.RestartAsync();
            (await hub.InstanceAsync("bad")).ParkedReason.ShouldNotBeNull();
        }

        await hub.Hub.TerminateInstanceAsync("bad", null, Ct);
        (await hub.InstanceAsync("bad")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
    }
}
