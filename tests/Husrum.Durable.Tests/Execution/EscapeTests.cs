using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

/// <summary>Code that leaves the orchestrator's thread is caught, and the error names the mistake.</summary>
public sealed class EscapeTests
{
    [Fact]
    public void Awaiting_Task_Run() => Caught(async context =>
    {
        await Task.Run(() => Thread.Sleep(5));
        return await context.CallActivityAsync<int>("A");
    }).ShouldContain("Task.Run");

    [Fact]
    public void Awaiting_Task_Delay() => Caught(async context =>
    {
        await Task.Delay(TimeSpan.FromHours(1));
        return await context.CallActivityAsync<int>("A");
    }).ShouldContain("Task.Delay");

    [Fact]
    public void Awaiting_Task_Delay_after_a_wait_that_was_cancelled() => Caught(async context =>
    {
        using var cancel = new CancellationTokenSource();
        _ = context.WaitForExternalEvent<int>("e", cancel.Token);
        _ = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
        cancel.Cancel();
        await Task.Delay(TimeSpan.FromHours(1));
        return 0;
    }).ShouldContain("Task.Delay");

    [Fact]
    public void Awaiting_a_task_that_nobody_completes() => Caught(async _ =>
    {
        await new TaskCompletionSource().Task;
        return 0;
    }).ShouldContain("nobody completes");

    [Fact]
    public void Calling_the_context_after_ConfigureAwait_false() => Caught(async context =>
    {
        await context.CallActivityAsync<int>("A").ConfigureAwait(false);
        return await context.CallActivityAsync<int>("B");
    }).ShouldContain("ConfigureAwait(false)");

    [Fact]
    public void Calling_the_context_in_ContinueWith() => Caught(context =>
        context.CallActivityAsync<int>("A").ContinueWith(_ => context.CallActivityAsync<int>("B"), TaskContinuationOptions.ExecuteSynchronously).Unwrap())
        .ShouldContain("ContinueWith");

    [Fact]
    public void Calling_the_context_on_another_thread() => Caught(context =>
    {
        Exception? inThread = null;
        var thread = new Thread(() => inThread = Record.Exception(() => { _ = context.CallActivityAsync<int>("B"); }));
        thread.Start();
        thread.Join();
        inThread.ShouldBeOfType<EscapedContinuationException>();
        return Task.FromResult(0);
    }).ShouldContain("another thread");

    [Fact]
    public void Async_void() => Caught(context =>
    {
        FireAndForget(context);
        return context.CallActivityAsync<int>("B");

        static async void FireAndForget(TaskOrchestrationContext context) => await context.CallActivityAsync("A");
    }).ShouldContain("async void");

    [Fact]
    public void Catching_the_error_does_not_hide_it() => Caught(async context =>
    {
        await context.CallActivityAsync<int>("A").ConfigureAwait(false);
        try
        {
            return await context.CallActivityAsync<int>("B");
        }
        catch (Exception)
        {
            return 0;
        }
    }).ShouldContain("ConfigureAwait(false)");

    [Fact]
    public async Task A_delay_beside_a_durable_wait_is_caught_at_the_next_event()
    {
        var delay = new TaskCompletionSource();
        var execution = Execution(async context =>
        {
            var wait = context.WaitForExternalEvent<int>("e");
            await Task.WhenAny(wait, delay.Task);
            return 0;
        });
        execution.RunEpisode([EpisodeStarted(Noon), Started("Test")]).Actions.ShouldBeEmpty();

        // as the timer behind Task.Delay would, from a thread of its own
        await Task.Run(delay.SetResult, TestContext.Current.CancellationToken);

        Should.Throw<EscapedContinuationException>(() => execution.RunEpisode([EpisodeStarted(Noon), Raised("e", 1)])).Message.ShouldContain("Task.Delay");
    }

    [Fact]
    public async Task A_token_that_cancels_itself_is_caught()
    {
        using var clock = new CancellationTokenSource();
        var execution = Execution(context => context.WaitForExternalEvent<int>("e", clock.Token));
        execution.RunEpisode([EpisodeStarted(Noon), Started("Test")]).Actions.ShouldBeEmpty();

        // as CancelAfter would, from outside
        await Task.Run(clock.Cancel, TestContext.Current.CancellationToken);

        Should.Throw<EscapedContinuationException>(() => execution.RunEpisode([EpisodeStarted(Noon), Raised("e", 1)])).Message.ShouldContain("CancelAfter");
    }

    [Fact]
    public void ConfigureAwait_false_in_a_helper_that_does_not_call_the_context_stays_on_the_thread()
    {
        var thread = Environment.CurrentManagedThreadId;
        var (instance, _) = Instance.Start(async context =>
        {
            var n = await Plus(context.CallActivityAsync<int>("A"));
            Environment.CurrentManagedThreadId.ShouldBe(thread);
            return await context.CallActivityAsync<int>("B", n);

            static async Task<int> Plus(Task<int> task) => await task.ConfigureAwait(false) + 1;
        });

        instance.Episode(Done(0, 1)).Short().ShouldBe(["1:B[2]"]);
    }

    [Fact]
    public void Yielding_is_harmless()
    {
        var (_, first) = Instance.Start(async context =>
        {
            for (var i = 0; i < 100; i++)
                await Task.Yield();
            context.SetCustomStatus("yielded");
            return 1;
        });

        first.Result().ShouldBe("1");
    }

    [Fact]
    public void The_callers_own_synchronisation_context_plays_no_part_and_is_put_back()
    {
        var own = new OwnContext();
        var before = SynchronizationContext.Current;
        var execution = Execution(async context => await context.CallActivityAsync<int>("A").ConfigureAwait(false));
        SynchronizationContext.SetSynchronizationContext(own);
        try
        {
            execution.RunEpisode([EpisodeStarted(Noon), Started("Test")]).Short().ShouldBe(["0:A[null]"]);
            SynchronizationContext.Current.ShouldBeSameAs(own);
            execution.RunEpisode([EpisodeStarted(Noon), Done(0, 7)]).Result().ShouldBe("7");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public void An_execution_can_go_from_thread_to_thread_between_episodes()
    {
        var execution = Execution(async context => await context.CallActivityAsync<int>("A") + await context.CallActivityAsync<int>("B"));
        OnThread(() => execution.RunEpisode([EpisodeStarted(Noon), Started("Test")]));
        OnThread(() => execution.RunEpisode([EpisodeStarted(Noon), Done(0, 1)]));
        OnThread(() => execution.RunEpisode([EpisodeStarted(Noon), Done(1, 2)])).Result().ShouldBe("3");

        static T OnThread<T>(Func<T> run)
        {
            T result = default!;
            var thread = new Thread(() => result = run());
            thread.Start();
            thread.Join();
            return result;
        }
    }

    private static string Caught(Func<TaskOrchestrationContext, Task<int>> run)
    {
        var execution = Execution(run);
        var escape = Should.Throw<EscapedContinuationException>(() =>
        {
            execution.RunEpisode([EpisodeStarted(Noon), Started("Test")]);
            execution.RunEpisode([EpisodeStarted(Noon), Done(0, 1)]);
        });
        // and the execution stays unusable
        Should.Throw<EscapedContinuationException>(() => execution.RunEpisode([EpisodeStarted(Noon), Done(1, 1)]));
        return escape.Message;
    }

    private static OrchestrationExecution Execution(Func<TaskOrchestrationContext, Task<int>> run) =>
        new(new DurableTaskRegistry().AddOrchestratorFunc<string?, int>("Test", (context, _) => run(context)), Instance.Id);

    private sealed class OwnContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => throw new InvalidOperationException("The executor posted to its caller.");
    }
}
