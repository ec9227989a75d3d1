using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class TimerTests
{
    [Fact]
    public void A_timer_a_year_away_is_one_timer()
    {
        var (instance, first) = Instance.Start(async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddYears(1), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });

        first.Actions.ShouldHaveSingleItem().CreateTimer.FireAt.ToDateTime().ShouldBe(Noon.AddYears(1));
        instance.Now = Noon.AddYears(1).AddSeconds(1);
        instance.Episode(Fired(0)).Result().ShouldBe("\"2027-08-31T12:00:01Z\"");
    }

    [Fact]
    public void A_timer_of_seven_days_is_three_legs_where_three_days_is_the_limit()
    {
        var (instance, first) = Instance.Start<string?, string>(
            async (context, _) =>
            {
                await context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
                return "woke";
            },
            null,
            new OrchestrationExecutorOptions { MaximumTimerInterval = TimeSpan.FromDays(3) });

        Due(first).ShouldBe(Noon.AddDays(3));
        instance.Now = Noon.AddDays(3);
        Due(instance.Episode(Fired(0))).ShouldBe(Noon.AddDays(6));
        // a leg that fired late does not move the end
        instance.Now = Noon.AddDays(6.5);
        Due(instance.Episode(Fired(1))).ShouldBe(Noon.AddDays(7));
        instance.Episode(Fired(2)).Result().ShouldBe("\"woke\"");
    }

    [Fact]
    public void A_time_without_a_kind_is_utc_and_a_local_one_is_refused()
    {
        var (_, first) = Instance.Start(async context =>
        {
            _ = context.CreateTimer(new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Unspecified), CancellationToken.None);
            await context.CreateTimer(new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Local), CancellationToken.None);
            return 0;
        });

        Due(first).ShouldBe(new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc));
        first.Completion().FailureDetails.ErrorType.ShouldBe("System.ArgumentException");
    }

    [Fact]
    public void A_cancelled_timer_ends_as_cancelled_and_its_firing_is_nobodys()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
            await context.CallActivityAsync("A");
            cancel.Cancel();
            try
            {
                await timer;
            }
            catch (TaskCanceledException)
            {
                await context.CallActivityAsync("B");
            }

            return timer.IsCanceled;
        });

        instance.Episode(Done(1)).Short().ShouldBe(["2:B[null]"]);
        instance.Live.TakeCancelledTimers().ShouldBe([0]);
        instance.Live.TakeCancelledTimers().ShouldBeEmpty();
        instance.Episode(Fired(0)).Actions.ShouldBeEmpty();
        instance.Episode(Done(2)).Result().ShouldBe("true");
    }

    [Fact]
    public void A_timer_that_has_fired_cannot_be_cancelled_any_more()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromSeconds(1), cancel.Token);
            await timer;
            cancel.Cancel();
            return timer.IsCompletedSuccessfully;
        });

        instance.Episode(Fired(0)).Result().ShouldBe("true");
        instance.Live.TakeCancelledTimers().ShouldBeEmpty();
    }

    [Fact]
    public void A_timer_made_with_a_cancelled_token_is_decided_and_cancelled_at_once_as_in_the_sdk()
    {
        var (_, first) = Instance.Start(async context =>
        {
            var timer = context.CreateTimer(TimeSpan.FromSeconds(1), new CancellationToken(canceled: true));
            await Task.WhenAny(timer);
            return timer.IsCanceled;
        });

        first.Short().ShouldBe(["0:timer 12:00:01", "1:Completed true"]);
    }

    [Fact]
    public void The_time_is_that_of_the_episode_for_all_that_runs_in_it()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            var before = context.CurrentUtcDateTime;
            await context.CallActivityAsync("A");
            return new[] { before, context.CurrentUtcDateTime };
        });

        instance.Now = Noon.AddMinutes(3);
        instance.Episode(Done(0)).Result().ShouldBe("""["2026-08-31T12:00:00Z","2026-08-31T12:03:00Z"]""");
    }

    private static DateTime Due(OrchestratorResponse response) => response.Actions[0].CreateTimer.FireAt.ToDateTime();
}
