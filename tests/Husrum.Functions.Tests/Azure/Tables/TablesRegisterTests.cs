using Husrum.Core.Register;
using Husrum.Functions.Azure.Tables;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Tables;

public sealed class TablesRegisterTests(Azurite azurite) : RegisterConformance
{
    private TableBench _bench = null!;

    [Fact]
    public async Task A_write_that_went_well_leaves_nothing_of_the_registers_own()
    {
        await Done(Batch().Insert("a", Plain("one")).Index("ix-things", "x", Plain("i")));
        await Register.CommitAsync(Batch().Insert("a", Plain("two")).Index("ix-things", "y", Plain("j")), Cancellation);
        (await _bench.KeysAsync("case:1")).ShouldBe(["a"]);
        (await _bench.KeysAsync("ix-things")).ShouldBe(["x"]);
        (await _bench.KeysAsync(UnfinishedWrite.Place)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_committed_is_there_for_another_host()
    {
        await Done(Batch().Insert("a", Plain("one")));
        (await _bench.Register().GetAsync<Thing>("case:1", "a", Cancellation))!.Value.Name.ShouldBe("one");
    }

    [Fact]
    public async Task Every_character_a_key_may_hold_goes_there_and_back()
    {
        foreach (var letter in Enumerable.Range(' ', '~' - ' ' + 1).Select(c => ((char)c).ToString()).Where(RegisterKey.IsKey))
            await Done(new RegisterBatch($"p{letter}p").Insert($"r{letter}r", Plain(letter)).Index("ix-letters", $"{letter}|", Plain(letter)));
        foreach (var letter in Enumerable.Range(' ', '~' - ' ' + 1).Select(c => ((char)c).ToString()).Where(RegisterKey.IsKey))
        {
            (await Register.GetAsync<Thing>($"p{letter}p", $"r{letter}r", Cancellation))!.Value.Name.ShouldBe(letter);
            var found = new List<string>();
            await foreach (var row in Register.QueryAsync<Thing>($"p{letter}p", $"r{letter}", cancellation: Cancellation))
                found.Add(row.Row);
            found.ShouldBe([$"r{letter}r"]);
        }
    }

    [Fact]
    public async Task Starts_and_events_are_not_swallowed() =>
        await Should.ThrowAsync<NotSupportedException>(() => _bench.Register().CommitAsync(Batch().Raise("c-1", "go", null), Cancellation));

    protected override async Task<IRegister> OpenAsync(Action<HubCommand> onCommand)
    {
        _bench = await TableBench.OpenAsync(azurite);
        return new Announcing(_bench.Register(Upcasters), onCommand);
    }

    protected override async Task PlantAsync(string partition, string row, EncodedRecord record)
    {
        using var answer = await _bench.Table.SendAsync(TableChange.Put(partition, new TableRow(row, record)), Cancellation);
        answer.IsOk.ShouldBeTrue();
    }
}
