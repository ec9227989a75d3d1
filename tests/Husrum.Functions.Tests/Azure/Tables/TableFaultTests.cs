using Husrum.Core.Register;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Tests.Azure.Storage;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Tables;

/// <summary>Writes through a connection that misbehaves: nothing is lost, nothing is written twice.</summary>
public sealed class TableFaultTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly StorageRetries Impatient = TableBench.Quick with { AttemptTimeout = TimeSpan.FromMilliseconds(700) };

    private TableBench _bench = null!;
    private FaultProxy _proxy = null!;
    private TablesRegister _register = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = await TableBench.OpenAsync(azurite);
        _proxy = await FaultProxy.StartAsync(_bench.Settings.Tables);
        _register = _bench.Register(by: _proxy.Address, retries: Impatient);
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    [Theory]
    [InlineData(Fault.CutMidRequest)]
    [InlineData(Fault.CutAfterAccept)]
    [InlineData(Fault.SilentAfterAccept)]
    [InlineData(Fault.CutMidAnswer)]
    [InlineData(Fault.Status500AfterAccept)]
    [InlineData(Fault.Status503)]
    [InlineData(Fault.Status429)]
    public async Task Whichever_request_meets_with_it_the_write_happens_once(Fault fault)
    {
        var asked = 0;
        for (var n = 1; n <= asked || asked == 0; n++)
        {
            var partition = $"case:{n}";
            await _bench.Register().CommitAsync(new RegisterBatch(partition).Insert("a", Plain("one")).Insert("gone", Plain("x")).Index("ix-old", $"{n}", Plain("old")).Index("ix-kept", $"{n}", Plain("kept")), Cancellation);
            var read = (await _bench.Register().GetAsync<Thing>(partition, "a", Cancellation))!;
            var (at, index) = (n, $"{n}");
            _proxy.Restart((number, _) => number == at ? fault : Fault.None);
            var batch = new RegisterBatch(partition).Replace("a", Plain("two"), read.ETag).Insert("event", Plain("happened")).Delete("gone")
                .Index("ix-new", index, Plain("new")).Index("ix-kept", index, Plain("newer")).Unindex("ix-old", index);
            (await _register.CommitAsync(batch, Cancellation)).ShouldBe(CommitOutcome.Done, $"{fault} at request {n}");
            asked = Math.Max(asked, _proxy.Count);

            // the same form again, or a second click
            (await _register.CommitAsync(batch, Cancellation)).ShouldBe(CommitOutcome.Conflict);
            (await RowsAsync(partition)).ShouldBe(["a=two", "event=happened"]);
            (await NameAsync("ix-new", index)).ShouldBe("new");
            (await NameAsync("ix-kept", index)).ShouldBe("newer");
            (await NameAsync("ix-old", index)).ShouldBeNull();
        }

        asked.ShouldBeGreaterThan(8, "Every request of a write is to be met.");
        _bench.Clock.Advance(UnfinishedWrites.Patience);
        (await _bench.Sweep().SweepAsync(Cancellation)).ShouldBe(0);
        (await _bench.KeysAsync(UnfinishedWrite.Place)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_that_was_accepted_and_then_overwritten_by_another_was_written_all_the_same()
    {
        await _register.CommitAsync(Batch().Insert("a", Plain("one")), Cancellation);
        var read = (await _register.GetAsync<Thing>("case:1", "a", Cancellation))!;
        var other = _bench.Register();
        _proxy.Restart((number, request) =>
        {
            if (number != 1)
            {
                // between the lost answer and the second attempt
                if (number == 2)
                    OverwriteAsync().GetAwaiter().GetResult();
                return Fault.None;
            }

            return Fault.CutAfterAccept;
        });
        (await _register.CommitAsync(Batch().Replace("a", Plain("two"), read.ETag), Cancellation)).ShouldBe(CommitOutcome.Done);
        (await NameAsync("case:1", "a")).ShouldBe("three");

        async Task OverwriteAsync()
        {
            var now = (await other.GetAsync<Thing>("case:1", "a", Cancellation))!;
            now.Value.Name.ShouldBe("two");
            (await other.CommitAsync(Batch().Replace("a", Plain("three"), now.ETag), Cancellation)).ShouldBe(CommitOutcome.Done);
        }
    }

    [Fact]
    public async Task A_put_whose_answer_was_lost_does_not_undo_what_came_after_it()
    {
        var other = _bench.Register();
        _proxy.Restart((number, _) =>
        {
            if (number == 2)
                other.CommitAsync(Batch().Put("a", Plain("later")), Cancellation).GetAwaiter().GetResult();
            return number == 1 ? Fault.CutAfterAccept : Fault.None;
        });
        (await _register.CommitAsync(Batch().Put("a", Plain("earlier")), Cancellation)).ShouldBe(CommitOutcome.Done);
        (await NameAsync("case:1", "a")).ShouldBe("later");
    }

    [Fact]
    public async Task Through_a_storm_every_increment_counts_once()
    {
        const int Writers = 5, Each = 8;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HUSRUM_SEED"), out var given) ? given : 20260831;
        await _bench.Register().CommitAsync(Batch().Insert("sum", new Thing("sum", 0)), Cancellation);
        Fault[] faults = [Fault.CutMidRequest, Fault.CutAfterAccept, Fault.CutMidAnswer, Fault.Status503, Fault.Status429, Fault.Status500AfterAccept];
        _proxy.Restart((number, _) => new Random(HashCode.Combine(0, seed ^ (number * 7919))).Next(100) is < 25 and var drawn ? faults[drawn % faults.Length] : Fault.None);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => CountAsync(writer), Cancellation)));

        var sum = (await _bench.Register().GetAsync<Thing>("case:1", "sum", Cancellation))!.Value.Count;
        sum.ShouldBe(Writers * Each, $"seed {seed}");
        (await RowsAsync("case:1")).Count(row => row.StartsWith("by:", StringComparison.Ordinal)).ShouldBe(Writers * Each);
        (await _bench.KeysAsync("ix-by")).Count.ShouldBe(Writers * Each);

        async Task CountAsync(int writer)
        {
            for (var n = 0; n < Each;)
            {
                var outcome = CommitOutcome.Conflict;
                try
                {
                    var read = (await _register.GetAsync<Thing>("case:1", "sum", Cancellation))!;
                    outcome = await _register.CommitAsync(Batch().Replace("sum", read.Value with { Count = read.Value.Count + 1 }, read.ETag).Insert($"by:{writer}-{n}", Plain("x")).Index("ix-by", $"{writer}-{n}", Plain("x")), Cancellation);
                }
                catch (StorageException)
                {
                    // every attempt was met: as an activity does, look first and go on from there
                }

                n += outcome == CommitOutcome.Done || await _bench.Register().GetAsync<Thing>("case:1", $"by:{writer}-{n}", Cancellation) is not null ? 1 : 0;
            }
        }
    }

    [Theory]
    [InlineData(Fault.Status429)]
    [InlineData(Fault.Status503)]
    public async Task A_busy_service_is_left_alone_for_as_long_as_it_says(Fault fault)
    {
        _proxy.RetryAfter = "1";
        var asked = new List<long>();
        _proxy.Restart((number, _) =>
        {
            asked.Add(TimeProvider.System.GetTimestamp());
            return number == 1 ? fault : Fault.None;
        });
        await _register.CommitAsync(Batch().Insert("a", Plain("one")), Cancellation);
        TimeProvider.System.GetElapsedTime(asked[0], asked[1]).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(950));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task A_service_whose_clock_is_hours_off_changes_nothing(int hours)
    {
        _proxy.Skew = TimeSpan.FromHours(hours);
        (await _register.CommitAsync(Batch().Insert("a", Plain("one")).Index("ix-new", "x", Plain("new")), Cancellation)).ShouldBe(CommitOutcome.Done);
        (await NameAsync("case:1", "a")).ShouldBe("one");
        (await _bench.KeysAsync("case:1")).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_storm_that_does_not_end_is_said_and_nothing_is_half_there()
    {
        _proxy.Restart((_, _) => Fault.Status503);
        var refusal = await Should.ThrowAsync<StorageException>(() => _register.CommitAsync(Batch().Insert("a", Plain("hemmelig")), Cancellation));
        refusal.ToString().ShouldNotContain("hemmelig");
        (await RowsAsync("case:1")).ShouldBeEmpty();
    }

    private static RegisterBatch Batch() => new("case:1");

    private static Thing Plain(string name) => new(name, 0);

    private async Task<string?> NameAsync(string partition, string row) => (await _bench.Register().GetAsync<Thing>(partition, row, Cancellation))?.Value.Name;

    private async Task<List<string>> RowsAsync(string partition)
    {
        var rows = new List<string>();
        await foreach (var row in _bench.Register().QueryAsync<Thing>(partition, cancellation: Cancellation))
            rows.Add($"{row.Row}={row.Value.Name}");
        return rows;
    }
}
