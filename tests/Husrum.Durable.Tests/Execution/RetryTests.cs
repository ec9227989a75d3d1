using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class RetryTests
{
    [Fact]
    public void Each_wait_is_a_timer_that_grows_up_to_its_limit()
    {
        var (instance, first) = Start(new RetryPolicy(5, TimeSpan.FromSeconds(10), 3, TimeSpan.FromSeconds(60)));

        first.Short().ShouldBe(["0:A[\"x\"]"]);
        instance.Episode(Failed(0)).Short().ShouldBe(["1:timer 12:00:10"]);
        instance.Episode(Fired(1)).Short().ShouldBe(["2:A[\"x\"]"]);
        instance.Episode(Failed(2)).Short().ShouldBe(["3:timer 12:00:30"]);
        instance.Episode(Fired(3));
        instance.Episode(Failed(4)).Short().ShouldBe(["5:timer 12:01:00"]);
        instance.Episode(Fired(5));
        instance.Episode(Done(6, "at last")).Result().ShouldBe("\"at last\"");
    }

    [Fact]
    public void The_last_failure_comes_out_with_its_own_number_after_a_timer_that_is_due_at_once()
    {
        var (instance, _) = Start(new RetryPolicy(2, TimeSpan.FromSeconds(1)));

        instance.Episode(Failed(0, "first"));
        instance.Episode(Fired(1));
        // the SDK makes this timer to keep old histories valid, so we do
        instance.Episode(Failed(2, "second")).Short().ShouldBe(["3:timer 12:00:00"]);
        var completion = instance.Episode(Fired(3)).Completion();

        completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
        completion.FailureDetails.ErrorMessage.ShouldBe("Task 'A' (#2) failed with an unhandled exception: second");
    }

    [Fact]
    public void A_failure_that_no_retry_can_mend_comes_out_at_once()
    {
        var (instance, _) = Start(new RetryPolicy(5, TimeSpan.FromSeconds(1)));

        instance.Episode(Failed(0, isNonRetriable: true)).Completion().OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
    }

    [Fact]
    public void No_attempt_starts_after_the_time_allowed_for_all_of_them()
    {
        var (instance, _) = Start(new RetryPolicy(100, TimeSpan.FromMinutes(1), RetryTimeout: TimeSpan.FromMinutes(2)));

        instance.Episode(Failed(0)).Short().ShouldBe(["1:timer 12:01:00"]);
        instance.Now = Noon.AddMinutes(1);
        instance.Episode(Fired(1));
        instance.Now = Noon.AddMinutes(2);
        instance.Episode(Failed(2)).Short().ShouldBe(["3:Failed Task 'A' (#2) failed with an unhandled exception: no luck"]);
    }

    [Fact]
    public void Without_a_limit_a_wait_is_an_hour_at_most()
    {
        var (instance, _) = Start(new RetryPolicy(3, TimeSpan.FromHours(5)));
        instance.Episode(Failed(0)).Short().ShouldBe(["1:timer 13:00:00"]);

        (instance, _) = Start(new RetryPolicy(3, TimeSpan.FromHours(5), MaxRetryInterval: Timeout.InfiniteTimeSpan));
        instance.Episode(Failed(0)).Short().ShouldBe(["1:timer 17:00:00"]);
    }

    [Fact]
    public void Waits_between_attempts_are_not_cut_into_legs()
    {
        var run = Run(new RetryPolicy(3, TimeSpan.FromDays(10), MaxRetryInterval: Timeout.InfiniteTimeSpan));
        var (instance, _) = Instance.Start(run, "x", new OrchestrationExecutorOptions { MaximumTimerInterval = TimeSpan.FromDays(3) });

        instance.Episode(Failed(0)).Actions[0].CreateTimer.FireAt.ToDateTime().ShouldBe(Noon.AddDays(10));
    }

    [Fact]
    public void Each_attempt_of_a_child_has_the_same_id()
    {
        var (instance, first) = Instance.Start(context => context.CallSubOrchestratorAsync<int>("C", null, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)))));

        instance.Episode(ChildFailed(0)).Short().ShouldBe(["1:timer 12:00:01"]);
        var second = instance.Episode(Fired(1));

        second.Actions[0].CreateSubOrchestration.InstanceId.ShouldBe(first.Actions[0].CreateSubOrchestration.InstanceId);
        instance.Episode(ChildDone(2, 5)).Result().ShouldBe("5");
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0.5)]
    public void A_policy_that_makes_no_sense_is_refused(int attempts, int seconds, double backoff) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new RetryPolicy(attempts, TimeSpan.FromSeconds(seconds), backoff));

    private static (Instance Instance, OrchestratorResponse First) Start(RetryPolicy policy) => Instance.Start(Run(policy), "x");

    private static Func<TaskOrchestrationContext, string, Task<string>> Run(RetryPolicy policy) =>
        (context, input) => context.CallActivityAsync<string>("A", input, TaskOptions.FromRetryPolicy(policy));
}
