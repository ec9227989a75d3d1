using Husrum.Core.Register;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Azure.Tables;
using Husrum.Functions.Tests.Azure.Storage;
using Husrum.Testing;

namespace Husrum.Functions.Tests.Azure.Tables;

/// <summary>A writer that dies between any two of its requests: whoever reads never misses a record that is there, and the sweep leaves all of the write or nothing.</summary>
public sealed class LookUpGapTests(Azurite azurite) : IAsyncLifetime
{
    private TableBench _bench = null!;
    private FaultProxy _proxy = null!;
    private IRegister _reader = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bench = await TableBench.OpenAsync(azurite);
        _proxy = await FaultProxy.StartAsync(_bench.Settings.Tables);
        _reader = _bench.Register();
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    [Theory]
    [InlineData(Fault.CutMidRequest)]
    [InlineData(Fault.CutAfterAccept)]
    public async Task Wherever_the_writer_dies_no_reader_misses_and_the_sweep_leaves_all_or_nothing(Fault last)
    {
        var (happened, did) = (0, 0);
        for (var n = 1; did < 3; n++)
        {
            var index = $"{n:D2}";
            await SeedAsync(index);
            var isAlive = await WriteAndDieAsync(index, n, last);

            await NothingIsMissedAsync(index);
            _bench.Clock.Advance(UnfinishedWrites.Patience);
            (await _bench.Sweep().SweepAsync(Cancellation)).ShouldBe(0);
            var isThere = await NothingIsMissedAsync(index);
            (await NameAsync("ix-new", index)).ShouldBe(isThere ? "new" : null, $"request {n}");
            (await NameAsync("ix-kept", index)).ShouldBe(isThere ? "newer" : "kept", $"request {n}");
            (await NameAsync("ix-old", index)).ShouldBe(isThere ? null : "old", $"request {n}");
            (await _bench.KeysAsync(UnfinishedWrite.Place)).ShouldBeEmpty();
            happened += isThere ? 1 : 0;
            did += isAlive ? 1 : 0;
        }

        happened.ShouldBeGreaterThan(3, "Some die after the write.");
    }

    [Fact]
    public async Task A_writer_that_was_only_slow_writes_nothing_once_it_was_given_up()
    {
        await SeedAsync("01");
        var register = _bench.Register(by: _proxy.Address);
        _proxy.Restart((_, request) =>
        {
            if (!request.Path.Value!.EndsWith("$batch", StringComparison.Ordinal) || _bench.Clock.GetUtcNow() > new TestClock().GetUtcNow())
                return Fault.None;
            // it stands still just before the write, and all that time the sweep waits for nobody
            _bench.Clock.Advance(UnfinishedWrites.Patience);
            _bench.Sweep().SweepAsync(Cancellation).GetAwaiter().GetResult().ShouldBe(0);
            return Fault.None;
        });
        (await Should.ThrowAsync<StorageException>(() => register.CommitAsync(Change("01"), Cancellation))).Message.ShouldContain("given up");
        (await NothingIsMissedAsync("01")).ShouldBeFalse();
        (await NameAsync("ix-new", "01")).ShouldBeNull();
        (await NameAsync("ix-old", "01")).ShouldBe("old");

        (await _reader.CommitAsync(Change("01"), Cancellation)).ShouldBe(CommitOutcome.Done);
        (await NothingIsMissedAsync("01")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_young_note_is_left_to_its_writer()
    {
        await SeedAsync("01");
        await WriteAndDieAsync("01", 4, Fault.CutMidRequest);
        (await _bench.Sweep().SweepAsync(Cancellation)).ShouldBe(1);
        (await _bench.KeysAsync(UnfinishedWrite.Place)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_who_is_refused_takes_back_only_what_nobody_else_relies_on()
    {
        // both write the same look-up, one of them first; the other's record is the one that comes to be
        await SeedAsync("01");
        var slow = _bench.Register(by: _proxy.Address);
        var overtaken = false;
        _proxy.Restart((_, request) =>
        {
            if (!overtaken && request.Path.Value!.EndsWith("$batch", StringComparison.Ordinal))
            {
                overtaken = true;
                _reader.CommitAsync(Change("01"), Cancellation).GetAwaiter().GetResult().ShouldBe(CommitOutcome.Done);
            }

            return Fault.None;
        });
        (await slow.CommitAsync(Change("01"), Cancellation)).ShouldBe(CommitOutcome.Conflict);
        (await NothingIsMissedAsync("01")).ShouldBeTrue();
        (await NameAsync("ix-new", "01")).ShouldBe("new");
    }

    [Fact]
    public async Task Marks_that_were_left_go_after_a_day_and_no_sooner()
    {
        await SeedAsync("01");
        await WriteAndDieAsync("01", 100, Fault.None);
        using (var left = await _bench.Table.SendAsync(TableChange.Insert("case:01", WriteMark.Row("left", WriteMark.Done)), Cancellation))
            left.IsOk.ShouldBeTrue();
        _bench.Clock.Set(DateTimeOffset.UtcNow);
        await _bench.Sweep().ForgetMarksAsync(Cancellation);
        (await _bench.KeysAsync("case:01")).ShouldBe(["a", "event", WriteMark.KeyOf("left")]);
        _bench.Clock.Advance(UnfinishedWrites.MarksFor + TimeSpan.FromMinutes(5));
        await _bench.Sweep().ForgetMarksAsync(Cancellation);
        (await _bench.KeysAsync("case:01")).ShouldBe(["a", "event"]);
    }

    private Task<CommitOutcome> SeedAsync(string index) =>
        _reader.CommitAsync(new RegisterBatch("case:" + index).Insert("a", new Thing("one", 0)).Index("ix-old", index, new Thing("old", 0)).Index("ix-kept", index, new Thing("kept", 0)), Cancellation);

    private static RegisterBatch Change(string index) => new RegisterBatch("case:" + index).Insert("event", new Thing("happened", 0))
        .Index("ix-new", index, new Thing("new", 0)).Index("ix-kept", index, new Thing("newer", 0)).Unindex("ix-old", index);

    private async Task<bool> WriteAndDieAsync(string index, int at, Fault last)
    {
        _proxy.Restart((number, _) => number < at ? Fault.None : number == at ? last : Fault.CutMidRequest);
        try
        {
            await _bench.Register(by: _proxy.Address, retries: TableBench.Quick with { Most = 0 }).CommitAsync(Change(index), Cancellation);
        }
        catch (StorageException)
        {
            // dead
        }

        return _proxy.Count < at;
    }

    /// <summary>Whether the write is there; if it is, its look-ups are.</summary>
    private async Task<bool> NothingIsMissedAsync(string index)
    {
        var isThere = await NameAsync("case:" + index, "event") is not null;
        (await NameAsync("ix-kept", index)).ShouldNotBeNull();
        if (isThere)
            (await NameAsync("ix-new", index)).ShouldBe("new");
        else
            (await NameAsync("ix-old", index)).ShouldBe("old");
        return isThere;
    }

    private async Task<string?> NameAsync(string partition, string row) => (await _reader.GetAsync<Thing>(partition, row, Cancellation))?.Value.Name;
}
