using Husrum.Durable.Protocol;
using static Husrum.Durable.Tests.Execution.Events;

namespace Husrum.Durable.Tests.Execution;

public sealed class NumberingTests
{
    [Fact]
    public void One_number_runs_through_tasks_timers_children_sent_events_and_the_end()
    {
        var (instance, first) = Instance.Start(async context =>
        {
            var a = context.CallActivityAsync<int>("A");
            var timer = context.CreateTimer(TimeSpan.FromSeconds(5), CancellationToken.None);
            var child = context.CallSubOrchestratorAsync<int>("C", null, new TaskOptions(InstanceId: "kid"));
            context.SendEvent("other", "hello", 1);
            await Task.WhenAll(a, timer, child);
            return "done";
        });

        first.Short().ShouldBe(["0:A[null]", "1:timer 12:00:05", "2:child C=kid", "3:send hello>other"]);
        instance.Episode(ChildDone(2, 1), Fired(1), Done(0, 1)).Short().ShouldBe(["4:Completed \"done\""]);
    }

    [Fact]
    public void Guids_are_the_sdks_own_for_instance_time_and_count()
    {
        var (_, first) = Instance.Start(context => Task.FromResult(new[] { context.NewGuid(), context.NewGuid() }));

        // the captures hold values of the official executor; here only what a version 5 GUID must look like
        var guids = DataConverter.Deserialize<Guid[]>(first.Result())!;
        guids.ShouldBeUnique();
        guids.ShouldAllBe(guid => guid.Version == 5);
    }

    [Fact]
    public void A_child_without_a_chosen_id_gets_a_guid_of_the_parents()
    {
        var (_, first) = Instance.Start(async context =>
        {
            context.SetCustomStatus(context.NewGuid().ToString("N"));
            return await context.CallSubOrchestratorAsync<int>("C");
        });

        var child = first.Actions.ShouldHaveSingleItem().CreateSubOrchestration;
        Guid.TryParseExact(child.InstanceId, "N", out var id).ShouldBeTrue();
        id.Version.ShouldBe(5);
        first.CustomStatus.ShouldNotContain(child.InstanceId);
    }

    [Fact]
    public void The_version_goes_with_all_that_the_instance_calls()
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<string?, string>("Test", async (context, _) =>
        {
            await Task.WhenAll(context.CallActivityAsync("A"), context.CallSubOrchestratorAsync("C"));
            return context.Version;
        }));

        var first = instance.Episode(Started("Test", version: "7"));

        first.Actions[0].ScheduleTask.Version.ShouldBe("7");
        first.Actions[1].CreateSubOrchestration.Version.ShouldBe("7");
        instance.Episode(Done(0), ChildDone(1)).Result().ShouldBe("\"7\"");
    }

    [Fact]
    public void The_code_sees_its_name_id_parent_and_input()
    {
        var instance = new Instance(new DurableTaskRegistry().AddOrchestratorFunc<int, string>("Test", (context, input) =>
            Task.FromResult($"{context.Name} {context.InstanceId} {context.Parent?.Name}/{context.Parent?.InstanceId} {input} {context.GetInput<long>()}")));

        var parent = new ParentInstanceInfo { Name = "Mother", OrchestrationInstance = new() { InstanceId = "m-1" } };
        instance.Episode(Started("test", 4, parent: parent)).Result().ShouldBe("\"test case-1 Mother/m-1 4 4\"");
    }
}
