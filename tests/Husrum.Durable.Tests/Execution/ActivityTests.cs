using System.Text.Json;
using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class ActivityTests
{
    [Fact]
    public void A_chain_schedules_each_step_when_the_one_before_is_done()
    {
        var (instance, first) = Instance.Start<string, string>(
            async (context, input) =>
            {
                var a = await context.CallActivityAsync<string>("A", input);
                return await context.CallActivityAsync<string>("B", new { a });
            },
            "in");

        first.Short().ShouldBe(["""0:A["in"]"""]);
        instance.Episode(Done(0, "one")).Short().ShouldBe(["""1:B[{"a":"one"}]"""]);
        instance.Episode(Done(1, "two")).Short().ShouldBe(["2:Completed \"two\""]);
        instance.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_fan_out_is_joined_in_the_order_of_the_calls_whatever_order_the_results_come_in()
    {
        var (instance, first) = Instance.Start(context => Task.WhenAll(Enumerable.Range(0, 4).Select(n => context.CallActivityAsync<int>("Square", n))));

        first.Short().ShouldBe(["0:Square[0]", "1:Square[1]", "2:Square[2]", "3:Square[3]"]);
        instance.Episode(Done(2, 4)).Actions.ShouldBeEmpty();
        instance.Episode(Done(0, 0), Done(3, 9), Done(1, 1)).Result().ShouldBe("[0,1,4,9]");
    }

    [Fact]
    public void The_first_of_two_ends_the_wait_and_the_loser_is_dropped()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            var slow = context.CallActivityAsync<string>("Slow");
            var quick = context.CallActivityAsync<string>("Quick");
            return await await Task.WhenAny(slow, quick);
        });

        // the official executor would hold the instance open until Slow has ended as well
        instance.Episode(Done(1, "quick")).Result().ShouldBe("\"quick\"");
        instance.Episode(Done(0, "slow")).Actions.ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_is_thrown_where_it_is_awaited_and_can_be_caught()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            try
            {
                return await context.CallActivityAsync<string>("A");
            }
            catch (TaskFailedException e)
            {
                return $"{e.TaskName} #{e.TaskId}: {e.FailureDetails.ErrorType}, {e.FailureDetails.ErrorMessage}, {e.FailureDetails.InnerFailure?.ErrorMessage}";
            }
        });

        instance.Episode(Failed(0)).Result().ShouldBe("\"A #0: Made.Up.Error, no luck, the cause\"");
    }

    [Fact]
    public void A_failure_without_details_is_thrown_all_the_same()
    {
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<string>("A"));

        var completion = instance.Episode(new HistoryEvent { EventId = -1, TaskFailed = new() { TaskScheduledId = 0 } }).Completion();

        completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
        completion.FailureDetails.InnerFailure.ErrorType.ShouldBe("(unknown)");
    }

    [Fact]
    public void A_result_that_cannot_be_read_is_an_error_where_it_is_awaited()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            try
            {
                return (await context.CallActivityAsync<int>("A")).ToString();
            }
            catch (JsonException)
            {
                return "unreadable";
            }
        });

        instance.Episode(Done(0, "not a number")).Result().ShouldBe("\"unreadable\"");
    }

    [Fact]
    public void A_result_that_comes_twice_counts_once()
    {
        var (instance, _) = Instance.Start(async context => await context.CallActivityAsync<int>("A") + await context.CallActivityAsync<int>("B"));

        instance.Episode(Done(0, 1), Done(0, 100)).Short().ShouldBe(["1:B[null]"]);
        instance.Episode(Done(0, 100)).Actions.ShouldBeEmpty();
        instance.Episode(Done(1, 2)).Result().ShouldBe("3");
    }

    [Fact]
    public void A_call_without_a_result_takes_none()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            return "done";
        });

        instance.Episode(Done(0)).Result().ShouldBe("\"done\"");
    }

    [Fact]
    public void Options_in_the_place_of_the_input_are_refused()
    {
        var (_, first) = Instance.Start(context => context.CallActivityAsync<int>("A", TaskOptions.FromRetryPolicy(new(3, TimeSpan.FromSeconds(1)))));

        first.Completion().FailureDetails.ErrorType.ShouldBe("System.ArgumentException");
    }

    [Fact]
    public void A_child_gets_the_input_as_it_is_and_gives_its_result()
    {
        var (instance, first) = Instance.Start(context => context.CallSubOrchestratorAsync<int>("Child", new { n = 4 }, new TaskOptions(InstanceId: "case-1-child")));

        first.Short().ShouldBe(["0:child Child=case-1-child"]);
        first.Actions[0].CreateSubOrchestration.Input.ShouldBe("""{"n":4}""");
        instance.Episode(ChildDone(0, 40)).Result().ShouldBe("40");
    }

    [Fact]
    public void A_child_that_failed_is_thrown_where_it_is_awaited()
    {
        var (instance, _) = Instance.Start(context => context.CallSubOrchestratorAsync<int>("Child"));

        var completion = instance.Episode(ChildFailed(0, "the child fell")).Completion();

        completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
        completion.FailureDetails.InnerFailure.ErrorMessage.ShouldBe("the child fell");
    }
}
