using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What a year leaves behind when it is over: a family that is free, a child whose referral is finished or who waits again.</summary>
public sealed class YearOverTests : IAsyncLifetime
{
    private PairWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MatchOutcome Outcome => _world.House.Get<MatchOutcome>();

    public async ValueTask InitializeAsync() => _world = await PairWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_year_that_is_over_frees_the_family_and_finishes_the_referral_and_doing_it_twice_changes_nothing()
    {
        var course = await _world.Courses.CaseAsync(await _world.BegunAsync());
        await Outcome.EndedAsync(course, Ct);
        var (family, referral) = (await _world.FamilyAsync(), await _world.ReferralAsync());
        family.IsFree.ShouldBeTrue();
        (referral.State, referral.MatchId).ShouldBe((ReferralState.Finished, null));
        await Outcome.EndedAsync(course, Ct);
        (await _world.FamilyAsync()).TimelineCount.ShouldBe(family.TimelineCount);
        (await _world.ReferralAsync()).TimelineCount.ShouldBe(referral.TimelineCount);
    }

    [Fact]
    public async Task A_child_that_wishes_another_family_waits_in_its_old_place_for_as_long_as_any_and_is_not_closed_the_same_day()
    {
        var course = (await _world.Courses.CaseAsync(await _world.BegunAsync())) with { RematchWished = true };
        var ready = (await _world.ReferralAsync()).ReadyOn;
        await _world.House.GoToAsync("2027-09-08 12:00"); // longer than a child waits
        await Outcome.EndedAsync(course, Ct);
        await _world.House.SettleAsync();
        await _world.House.GoToAsync("2027-09-30 12:00");
        var referral = await _world.ReferralAsync();
        (referral.IsWaiting, referral.ReadyOn, referral.WaitUntil).ShouldBe((true, ready, new DateOnly(2028, 9, 8)));
        (await _world.Referrals.AskedAsync(_world.ReferralId)).ShouldNotContain("referral-still");
    }

    [Fact]
    public async Task The_end_of_an_earlier_year_that_is_heard_of_late_leaves_the_match_after_it_alone()
    {
        var earlier = await _world.Courses.CaseAsync(await _world.BegunAsync());
        await Outcome.EndedAsync(earlier with { RematchWished = true }, Ct);
        var next = await _world.ProposedAsync();
        await Outcome.EndedAsync(earlier with { RematchWished = true }, Ct);
        await Outcome.EndedAsync(earlier, Ct);
        (await _world.ReferralAsync()).MatchId.ShouldBe(next);
        (await _world.FamilyAsync()).MatchId.ShouldBe(next);
    }

    [Fact]
    public async Task A_consent_taken_back_before_the_end_does_not_come_back_to_life()
    {
        var course = await _world.Courses.CaseAsync(await _world.BegunAsync());
        await _world.Referrals.WithdrawAsync(_world.ReferralId, (await _world.ReferralAsync()).Guardians[0].PersonId);
        await Outcome.EndedAsync(course with { RematchWished = true }, Ct);
        var referral = await _world.ReferralAsync();
        (referral.State, referral.IsWaiting).ShouldBe((ReferralState.ConsentWithdrawn, false));
    }
}
