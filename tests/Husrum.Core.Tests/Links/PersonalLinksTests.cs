using Husrum.Core.Links;
using Husrum.Core.Register;
using Husrum.Testing;

namespace Husrum.Core.Tests.Links;

public sealed class PersonalLinksTests
{
    private readonly InMemoryRegister _register = new();
    private readonly TestClock _clock = new();
    private readonly PersonalLinks _links;

    public PersonalLinksTests() => _links = With(new TestLinkKey());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_opens_what_it_was_made_for_and_nothing_else()
    {
        var token = await IssueAsync(LinkPurpose.Decide);
        foreach (var purpose in Enum.GetValues<LinkPurpose>().Except([LinkPurpose.Decide]))
            (await _links.ResolveAsync(token, purpose, Cancellation)).ShouldBeNull();
        var link = (await _links.ResolveAsync(token, LinkPurpose.Decide, Cancellation)).ShouldNotBeNull();
        (link.Partition, link.Value.CaseId, link.Value.Action, link.Value.PersonId).ShouldBe(("claim:u-1", "u-1", "first", "p-1"));
    }

    [Fact]
    public async Task A_token_of_the_right_form_for_another_purpose_fails_even_with_the_key()
    {
        await IssueAsync(LinkPurpose.Decide, "0123");
        (await _links.ResolveAsync(_links.TokenFor(LinkPurpose.Status, "0123"), LinkPurpose.Status, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task The_register_holds_no_token()
    {
        var token = await IssueAsync(LinkPurpose.Status);
        var stored = RegisterJson.Encode((await _links.ResolveAsync(token, LinkPurpose.Status, Cancellation))!.Value).Body;
        stored.ShouldNotContain(token[(token.IndexOf('.') + 1)..]);
    }

    [Fact]
    public async Task A_reminder_can_show_the_same_link_again() =>
        With(new TestLinkKey()).TokenFor(LinkPurpose.Decide, "abc").ShouldBe(await IssueAsync(LinkPurpose.Decide, "abc"));

    [Fact]
    public async Task Every_single_changed_character_closes_the_link()
    {
        var token = await IssueAsync(LinkPurpose.Decide);
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'a' ? 'b' : 'a') + token[(i + 1)..];
            (await _links.ResolveAsync(changed, LinkPurpose.Decide, Cancellation)).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("abc")]
    [InlineData("abc.")]
    [InlineData(".abc")]
    [InlineData("../../x.y")]
    [InlineData("æ.ø")]
    public async Task Nonsense_opens_nothing(string? token) => (await _links.ResolveAsync(token, LinkPurpose.Decide, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task Nonsense_of_any_length_opens_nothing() => (await _links.ResolveAsync(new string('a', 100_000) + ".b", LinkPurpose.Decide, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task An_unknown_id_opens_nothing_even_with_the_right_key() =>
        (await _links.ResolveAsync(_links.TokenFor(LinkPurpose.Decide, "unknown"), LinkPurpose.Decide, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task Another_key_opens_nothing() =>
        (await With(new TestLinkKey(8)).ResolveAsync(await IssueAsync(LinkPurpose.Decide), LinkPurpose.Decide, Cancellation)).ShouldBeNull();

    [Fact]
    public async Task A_link_opens_until_its_moment_and_not_at_it()
    {
        var token = await IssueAsync(LinkPurpose.Decide);
        _clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        (await _links.ResolveAsync(token, LinkPurpose.Decide, Cancellation)).ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));
        (await _links.ResolveAsync(token, LinkPurpose.Decide, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_fifty_uses_at_once_one_counts_and_the_others_see_it()
    {
        var token = await IssueAsync(LinkPurpose.Decide);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => UseAsync(token, $"p-{i}"), Cancellation)));
        outcomes.Count(won => won).ShouldBe(1);
        var link = (await _links.ResolveAsync(token, LinkPurpose.Decide, Cancellation)).ShouldNotBeNull();
        link.Value.UsedBy.ShouldBe($"p-{Array.IndexOf(outcomes, true)}");
        link.Value.UsedAt.ShouldBe(_clock.GetUtcNow());
        (await UseAsync(token, "p-late")).ShouldBeFalse();
    }

    private PersonalLinks With(ILinkKey key) => new(_register, key, new Ids(new SeededRandom()), _clock);

    private async Task<string> IssueAsync(LinkPurpose purpose, string? tokenId = null)
    {
        var batch = new RegisterBatch("claim:u-1");
        var link = _links.Issue(batch, purpose, "u-1", "first", "p-1", _clock.GetUtcNow().AddDays(30), tokenId);
        (await _register.CommitAsync(batch, Cancellation)).ShouldBe(CommitOutcome.Done);
        return _links.TokenFor(purpose, link.TokenId);
    }

    private async Task<bool> UseAsync(string token, string by)
    {
        var link = (await _links.ResolveAsync(token, LinkPurpose.Decide, Cancellation)).ShouldNotBeNull();
        await Task.Yield();
        var batch = new RegisterBatch(link.Partition);
        return PersonalLinks.Use(batch, link, by, _clock.GetUtcNow()) && await _register.CommitAsync(batch, Cancellation) == CommitOutcome.Done;
    }
}
