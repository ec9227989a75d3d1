using System.Text.Json.Nodes;
using Husrum.Core.Register;

namespace Husrum.Testing;

/// <summary>What every register promises; each home's register runs all of it.</summary>
public abstract class RegisterConformance : IAsyncLifetime
{
    private readonly List<HubCommand> _commands = [];

    protected IReadOnlyList<HubCommand> Commands => _commands;

    protected IRegister Register { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Register = await OpenAsync(_commands.Add);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new register whose upcasters are <see cref="Upcasters"/>.</summary>
    protected abstract Task<IRegister> OpenAsync(Action<HubCommand> onCommand);

    /// <summary>Puts a row as an older (or newer) program would have left it.</summary>
    protected abstract Task PlantAsync(string partition, string row, EncodedRecord record);

    /// <summary>Version 1 had a "title" in one word; 2 calls it "name"; 3 counts.</summary>
    protected static Upcasters Upcasters => new Upcasters()
        .Add("thing", 1, old => new JsonObject { ["name"] = old["title"]!.GetValue<string>() })
        .Add("thing", 2, old =>
        {
            old["count"] = 1;
            return old;
        });

    [Fact]
    public async Task What_is_written_reads_back_with_all_its_types()
    {
        var thing = new Thing("Rødgrød med fløde <&\"'> 🍓", 3)
        {
            At = new DateTimeOffset(2026, 8, 31, 6, 0, 0, TimeSpan.Zero).AddTicks(7),
            Day = new DateOnly(2026, 8, 31),
            Amount = 123.40m,
            Colour = Colour.DarkBlue,
            Notes = new Dictionary<string, string> { ["Æ"] = "ø" },
        };
        await Done(Batch().Insert("a", thing));

        var read = (await Register.GetAsync<Thing>("case:1", "a", Cancellation)).ShouldNotBeNull();
        (read.Partition, read.Row).ShouldBe(("case:1", "a"));
        read.Value.ShouldBe(thing with { Notes = read.Value.Notes });
        read.Value.Notes.ShouldBe(thing.Notes);
        var raw = (await Register.GetAsync<JsonObject>("case:1", "a", Cancellation))!.Value;
        raw["colour"]!.GetValue<string>().ShouldBe("darkBlue");
        raw.ContainsKey("missing").ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_never_written_is_not_there()
    {
        (await Register.GetAsync<Thing>("case:1", "a", Cancellation)).ShouldBeNull();
        (await Rows("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_insert_over_a_row_is_a_conflict_and_writes_nothing()
    {
        await Done(Batch().Insert("a", Plain("one")));
        var clash = Batch().Put("b", Plain("two")).Insert("a", Plain("three")).Index("ix-things", "x", Plain("i")).Raise("instance", "event", null);
        (await Register.CommitAsync(clash, Cancellation)).ShouldBe(CommitOutcome.Conflict);
        (await Rows("")).ShouldBe(["a=one"]);
        (await Register.GetAsync<Thing>("ix-things", "x", Cancellation)).ShouldBeNull();
        Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_replace_needs_the_version_that_was_read()
    {
        await Done(Batch().Insert("a", Plain("one")));
        var first = (await Register.GetAsync<Thing>("case:1", "a", Cancellation))!;
        await Done(Batch().Replace("a", Plain("two"), first.ETag));
        (await Register.CommitAsync(Batch().Replace("a", Plain("three"), first.ETag), Cancellation)).ShouldBe(CommitOutcome.Conflict);
        (await Register.CommitAsync(Batch().Replace("missing", Plain("three"), first.ETag), Cancellation)).ShouldBe(CommitOutcome.Conflict);
        (await Rows("")).ShouldBe(["a=two"]);
    }

    [Fact]
    public async Task A_version_never_comes_back_not_even_with_a_new_row_of_the_same_name()
    {
        await Done(Batch().Insert("a", Plain("one")));
        var first = (await Register.GetAsync<Thing>("case:1", "a", Cancellation))!;
        await Done(Batch().Delete("a"));
        await Done(Batch().Insert("a", Plain("one")));
        (await Register.CommitAsync(Batch().Delete("a", first.ETag), Cancellation)).ShouldBe(CommitOutcome.Conflict);
    }

    [Fact]
    public async Task A_delete_without_version_is_content_with_nothing_and_with_one_it_is_not()
    {
        await Done(Batch().Delete("a"));
        await Done(Batch().Insert("a", Plain("one")));
        var row = (await Register.GetAsync<Thing>("case:1", "a", Cancellation))!;
        await Done(Batch().Delete("a", row.ETag));
        (await Register.CommitAsync(Batch().Delete("a", row.ETag), Cancellation)).ShouldBe(CommitOutcome.Conflict);
    }

    [Fact]
    public async Task Queries_go_in_ordinal_order_within_prefix_and_end()
    {
        string[] rows = ["event:2", "event:10", "event:1", "Event:9", "event;", "event", "notice:1", "event:~", "a b|c"];
        var batch = Batch();
        foreach (var row in rows)
            batch.Insert(row, Plain(row));
        await Done(batch);
        await Done(new RegisterBatch("case:10").Insert("event:1", Plain("another case")));

        (await Keys("")).ShouldBe(rows.Order(StringComparer.Ordinal));
        (await Keys("event:")).ShouldBe(["event:1", "event:10", "event:2", "event:~"]);
        (await Keys("event:", through: "event:10")).ShouldBe(["event:1", "event:10"]);
        (await Keys("event:", through: "event:19")).ShouldBe(["event:1", "event:10"]);
        (await Keys("", through: "a")).ShouldBe(["Event:9"]);
        (await Keys("zebra")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_partition_reads_to_its_end()
    {
        for (var i = 0; i < 1_001; i += 91)
        {
            var batch = Batch();
            for (var n = i; n < i + 91; n++)
                batch.Insert($"row:{n:D4}", Plain(n.ToString()));
            await Done(batch);
        }

        (await Keys("row:")).ShouldBe(Enumerable.Range(0, 1_001).Select(n => $"row:{n:D4}"));
    }

    [Fact]
    public async Task Index_rows_starts_and_events_come_with_their_batch()
    {
        await Done(Batch().Insert("a", Plain("one")).Index("ix-things", "x", Plain("i")).Start("Course_1", "c-1", "c").Raise("c-1", "go", 7));
        (await Register.GetAsync<Thing>("ix-things", "x", Cancellation))!.Value.Name.ShouldBe("i");
        await Done(Batch().Unindex("ix-things", "x").Index("ix-things", "y", Plain("j")));
        (await Register.GetAsync<Thing>("ix-things", "x", Cancellation)).ShouldBeNull();
        Commands.Select(c => (c.Orchestrator, c.InstanceId, c.EventName)).ShouldBe([("Course_1", "c-1", null), (null, "c-1", "go")]);
    }

    [Fact]
    public async Task Of_fifty_that_change_a_row_at_once_one_does()
    {
        await Done(Batch().Insert("a", Plain("zero")));
        var read = (await Register.GetAsync<Thing>("case:1", "a", Cancellation))!;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => Register.CommitAsync(Batch().Replace("a", Plain(i.ToString()), read.ETag).Insert($"by:{i}", Plain("winner")), Cancellation), Cancellation)));
        outcomes.Count(o => o == CommitOutcome.Done).ShouldBe(1);
        (await Keys("by:")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Old_records_are_brought_up_when_read()
    {
        await PlantAsync("case:1", "old", new EncodedRecord("thing", 1, """{"title":"Gammel"}"""));
        await PlantAsync("case:1", "older", new EncodedRecord("thing", 2, """{"name":"Mellem"}"""));
        (await Register.GetAsync<Thing>("case:1", "old", Cancellation))!.Value.ShouldBe(new Thing("Gammel", 1));
        (await Rows("old")).ShouldBe(["old=Gammel", "older=Mellem"]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_without_repeating_it()
    {
        await PlantAsync("case:1", "newer", new EncodedRecord("thing", 4, """{"name":"hemmelig"}"""));
        await PlantAsync("case:1", "other", new EncodedRecord("stranger", 1, """{"name":"hemmelig"}"""));
        await PlantAsync("case:1", "broken", new EncodedRecord("thing", 3, """{"name":"x","count":"hemmelig"}"""));
        foreach (var row in new[] { "newer", "other", "broken" })
            (await Should.ThrowAsync<RegisterException>(() => Register.GetAsync<Thing>("case:1", row, Cancellation))).ToString().ShouldNotContain("hemmelig");
    }

    [Fact]
    public async Task A_record_without_a_kind_is_refused_and_nothing_is_written()
    {
        await Should.ThrowAsync<RegisterException>(() => Register.CommitAsync(Batch().Insert("a", Plain("one")).Insert("b", "just text"), Cancellation));
        (await Rows("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deletion_of_nothing_keeps_the_rest_of_its_batch_from_nothing()
    {
        await Done(Batch().Insert("a", Plain("one")).Delete("missing").Delete("gone"));
        (await Rows("")).ShouldBe(["a=one"]);
        (await Register.CommitAsync(Batch().Delete("missing").Replace("b", Plain("two"), "W/\"datetime'2026-08-31T06%3A00%3A00Z'\""), Cancellation)).ShouldBe(CommitOutcome.Conflict);
        (await Rows("")).ShouldBe(["a=one"]);
    }

    [Fact]
    public async Task A_batch_as_large_as_one_may_be_is_written_whole()
    {
        var batch = Batch();
        for (var n = 0; n < RegisterBatch.MostChanges; n++)
            batch.Insert($"row:{n:D2}", Plain(n.ToString())).Index("ix-things", $"{n:D2}", Plain("i"));
        await Done(batch);
        (await Keys("row:")).Count.ShouldBe(RegisterBatch.MostChanges);
        var clearing = Batch();
        for (var n = 0; n < RegisterBatch.MostChanges; n++)
            clearing.Delete($"row:{n:D2}").Unindex("ix-things", $"{n:D2}");
        await Done(clearing);
        (await Rows("")).ShouldBeEmpty();
        (await Register.GetAsync<Thing>("ix-things", "00", Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData(31_900)]
    [InlineData(32_010)]
    [InlineData(440_000)]
    public async Task A_large_record_reads_back_whole(int length)
    {
        var name = new string('ø', length) + "🍓 \"æ\"";
        await Done(Batch().Insert("a", Plain(name)).Insert("b", Plain("x" + name)));
        (await Register.GetAsync<Thing>("case:1", "a", Cancellation))!.Value.Name.ShouldBe(name);
        (await Rows("b")).ShouldBe(["b=x" + name]);
    }

    [Fact]
    public async Task What_is_too_large_for_a_row_or_a_batch_is_refused_and_nothing_is_written()
    {
        await Should.ThrowAsync<RegisterException>(() => Register.CommitAsync(Batch().Insert("a", Plain("one")).Insert("b", Plain(new string('x', RegisterJson.LargestRow))), Cancellation));
        var third = Plain(new string('x', 400_000));
        await Should.ThrowAsync<RegisterException>(() => Register.CommitAsync(Batch().Insert("a", third).Insert("b", third).Insert("c", third), Cancellation));
        await Should.ThrowAsync<RegisterException>(() => Register.CommitAsync(Batch().Insert("a", Plain("one")).Index("ix-things", "x", Plain(new string('x', RegisterJson.LargestRow))), Cancellation));
        (await Rows("")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../a")]
    [InlineData("a%2fb")]
    [InlineData("a\u0000")]
    [InlineData("blåbær")]
    public async Task What_can_be_no_key_is_not_found(string text)
    {
        await Done(Batch().Insert("a", Plain("one")).Insert("a'b", Plain("two")));
        (await Register.GetAsync<Thing>("case:1", text, Cancellation)).ShouldBeNull();
        (await Register.GetAsync<Thing>(text, "a", Cancellation)).ShouldBeNull();
        if (text.Length > 0)
            (await Keys(text)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_end_may_hold_what_no_key_holds()
    {
        string[] rows = ["a", "a!", "a.b", "a0", "a~", "a~~", "b", "~", "~~"];
        var batch = Batch();
        foreach (var row in rows)
            batch.Insert(row, Plain(row));
        await Done(batch);
        foreach (var end in new[] { "a\u007f", "a~\u007f", "~\u007f", "\u007f", "a/", "a?x", "a\t", "\t", "a~~", "æ", "aæ", "" })
        {
            foreach (var prefix in new[] { "", "a", "a~", "b", "~" })
            {
                var expected = rows.Where(row => row.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(row, end) <= 0).Order(StringComparer.Ordinal);
                string.Join(' ', await Keys(prefix, end)).ShouldBe(string.Join(' ', expected), $"{prefix} through {end}");
            }
        }
    }

    protected static RegisterBatch Batch() => new("case:1");

    protected static Thing Plain(string name) => new(name, 0);

    protected async Task Done(RegisterBatch batch) => (await Register.CommitAsync(batch, Cancellation)).ShouldBe(CommitOutcome.Done);

    protected async Task<List<string>> Rows(string prefix) => [.. (await All(prefix)).Select(r => $"{r.Row}={r.Value.Name}")];

    private async Task<List<string>> Keys(string prefix, string? through = null) => [.. (await All(prefix, through)).Select(r => r.Row)];

    private async Task<List<Stored<Thing>>> All(string prefix, string? through = null)
    {
        var rows = new List<Stored<Thing>>();
        await foreach (var row in Register.QueryAsync<Thing>("case:1", prefix, through, Cancellation))
            rows.Add(row);
        return rows;
    }
}

/// <summary>A record with some of everything.</summary>
[RegisterRecord("thing", 3)]
public sealed record Thing(string Name, int Count)
{
    public DateTimeOffset? At { get; init; }

    public DateOnly? Day { get; init; }

    public decimal? Amount { get; init; }

    public Colour? Colour { get; init; }

    public string? Missing { get; init; }

    public IReadOnlyDictionary<string, string>? Notes { get; init; }
}

public enum Colour
{
    Red,
    DarkBlue,
}
