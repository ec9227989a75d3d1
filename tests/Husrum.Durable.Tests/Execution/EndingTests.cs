using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class EndingTests
{
    [Fact]
    public void An_exception_nobody_caught_fails_the_instance_with_type_message_stack_and_cause()
    {
        var (instance, first) = Instance.Start<string?, int>((_, _) => throw new InvalidOperationException("not so", new FormatException("because")), null);

        var completion = first.Completion();
        completion.OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
        completion.Result.ShouldBe("not so");
        completion.FailureDetails.ErrorType.ShouldBe("System.InvalidOperationException");
        completion.FailureDetails.ErrorMessage.ShouldBe("not so");
        completion.FailureDetails.StackTrace.ShouldContain(nameof(EndingTests));
        completion.FailureDetails.InnerFailure.ErrorType.ShouldBe("System.FormatException");
        instance.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_failed_task_nobody_caught_passes_its_details_on()
    {
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<int>("A"));

        var failure = instance.Episode(Failed(0)).Completion().FailureDetails;

        failure.ErrorType.ShouldBe("Husrum.Durable.TaskFailedException");
        failure.ErrorMessage.ShouldBe("Task 'A' (#0) failed with an unhandled exception: no luck");
        failure.InnerFailure.ErrorType.ShouldBe("Made.Up.Error");
        failure.InnerFailure.InnerFailure.ErrorMessage.ShouldBe("the cause");
    }

    [Fact]
    public void A_cancellation_nobody_caught_fails_the_instance()
    {
        var (_, first) = Instance.Start<string?, int>((_, _) => Task.FromCanceled<int>(new CancellationToken(canceled: true)), null);

        first.Completion().FailureDetails.ErrorType.ShouldBe("System.Threading.Tasks.TaskCanceledException");
    }

    [Fact]
    public void An_input_that_cannot_be_read_fails_the_instance()
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<int, int>("Test", (_, input) => Task.FromResult(input)));

        instance.Episode(Started("Test", "four")).Completion().FailureDetails.ErrorType.ShouldBe("System.Text.Json.JsonException");
    }

    [Fact]
    public void A_result_that_cannot_be_written_fails_the_instance()
    {
        var (_, first) = Instance.Start<string?, object>((_, _) => Task.FromResult<object>(new { Pointer = (nint)1, Type = typeof(int) }), null);

        first.Completion().OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
    }

    [Fact]
    public void Work_decided_on_the_way_out_is_given_out_with_the_end()
    {
        var (_, first) = Instance.Start(context =>
        {
            _ = context.CallActivityAsync("Later");
            context.SendEvent("other", "bye", null);
            return Task.FromResult(1);
        });

        first.Short().ShouldBe(["0:Later[null]", "1:send bye>other", "2:Completed 1"]);
    }

    [Fact]
    public void A_termination_ends_the_instance_at_once_and_the_code_does_not_run_on()
    {
        var ran = false;
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            ran = true;
            return 1;
        });

        instance.Episode(Terminated("enough"), Done(0)).Short().ShouldBe(["1:Terminated \"enough\""]);
        instance.IsCompleted.ShouldBeTrue();
        ran.ShouldBeFalse();
        instance.Episode(Done(0)).Actions.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_decided_before_a_termination_in_the_same_episode_stands()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            await context.CallActivityAsync("B");
            return 1;
        });

        instance.Episode(Done(0), Terminated()).Short().ShouldBe(["1:B[null]", "2:Terminated"]);
    }

    [Fact]
    public void An_instance_that_ended_before_its_termination_has_ended()
    {
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<int>("A"));

        instance.Episode(Done(0, 1), Terminated()).Result().ShouldBe("1");
    }

    [Fact]
    public void An_instance_can_be_terminated_before_it_has_begun()
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<int, int>("Test", (_, input) => Task.FromResult(input)));

        instance.Episode(Terminated(), Started("Test", 1)).Short().ShouldBe(["0:Terminated"]);
    }

    [Fact]
    public void The_custom_status_is_the_last_one_set()
    {
        var (instance, first) = Instance.Start(async context =>
        {
            context.SetCustomStatus("one");
            context.SetCustomStatus(new { step = 2 });
            await context.CallActivityAsync("A");
            await context.CallActivityAsync("B");
            context.SetCustomStatus(null);
            return 1;
        });

        first.CustomStatus.ShouldBe("""{"step":2}""");
        instance.Episode(Done(0)).CustomStatus.ShouldBe("""{"step":2}""");
        instance.Episode(Done(1)).CustomStatus.ShouldBeNull();
    }

    [Fact]
    public void An_orchestrator_nobody_registered_is_named()
    {
        var execution = new OrchestrationExecution(new DurableTaskRegistry(), "case-1");

        Should.Throw<UnknownOrchestratorException>(() => execution.RunEpisode([EpisodeStarted(Noon), Started("Course_9")])).Name.ShouldBe("Course_9");
    }

    [Fact]
    public void An_orchestrator_that_cannot_be_made_halts_the_instance_instead_of_failing_it()
    {
        var registry = new DurableTaskRegistry().AddOrchestrator("Test", () => throw new InvalidOperationException("a service is missing"));
        var executor = new OrchestrationExecutor(registry);

        Should.Throw<OrchestrationHaltedException>(() => executor.Execute(new OrchestratorRequest { InstanceId = "x", NewEvents = { EpisodeStarted(Noon), Started("Test") } }))
            .Message.ShouldContain("a service is missing");
    }
}
