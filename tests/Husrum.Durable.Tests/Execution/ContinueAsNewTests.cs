using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class ContinueAsNewTests
{
    [Fact]
    public void Events_nobody_took_go_along_in_the_order_they_came()
    {
        var (instance, _) = Instance.Start<int, int>(
            async (context, sum) =>
            {
                sum += await context.WaitForExternalEvent<int>("add");
                context.ContinueAsNew(sum);
                return -1;
            },
            0);

        // b, a and b again are waited for by nobody; the second "add" comes when the code has returned already
        instance.Episode(Raised("b"), Raised("a"));
        var completion = instance.Episode(Raised("b"), Raised("add", 1), Raised("add", 2), Raised("third", 3)).Completion();

        completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.ContinuedAsNew);
        completion.Result.ShouldBe("1");
        Names(completion).ShouldBe(["b", "a", "b", "add", "third"]);
        instance.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Events_nobody_took_are_left_behind_where_the_code_says_so()
    {
        var (instance, _) = Instance.Start<int, int>(
            async (context, _) =>
            {
                await context.WaitForExternalEvent<int>("go");
                context.ContinueAsNew(1, preserveUnprocessedEvents: false);
                return 0;
            },
            0);

        // what comes after the end is the next run's, as it would be in an episode of its own
        Names(instance.Episode(Raised("old", 1), Raised("go", 1), Raised("new", 1)).Completion()).ShouldBe(["new"]);
    }

    [Fact]
    public void A_run_with_open_activities_or_children_continues_when_they_have_ended()
    {
        var (instance, first) = Instance.Start<int, int>(
            (context, n) =>
            {
                _ = context.CallActivityAsync("A");
                _ = context.CallSubOrchestratorAsync("C", null, new TaskOptions(InstanceId: "c"));
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                context.ContinueAsNew(1);
                return Task.FromResult(n);
            },
            0);

        first.Short().ShouldBe(["0:A[null]", "1:child C=c", "2:timer 12:00:00"]);
        instance.Episode(Done(0), Raised("meanwhile", 1)).Actions.ShouldBeEmpty();
        var last = instance.Episode(ChildFailed(1), Raised("after", 1));

        last.Short().ShouldBe(["3:ContinuedAsNew 1"]);
        Names(last.Completion()).ShouldBe(["meanwhile", "after"]);
    }

    [Fact]
    public void A_wait_that_is_still_open_takes_nothing_once_the_run_is_to_continue()
    {
        var (instance, _) = Instance.Start<int, int>(
            async (context, _) =>
            {
                var abandoned = context.WaitForExternalEvent<int>("e");
                await context.CallActivityAsync("A");
                context.ContinueAsNew(1);
                await context.CallActivityAsync("B");
                return 0;
            },
            0);

        instance.Episode(Done(0)).Short().ShouldBe(["1:B[null]"]);
        instance.Episode(Raised("e", 5)).Actions.ShouldBeEmpty();
        Names(instance.Episode(Done(1)).Completion()).ShouldBe(["e"]);
    }

    [Fact]
    public void Waiting_for_an_event_after_continuing_as_new_is_an_error()
    {
        var (_, first) = Instance.Start<int, int>(
            async (context, _) =>
            {
                context.ContinueAsNew(1);
                return await context.WaitForExternalEvent<int>("e");
            },
            0);

        first.Completion().OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
        first.Completion().FailureDetails.ErrorMessage.ShouldContain("after ContinueAsNew");
    }

    [Fact]
    public void Waiting_on_for_an_event_after_continuing_as_new_is_an_error_too()
    {
        Should.Throw<EscapedContinuationException>(() => Instance.Start<int, int>(
            async (context, _) =>
            {
                var wait = context.WaitForExternalEvent<int>("e");
                context.ContinueAsNew(1);
                return await wait;
            },
            0)).Message.ShouldContain("Return after ContinueAsNew");
    }

    [Fact]
    public void An_exception_after_continuing_as_new_fails_the_instance()
    {
        var (_, first) = Instance.Start<int, int>(
            (context, _) =>
            {
                context.ContinueAsNew(1);
                throw new InvalidOperationException("no");
            },
            0);

        first.Completion().OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
    }

    [Fact]
    public void A_hold_that_comes_after_the_last_step_holds_the_next_run()
    {
        var (instance, _) = Instance.Start<int, int>(ContinueOnGo, 0);

        var completion = instance.Episode(Raised("go"), Suspended(), Raised("e")).Completion();

        completion.CarryoverEvents.Select(e => e.EventTypeCase).ShouldBe([HistoryEvent.EventTypeOneofCase.ExecutionSuspended, HistoryEvent.EventTypeOneofCase.EventRaised]);
    }

    [Fact]
    public void A_termination_that_comes_after_the_last_step_counts()
    {
        var (instance, _) = Instance.Start<int, int>(ContinueOnGo, 0);

        instance.Episode(Raised("go"), Raised("e"), Terminated("enough")).Short().ShouldBe(["0:Terminated \"enough\""]);
    }

    [Fact]
    public void Events_carried_over_reach_the_next_run()
    {
        static async Task<int> Run(TaskOrchestrationContext context, int sum)
        {
            sum += await context.WaitForExternalEvent<int>("add");
            if (sum < 6)
                context.ContinueAsNew(sum);
            return sum;
        }

        var (instance, _) = Instance.Start<int, int>(Run, 0);
        var response = instance.Episode(Raised("add", 1), Raised("add", 2), Raised("add", 3));
        for (var generations = 1; response.Completion() is { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew } continued; generations++)
        {
            generations.ShouldBeLessThan(4);
            var next = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<int, int>("Test", Run));
            response = next.Episode([Started("Test", DataConverter.Deserialize<int>(continued.Result)), .. continued.CarryoverEvents]);
        }

        response.Result().ShouldBe("6");
    }

    private static async Task<int> ContinueOnGo(TaskOrchestrationContext context, int input)
    {
        await context.WaitForExternalEvent<string>("go");
        context.ContinueAsNew(input + 1);
        return 0;
    }

    private static IEnumerable<string> Names(CompleteOrchestrationAction completion) => completion.CarryoverEvents.Select(e => e.EventRaised.Name);
}
