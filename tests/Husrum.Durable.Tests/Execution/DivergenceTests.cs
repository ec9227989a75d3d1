using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

/// <summary>History and code part: the error names the first event that differs and what the code did instead.</summary>
public sealed class DivergenceTests
{
    [Fact]
    public void Another_activity() => Replayed(async context =>
    {
        await context.CallActivityAsync("A");
        await context.CallActivityAsync("C");
        return 0;
    }).ShouldContain("event 7: activity 'B' (#1). Instead the code decided activity 'C' (#1)");

    [Fact]
    public void Another_kind_of_step() => Replayed(async context =>
    {
        await context.CallActivityAsync("A");
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        return 0;
    }).ShouldContain("activity 'B' (#1). Instead the code decided timer (#1)");

    [Fact]
    public void Another_kind_of_step_of_the_same_name() => Replayed(async context =>
    {
        await context.CallActivityAsync("A");
        return await context.CallSubOrchestratorAsync<int>("B");
    }).ShouldContain("activity 'B' (#1). Instead the code decided sub-orchestration 'B' (#1)");

    [Fact]
    public void A_step_before_the_recorded_one() => Replayed(async context =>
    {
        context.SendEvent("other", "hello", null);
        await context.CallActivityAsync("A");
        return 0;
    }).ShouldContain("event 3: activity 'A' (#0). Instead the code decided sent event 'hello' (#0)");

    [Fact]
    public void A_step_taken_out_with_a_wait_in_its_place() => Replayed(async context =>
    {
        await context.CallActivityAsync("A");
        return await context.WaitForExternalEvent<int>("yes");
    }).ShouldContain("activity 'B' (#1). Instead the code waited for event 'yes'");

    [Fact]
    public void A_step_taken_out_at_the_end() => Replayed(async context =>
    {
        await context.CallActivityAsync("A");
        return 0;
    }).ShouldContain("activity 'B' (#1). Instead the code had returned");

    [Fact]
    public void An_exception_where_a_step_was() => Replayed(async context =>
    {
        await context.CallActivityAsync("A");
        throw new InvalidOperationException("hm");
    }).ShouldContain("activity 'B' (#1). Instead the code had failed (InvalidOperationException)");

    [Fact]
    public void The_case_of_a_name_does_not_matter() => Should.NotThrow(() => Recorded().ReplayWith<string?, int>(async (context, _) =>
    {
        await context.CallActivityAsync("a");
        await context.CallActivityAsync("b");
        return 0;
    }));

    [Fact]
    public void Timers_children_and_sent_events_are_compared_too()
    {
        static async Task<int> Old(TaskOrchestrationContext context, string? input)
        {
            context.SendEvent("other", "hello", null);
            var timer = context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            var child = context.CallSubOrchestratorAsync<int>("C");
            await Task.WhenAll(timer, child);
            return 0;
        }

        var (instance, _) = Instance.Start<string?, int>(Old, null);
        Should.NotThrow(() => instance.ReplayWith<string?, int>(Old));
        Message(async context => await context.CallSubOrchestratorAsync<int>("C")).ShouldContain("sent event 'hello' (#0). Instead the code decided sub-orchestration 'C' (#0)");
        Message(async context =>
        {
            context.SendEvent("other", "hello", null);
            return await context.CallSubOrchestratorAsync<int>("C");
        }).ShouldContain("timer (#1). Instead the code decided sub-orchestration 'C' (#1)");
        Message(async context =>
        {
            context.SendEvent("other", "hello", null);
            _ = context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
            return await context.CallSubOrchestratorAsync<int>("D");
        }).ShouldContain("sub-orchestration 'C' (#2). Instead the code decided sub-orchestration 'D' (#2)");

        string Message(Func<TaskOrchestrationContext, Task<int>> run) =>
            Should.Throw<NonDeterminismException>(() => instance.ReplayWith<string?, int>((context, _) => run(context))).Message;
    }

    [Fact]
    public void An_end_that_the_code_does_not_come_to()
    {
        var instance = Recorded();
        instance.Episode(Done(1));
        instance.IsCompleted.ShouldBeTrue();

        Should.Throw<NonDeterminismException>(() => instance.ReplayWith<string?, int>(async (context, _) =>
        {
            await context.CallActivityAsync("A");
            await context.CallActivityAsync("B");
            return await context.CallActivityAsync<int>("C");
        })).Message.ShouldContain("Instead the code decided activity 'C' (#2)");
    }

    [Fact]
    public void A_step_added_where_a_history_stands_still_is_carried_out_and_only_a_check_of_recorded_histories_objects()
    {
        static async Task<int> More(TaskOrchestrationContext context, string? input)
        {
            await context.CallActivityAsync("A");
            _ = context.CallActivityAsync("B");
            return await context.CallActivityAsync<int>("New");
        }

        var instance = Recorded();
        var executor = new OrchestrationExecutor(new DurableTaskRegistry().AddOrchestratorFunc<string?, int>("Test", More));

        // a host that could not carry out all decisions of an episode hands the history back without them
        var request = new OrchestratorRequest { InstanceId = Instance.Id, PastEvents = { instance.History }, NewEvents = { EpisodeStarted(Noon), Done(1) } };
        executor.Execute(request).Short().ShouldBe(["2:New[null]"]);
        Should.Throw<NonDeterminismException>(() => executor.Verify(Instance.Id, instance.History))
            .Message.ShouldContain("the episode ends. Instead the code decided activity 'New' (#2) as well");
    }

    [Fact]
    public void An_end_where_the_history_goes_on_is_refused_by_the_check_of_recorded_histories()
    {
        var (instance, _) = Instance.Start(context => context.WaitForExternalEvent<int>("e"));
        var executor = new OrchestrationExecutor(new DurableTaskRegistry().AddOrchestratorFunc<string?, int>("Test", (_, _) => Task.FromResult(0)));

        Should.Throw<NonDeterminismException>(() => executor.Verify(Instance.Id, instance.History))
            .Message.ShouldContain("the episode ends. Instead the code decided to end as Completed (#0) as well");
    }

    [Fact]
    public void A_recorded_history_that_fits_passes_the_check_to_its_end()
    {
        var instance = Recorded();
        instance.Episode(Done(1));
        var executor = new OrchestrationExecutor(new DurableTaskRegistry().AddOrchestratorFunc<string?, int>("Test", Old));

        Should.NotThrow(() => executor.Verify(Instance.Id, instance.History));
    }

    [Fact]
    public void A_hosts_own_timer_is_not_the_codes()
    {
        var instance = Recorded();
        instance.History.Insert(3, new HistoryEvent { EventId = -100, TimerCreated = new() });

        Should.NotThrow(() => instance.ReplayWith<string?, int>(Old));
    }

    [Theory]
    [InlineData(24, "EntityOperationCalled (field 24 of the protocol)")]
    [InlineData(30, "ExecutionRewound")]
    [InlineData(99, "of the unknown kind 99")]
    public void An_event_of_a_kind_this_program_does_not_run_is_named(int field, string name)
    {
        // tag and an empty message
        var tag = (uint)((field << 3) | 2);
        var strange = HistoryEvent.Parser.ParseFrom([8, 5, .. tag < 128 ? [(byte)tag] : new[] { (byte)(tag | 128), (byte)(tag >> 7) }, 0]);
        strange.EventId.ShouldBe(5);
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<int>("A"));

        Should.Throw<InvalidHistoryException>(() => instance.Episode(strange)).Message.ShouldContain(name);
    }

    [Fact]
    public void An_empty_event_is_named()
    {
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<int>("A"));

        Should.Throw<InvalidHistoryException>(() => instance.Episode(new HistoryEvent())).Message.ShouldContain("is empty");
    }

    private static async Task<int> Old(TaskOrchestrationContext context, string? input)
    {
        await context.CallActivityAsync("A");
        await context.CallActivityAsync("B");
        return 0;
    }

    private static Instance Recorded()
    {
        var (instance, _) = Instance.Start<string?, int>(Old, null);
        instance.Episode(Done(0));
        return instance;
    }

    private static string Replayed(Func<TaskOrchestrationContext, Task<int>> changed) =>
        Should.Throw<NonDeterminismException>(() => Recorded().ReplayWith<string?, int>((context, _) => changed(context))).Message;
}
