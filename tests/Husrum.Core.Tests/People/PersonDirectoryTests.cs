using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Testing;

namespace Husrum.Core.Tests.People;

public sealed class PersonDirectoryTests
{
    private readonly InMemoryRegister _register = new();
    private readonly PersonDirectory _people;

    public PersonDirectoryTests() => _people = new PersonDirectory(_register, new Ids(new SeededRandom()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_new_is_made_and_found_again_however_the_address_is_typed()
    {
        var id = await _people.FindOrCreateByEmailAsync(" Mette.Vang@Post.example ", "Mette Vang", "en", "+4520000001", Cancellation);
        id.ShouldStartWith("p-");
        (await _people.FindByEmailAsync("mette.vang@post.example", Cancellation)).ShouldBe(id);
        var reachable = (await _people.ReachAsync(id, Cancellation)).ShouldNotBeNull();
        (reachable.Person.Name, reachable.Person.Language, reachable.Email, reachable.Phone).ShouldBe(("Mette Vang", "en", "mette.vang@post.example", "+4520000001"));
    }

    [Fact]
    public async Task Somebody_known_is_left_as_they_are()
    {
        var id = await _people.FindOrCreateByEmailAsync("mette@post.example", "Mette Vang", "da", cancellation: Cancellation);
        (await _people.FindOrCreateByEmailAsync("mette@post.example", "Somebody Else", "en", "+4520000002", Cancellation)).ShouldBe(id);
        var reachable = (await _people.ReachAsync(id, Cancellation))!;
        (reachable.Person.Name, reachable.Person.Language, reachable.Phone).ShouldBe(("Mette Vang", "da", null));
    }

    [Fact]
    public async Task Of_fifty_at_once_all_get_the_same_person()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(i =>
            Task.Run(() => _people.FindOrCreateByEmailAsync("mette@post.example", $"Mette {i}", "da", cancellation: Cancellation), Cancellation)));
        ids.Distinct().Count().ShouldBe(1);
        (await _people.GetAsync(ids[0], Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_was_cut_off_half_made_is_finished_by_the_next()
    {
        _register.BeforeCommit = batch =>
        {
            if (batch.Partition.StartsWith("person:", StringComparison.Ordinal))
                throw new IOException("the machine stopped");
        };
        await Should.ThrowAsync<IOException>(() => _people.FindOrCreateByEmailAsync("mette@post.example", "Mette Vang", "da", cancellation: Cancellation));
        (await _people.FindByEmailAsync("mette@post.example", Cancellation)).ShouldBeNull();

        _register.BeforeCommit = null;
        var id = await _people.FindOrCreateByEmailAsync("mette@post.example", "Mette Vang", "da", cancellation: Cancellation);
        (await _people.ReachAsync(id, Cancellation))!.Person.Name.ShouldBe("Mette Vang");
    }

    [Fact]
    public async Task Keys_hold_no_address()
    {
        var keys = new List<string>();
        _register.BeforeCommit = batch => keys.AddRange([batch.Partition, .. batch.Changes.Select(c => c.Row), .. batch.Indexes.Select(i => i.Row)]);
        await _people.FindOrCreateByEmailAsync("mette@post.example", "Mette Vang", "da", "+4520000001", Cancellation);
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(k => !k.Contains("mette", StringComparison.OrdinalIgnoreCase) && !k.Contains("20000001"));
    }
}
