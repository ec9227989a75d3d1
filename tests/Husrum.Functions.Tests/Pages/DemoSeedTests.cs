using Husrum.Core.Refunds;
using Husrum.Core.Register;
using Husrum.Functions.Clock;
using Husrum.Functions.Demo;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Tests.Pages;

public sealed class DemoSeedTests(FreshDemoSite site) : IClassFixture<FreshDemoSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_begins_on_time_with_a_claim_in_every_state_that_lasts_and_every_message_sent()
    {
        site.Part<VirtualClock>().Now.ShouldBe(new DateTimeOffset(2026, 8, 31, 6, 0, 0, TimeSpan.Zero));
        var states = new List<ClaimState>();
        foreach (var claim in (DemoClaim[])[DemoClaims.Lapsed, DemoClaims.Paid, DemoClaims.Rejected, DemoClaims.Withdrawn, DemoClaims.OnList, DemoClaims.Late, DemoClaims.Second, DemoClaims.Approved, DemoClaims.Returned])
            states.Add((await ReadAsync(claim)).State);
        states.ShouldBe(Enum.GetValues<ClaimState>().Where(state => state != ClaimState.Received), ignoreOrder: true);
        (await ReadAsync(DemoClaims.Waiting)).Flags.ShouldNotBeEmpty();
        await foreach (var notice in site.Part<NoticeList>().AllAsync(Cancellation))
            notice.Value.Sent.ShouldNotBeNull(notice.Value.Key);
    }

    [Fact]
    public async Task Started_again_it_plays_nothing_twice()
    {
        var before = await CountAsync();
        await DemoSeed.RunAsync(site.Services, Cancellation);
        (await CountAsync()).ShouldBe(before);
    }

    private async Task<ExpenseClaim> ReadAsync(DemoClaim claim) =>
        (await site.Part<IRegister>().GetAsync<ExpenseClaim>(Partitions.Claim(Ids.Claim(claim.SubmissionId)), ExpenseClaim.Row, Cancellation)).ShouldNotBeNull(claim.Word).Value;

    private async Task<int> CountAsync() => await site.Part<NoticeList>().AllAsync(Cancellation).CountAsync(Cancellation);
}

/// <summary>The rehearsal as it begins.</summary>
public sealed class FreshDemoSite : PagesSite
{
    /// <inheritdoc />
    protected override bool Demo => true;
}
