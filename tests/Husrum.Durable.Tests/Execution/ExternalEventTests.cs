using System.Text.Json;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class ExternalEventTests
{
    [Fact]
    public void An_event_that_came_before_the_wait_is_taken_at_once()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            return await context.WaitForExternalEvent<string>("yes");
        });

        instance.Episode(Raised("yes", "early")).Actions.ShouldBeEmpty();
        instance.Episode(Done(0)).Result().ShouldBe("\"early\"");
    }

    [Fact]
    public void An_event_that_came_before_the_start_is_taken_too()
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<string?, string>("Test", (context, _) => context.WaitForExternalEvent<string>("yes")));

        instance.Episode(Raised("yes", "before"), Started("Test")).Result().ShouldBe("\"before\"");
    }

    [Fact]
    public void Names_are_the_same_whatever_their_case()
    {
        var (instance, _) = Instance.Start(async context => await context.WaitForExternalEvent<int>("Approve") + await context.WaitForExternalEvent<int>("APPROVE"));

        instance.Episode(Raised("approve", 1), Raised("aPPROVE", 2)).Result().ShouldBe("3");
    }

    [Fact]
    public void Events_of_one_name_are_taken_in_the_order_they_came()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            var all = new List<int>();
            for (var i = 0; i < 4; i++)
                all.Add(await context.WaitForExternalEvent<int>("n"));
            return all;
        });

        instance.Episode(Raised("n", 1), Raised("other", 9), Raised("n", 2));
        instance.Episode(Raised("n", 3), Done(0), Raised("n", 4)).Result().ShouldBe("[1,2,3,4]");
    }

    [Fact]
    public void Of_several_waits_for_one_name_the_oldest_gets_the_first_event()
    {
        // the official SDK serves the youngest wait first
        var (instance, _) = Instance.Start(context => Task.WhenAll(
            context.WaitForExternalEvent<string>("e"), context.WaitForExternalEvent<string>("e"), context.WaitForExternalEvent<string>("e")));

        instance.Episode(Raised("e", "one"), Raised("e", "two")).Actions.ShouldBeEmpty();
        instance.Episode(Raised("e", "three")).Result().ShouldBe("""["one","two","three"]""");
    }

    [Fact]
    public void The_lost_decision_is_not_lost()
    {
        // In the official SDK the first wait, timed out, still takes the event that comes while the reminder runs; the second never sees it.
        var (instance, first) = Instance.Start(async context =>
        {
            for (var reminders = 0; ; reminders++)
            {
                try
                {
                    return $"{await context.WaitForExternalEvent<string>("approve", TimeSpan.FromSeconds(1))} after {reminders}";
                }
                catch (TaskCanceledException)
                {
                    await context.CallActivityAsync("Remind", reminders);
                }
            }
        });

        first.Short().ShouldBe(["0:timer 12:00:01"]);
        instance.Episode(Fired(0)).Short().ShouldBe(["1:Remind[0]"]);
        instance.Episode(Raised("approve", "yes")).Actions.ShouldBeEmpty();
        instance.Episode(Done(1)).Short().ShouldBe(["2:timer 12:00:01", "3:Completed \"yes after 1\""]);
    }

    [Fact]
    public void When_the_time_runs_out_before_the_event_in_one_episode_the_event_is_kept()
    {
        var (instance, _) = Instance.Start(WaitTwice);

        instance.Episode(Fired(0), Raised("e", "late")).Result().ShouldBe("\"timed out, then late\"");
    }

    [Fact]
    public void When_the_event_comes_before_the_time_runs_out_in_one_episode_the_event_counts()
    {
        var (instance, _) = Instance.Start(WaitTwice);

        instance.Episode(Raised("e", "in time"), Fired(0)).Result().ShouldBe("\"in time\"");
    }

    [Fact]
    public void A_cancelled_wait_takes_nothing()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            using var cancel = new CancellationTokenSource();
            var abandoned = context.WaitForExternalEvent<string>("e", cancel.Token);
            await context.CallActivityAsync("A");
            cancel.Cancel();
            await context.CallActivityAsync("B");
            return $"{abandoned.IsCanceled} {await context.WaitForExternalEvent<string>("e")}";
        });

        instance.Episode(Done(0), Raised("e", "kept"));
        instance.Episode(Done(1)).Result().ShouldBe("\"True kept\"");
    }

    [Fact]
    public void A_wait_with_a_cancelled_token_takes_nothing_even_if_the_event_is_there()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            var dead = context.WaitForExternalEvent<string>("e", new CancellationToken(canceled: true));
            return $"{dead.IsCanceled} {await context.WaitForExternalEvent<string>("e")}";
        });

        instance.Episode(Raised("e", "kept"), Done(0)).Result().ShouldBe("\"True kept\"");
    }

    [Fact]
    public void The_callers_token_ends_a_wait_with_a_time_limit_and_its_timer()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            using var cancel = new CancellationTokenSource();
            var wait = context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(1), cancel.Token);
            await context.CallActivityAsync("A");
            cancel.Cancel();
            await Task.WhenAny(wait);
            await context.CallActivityAsync("B");
            return wait.IsCanceled;
        });

        instance.Episode(Done(1)).Short().ShouldBe(["2:B[null]"]);
        instance.Live.TakeCancelledTimers().ShouldBe([0]);
        instance.Episode(Done(2)).Result().ShouldBe("true");
    }

    [Fact]
    public void A_thousand_waits_given_up_leave_the_event_for_the_one_that_lives()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                using var cancel = new CancellationTokenSource();
                _ = context.WaitForExternalEvent<string>("e", cancel.Token);
                cancel.Cancel();
            }

            return await context.WaitForExternalEvent<string>("e");
        });

        instance.Episode(Raised("e", "here")).Result().ShouldBe("\"here\"");
    }

    [Fact]
    public void A_payload_that_cannot_be_read_is_an_error_at_the_wait_that_took_it()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            try
            {
                return (await context.WaitForExternalEvent<int>("e")).ToString();
            }
            catch (JsonException e)
            {
                return $"{e.Message} Then: {await context.WaitForExternalEvent<int>("e")}";
            }
        });

        instance.Episode(Raised("e", "seventeen")).Actions.ShouldBeEmpty();
        instance.Episode(Raised("e", 18)).Result().ShouldBe("\"The event \\u0027e\\u0027 came with a payload that cannot be read as Int32. Then: 18\"");
    }

    [Fact]
    public void A_payload_that_cannot_be_read_and_nobody_catches_ends_the_instance_without_quoting_it()
    {
        var (instance, _) = Instance.Start(context => context.WaitForExternalEvent<int>("e"));

        var completion = instance.Episode(RaisedRaw("e", "\"secret\"")).Completion();

        completion.OrchestrationStatus.ShouldBe(Protocol.OrchestrationStatus.Failed);
        completion.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void An_event_without_a_payload_is_the_types_default()
    {
        var (instance, _) = Instance.Start(async context => $"[{await context.WaitForExternalEvent<string>("a")}] {await context.WaitForExternalEvent<int>("b")}");

        instance.Episode(RaisedRaw("a", null), RaisedRaw("b", null)).Result().ShouldBe("\"[] 0\"");
    }

    private static async Task<string> WaitTwice(TaskOrchestrationContext context)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("e", TimeSpan.FromSeconds(1));
        }
        catch (TaskCanceledException)
        {
            return $"timed out, then {await context.WaitForExternalEvent<string>("e")}";
        }
    }
}
