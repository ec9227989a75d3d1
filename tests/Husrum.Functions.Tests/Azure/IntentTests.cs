using Husrum.Core.Register;
using Husrum.Durable.Client;
using Husrum.Functions.Azure;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure;

/// <summary>Record and event are not one transaction here: what a crash leaves in each gap between them, the sweep of the next process finishes.</summary>
public sealed class IntentTests
{
    private const int Unavailable = 14;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nothing_goes_wrong_the_event_is_raised_at_once_and_nothing_is_left()
    {
        await using var world = await IntentWorld.StartAsync();
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", "begun, ").Raise("c1-g1", "said", "go"));
        (await world.RunAsync("c1-g1"))!.SerializedOutput.ShouldBe("\"begun, go\"");
        (await world.LeftAsync()).ShouldBeEmpty();
        (await world.Store.QueryAsync<Thing>("case:1", cancellation: Cancellation).CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_crash_between_the_write_and_the_event_the_sweep_raises_it()
    {
        await using var world = await IntentWorld.StartAsync();
        world.HubIsKnown = false; // as good as dead right after the write
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", "").Raise("c1-g1", "said", "late"));
        (await world.RunAsync("c1-g1")).ShouldBeNull();
        (await world.LeftAsync()).ShouldHaveSingleItem();

        world.HubIsKnown = true;
        world.StartProcess();
        (await world.Raiser.SweepAsync(Cancellation)).ShouldBe(0);
        (await world.RunAsync("c1-g1"))!.SerializedOutput.ShouldBe("\"late\"");
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_crash_between_the_event_and_the_removal_of_its_mark_it_is_raised_again_and_that_does_no_harm()
    {
        await using var world = await IntentWorld.StartAsync();
        world.Store.DiesAt = batch => batch.Changes is [{ Record: null }]; // the removal
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", "once, ").Raise("c1-g1", "said", "heard"));
        (await world.RunAsync("c1-g1"))!.SerializedOutput.ShouldBe("\"once, heard\"");
        (await world.LeftAsync()).ShouldHaveSingleItem();

        world.StartProcess();
        (await world.Raiser.SweepAsync(Cancellation)).ShouldBe(0);
        (await world.RunAsync("c1-g1"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        world.Runs.ShouldBe(1); // a completed id would run again, if it were started again
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hub_that_is_away_makes_nobodys_write_fail()
    {
        await using var world = await IntentWorld.StartAsync();
        world.Home.App.Rpc.Trouble = (Unavailable, int.MaxValue);
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", ""));
        (await world.LeftAsync()).ShouldHaveSingleItem();
        world.Log.Troubles.ShouldContain(line => line.Contains("case:1") && line.Contains("housekeeping"));

        world.Home.App.Rpc.Trouble = default;
        await world.Raiser.SweepAsync(Cancellation);
        (await world.RunAsync("c1-g1"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_does_not_overtake_the_start_of_its_instance_that_is_still_to_be_raised()
    {
        await using var world = await IntentWorld.StartAsync();
        world.HubIsKnown = false;
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", ""));
        world.Machine.Now += TimeSpan.FromSeconds(1);
        world.HubIsKnown = true;
        await SayAsync(world, Case("1").Insert("answer", Plain()).Raise("c1-g1", "said", "yes")); // another process, another request
        (await world.RunAsync("c1-g1"))!.SerializedOutput.ShouldBe("\"yes\"");
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_to_an_instance_that_is_not_there_yet_waits_for_it()
    {
        await using var world = await IntentWorld.StartAsync();
        await SayAsync(world, Case("list").Insert("record", Plain()).Raise("c1-g1", "said", "paid")); // the start is recorded with another case
        (await world.LeftAsync()).ShouldHaveSingleItem();
        (await world.Raiser.SweepAsync(Cancellation)).ShouldBe(1);
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", ""));
        (await world.Raiser.SweepAsync(Cancellation)).ShouldBe(0);
        (await world.RunAsync("c1-g1"))!.SerializedOutput.ShouldBe("\"paid\"");
    }

    [Fact]
    public async Task An_event_that_nobody_ever_starts_to_wait_for_is_dropped_after_a_day()
    {
        await using var world = await IntentWorld.StartAsync();
        await SayAsync(world, Case("1").Insert("record", Plain()).Raise("gone-g1", "said", "x"));
        world.Machine.Now += IntentRaiser.UnknownFor - TimeSpan.FromSeconds(1);
        (await world.Raiser.SweepAsync(Cancellation)).ShouldBe(1);
        world.Machine.Now += TimeSpan.FromSeconds(1);
        (await world.Raiser.SweepAsync(Cancellation)).ShouldBe(0);
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_to_one_that_has_ended_is_done_with()
    {
        await using var world = await IntentWorld.StartAsync();
        await SayAsync(world, Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", "").Raise("c1-g1", "said", "x"));
        await world.RunAsync("c1-g1");
        await SayAsync(world, Case("1").Insert("late", Plain()).Raise("c1-g1", "said", "too late"));
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_that_is_refused_intends_nothing()
    {
        await using var world = await IntentWorld.StartAsync();
        await SayAsync(world, Case("1").Insert("record", Plain()));
        (await world.Register.CommitAsync(Case("1").Insert("record", Plain()).Start("Case_1", "c1-g1", ""), Cancellation)).ShouldBe(CommitOutcome.Conflict);
        (await world.LeftAsync()).ShouldBeEmpty();
        (await world.RunAsync("c1-g1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_place_in_the_index_whose_row_was_never_written_is_forgotten_after_a_while()
    {
        await using var world = await IntentWorld.StartAsync();
        var place = new IntentPlace("case:1", "intent:0-x", world.Machine.Now);
        await world.Store.CommitAsync(new RegisterBatch("somewhere").Index(Partitions.IntentIndex, IntentPlace.RowOf(place.Partition, place.Row), place), Cancellation);
        await world.Raiser.SweepAsync(Cancellation);
        (await world.LeftAsync()).ShouldHaveSingleItem(); // another process may be about to write it
        world.Machine.Now += TimeSpan.FromMinutes(11);
        await world.Raiser.SweepAsync(Cancellation);
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_sweeps_at_once_start_a_case_once()
    {
        await using var world = await IntentWorld.StartAsync();
        world.HubIsKnown = false;
        foreach (var i in Enumerable.Range(0, 10))
            await SayAsync(world, Case($"{i}").Insert("record", Plain()).Start("Case_1", $"c{i}-g1", ""));
        world.HubIsKnown = true;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Raiser.SweepAsync(Cancellation)));
        await world.Home.SettleAsync();
        world.Runs.ShouldBe(10);
        (await world.LeftAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void Starts_and_events_count_as_a_row_of_the_batch()
    {
        var full = Changes(RegisterBatch.MostChanges - 1).Raise("a", "b", null).Raise("a", "c", null);
        Should.Throw<InvalidOperationException>(() => full.Insert("one more", Plain()));
        Should.Throw<InvalidOperationException>(() => Changes(RegisterBatch.MostChanges).Raise("a", "b", null));
        Intent.Write(full, DateTimeOffset.UnixEpoch, "x").Changes.Count.ShouldBe(RegisterBatch.MostChanges);

        static RegisterBatch Changes(int count) => Enumerable.Range(0, count).Aggregate(Case("1"), (batch, i) => batch.Insert($"r{i}", Plain()));
    }

    private static RegisterBatch Case(string id) => new("case:" + id);

    private static Thing Plain() => new("x", 1);

    private static async Task SayAsync(IntentWorld world, RegisterBatch batch) => (await world.Register.CommitAsync(batch, Cancellation)).ShouldBe(CommitOutcome.Done);
}

/// <summary>What every register promises.</summary>
public sealed class IntentRegisterTests : RegisterConformance
{
    private IntentWorld _world = null!;

    public override async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async Task<IRegister> OpenAsync(Action<HubCommand> onCommand)
    {
        _world = await IntentWorld.StartAsync(Upcasters);
        _world.Register.Committed += batch => batch.Commands.ToList().ForEach(onCommand);
        return _world.Register;
    }

    protected override Task PlantAsync(string partition, string row, EncodedRecord record)
    {
        _world.Plant(partition, row, record);
        return Task.CompletedTask;
    }
}
