using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class SuspensionTests
{
    [Fact]
    public void What_comes_while_suspended_waits_for_the_resumption_and_keeps_its_order()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            var seen = new List<string> { await context.CallActivityAsync<string>("A") };
            for (var i = 0; i < 3; i++)
                seen.Add(await context.WaitForExternalEvent<string>("e"));
            return seen;
        });

        instance.Episode(Suspended()).Actions.ShouldBeEmpty();
        instance.Episode(Raised("e", "1"), Done(0, "a")).Actions.ShouldBeEmpty();
        instance.Episode(Raised("e", "2")).Actions.ShouldBeEmpty();
        instance.Episode(Suspended(), Raised("e", "3")).Actions.ShouldBeEmpty();
        instance.Episode(Resumed()).Result().ShouldBe("""["a","1","2","3"]""");
    }

    [Fact]
    public void A_suspension_and_resumption_in_one_episode_change_nothing()
    {
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<int>("A"));

        instance.Episode(Suspended(), Done(0, 7), Resumed()).Result().ShouldBe("7");
    }

    [Fact]
    public void What_was_decided_before_the_suspension_in_the_same_episode_is_carried_out()
    {
        var (instance, _) = Instance.Start(async context => await context.CallActivityAsync<int>("A") + await context.CallActivityAsync<int>("B"));

        instance.Episode(Done(0, 1), Suspended()).Short().ShouldBe(["1:B[null]"]);
        instance.Episode(Done(1, 2)).Actions.ShouldBeEmpty();
        instance.Episode(Resumed()).Result().ShouldBe("3");
    }

    [Fact]
    public void An_instance_suspended_before_it_has_begun_begins_when_resumed()
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<int, int>("Test", (_, input) => Task.FromResult(input)));

        instance.Episode(Suspended(), Started("Test", 5)).Actions.ShouldBeEmpty();
        instance.Episode(Resumed()).Result().ShouldBe("5");
    }

    [Fact]
    public void A_suspended_instance_can_be_terminated()
    {
        var (instance, _) = Instance.Start(context => context.CallActivityAsync<int>("A"));

        instance.Episode(Suspended());
        instance.Episode(Done(0, 1), Terminated("out")).Short().ShouldBe(["1:Terminated \"out\""]);
    }

    [Fact]
    public void The_code_sees_the_time_of_the_resumption()
    {
        var (instance, _) = Instance.Start(async context =>
        {
            await context.CallActivityAsync("A");
            return context.CurrentUtcDateTime;
        });

        instance.Episode(Suspended(), Done(0));
        instance.Now = Noon.AddDays(1);
        instance.Episode(Resumed()).Result().ShouldBe("\"2026-09-01T12:00:00Z\"");
    }
}
