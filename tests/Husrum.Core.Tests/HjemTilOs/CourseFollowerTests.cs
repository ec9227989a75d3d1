using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Links;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What a change of a referral does to the match or the year of its child, and what a year does to its referral.</summary>
public sealed class CourseFollowerTests : IAsyncLifetime
{
    private PairWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await PairWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_consent_taken_back_while_both_are_asked_makes_the_proposal_come_to_nothing_without_a_reason()
    {
        var id = await _world.ProposedAsync();
        await _world.Matches.DoneAsync(id, "hto-match-ask--family", "yes");
        await TakeBackAsync(0);
        (await _world.Matches.CaseAsync(id)).IsOff.ShouldBeTrue();
        (await _world.Matches.MailsAsync(id, "hto-match-off")).Count.ShouldBe(4);
        (await _world.FamilyAsync()).IsFree.ShouldBeTrue();
        (await _world.ReferralAsync()).State.ShouldBe(ReferralState.ConsentWithdrawn);
        await _world.Matches.EveryMailCanBeReadAsync(id, "samtykke", "consent");
    }

    [Fact]
    public async Task Both_parents_take_it_back_and_the_year_pauses_once()
    {
        var id = await _world.BegunAsync();
        await TakeBackAsync(0);
        await TakeBackAsync(1);
        var course = await _world.Courses.CaseAsync(id);
        course.Pauses.ShouldHaveSingleItem().Reason.ShouldBe(PauseReason.Consent);
        (await _world.Courses.AskedAsync(id)).ShouldContain("hto-resume");
        (await _world.Courses.TimelineAsync(id)).Count(word => word == "consent-withdrawn").ShouldBe(1);
    }

    [Fact]
    public async Task Taken_back_while_the_visits_rest_for_illness_it_is_the_consent_that_counts()
    {
        var id = await _world.BegunAsync();
        (await Desk.RestAsync(await CourseTokenAsync(id, "guardian-1"), PauseReason.Illness, "2026-09-10", "2026-09-30", Ct)).ShouldBeOfType<CourseResult.Done>();
        await TakeBackAsync(1);
        (await _world.Courses.CaseAsync(id)).Pauses.Select(p => (p.Reason, p.IsOver)).ShouldBe([(PauseReason.Illness, true), (PauseReason.Consent, false)]);
        await _world.House.GoToAsync("2026-10-02 12:00");
        (await _world.Courses.CaseAsync(id)).IsPaused.ShouldBeTrue(); // the end of the illness starts nothing
    }

    [Fact]
    public async Task Taken_back_on_the_years_page_it_is_taken_back_at_the_referral_and_asked_for_anew_before_anything_goes_on()
    {
        var id = await _world.BegunAsync();
        var token = await CourseTokenAsync(id, "guardian-2");
        (await Desk.WithdrawConsentAsync(token, Ct)).ShouldBeOfType<CourseResult.Done>();
        (await Desk.WithdrawConsentAsync(token, Ct)).ShouldBeOfType<CourseResult.Done>(); // twice is once
        await _world.House.SettleAsync();
        var referral = await _world.ReferralAsync();
        referral.State.ShouldBe(ReferralState.ConsentWithdrawn);
        referral.Guardians.Select(g => g.HasConsented()).ShouldBe([true, false]);
        referral.MatchId.ShouldNotBeNull();
        (await _world.Courses.CaseAsync(id)).Pauses.ShouldHaveSingleItem();

        // staff have talked with them, they give it again, and it stays given
        await _world.Referrals.DoneAsync(_world.ReferralId, "referral-withdrawn", "ask-again");
        await _world.Referrals.ConsentAsync(_world.ReferralId, 2, "en");
        await _world.Referrals.ShouldBeAsync(_world.ReferralId, ReferralState.Ready);
        await _world.Courses.DoneAsync(id, "hto-resume", "go-on");
        await _world.House.GoToAsync("2026-09-18 12:00");
        await _world.Referrals.ShouldBeAsync(_world.ReferralId, ReferralState.Ready);
        (await _world.Courses.CaseAsync(id)).IsPaused.ShouldBeFalse();
    }

    [Fact]
    public async Task The_talk_ends_the_referral_and_with_it_the_year_and_the_family_is_free()
    {
        var id = await _world.BegunAsync();
        await TakeBackAsync(0);
        await _world.Referrals.DoneAsync(_world.ReferralId, "referral-withdrawn", "close");
        (await _world.Courses.CaseAsync(id)).Ending!.Reason.ShouldBe(EndingReason.Consent);
        await _world.Courses.DoneAsync(id, "hto-ending--tell-family", "done");
        await _world.House.GoToAsync("2026-09-10 12:00");
        (await _world.Courses.CaseAsync(id)).IsClosed.ShouldBeTrue();
        (await _world.FamilyAsync()).IsFree.ShouldBeTrue();
        await _world.Referrals.ShouldBeAsync(_world.ReferralId, ReferralState.Withdrawn);
    }

    [Fact]
    public async Task A_change_of_the_referral_that_is_no_withdrawal_leaves_the_year_alone()
    {
        var id = await _world.BegunAsync();
        var before = (await _world.Courses.CaseAsync(id)).TimelineCount;
        await Follower.FollowAsync(await _world.ReferralAsync(), Ct);
        await Follower.FollowAsync((await _world.ReferralAsync()) with { State = ReferralState.ConsentWithdrawn, MatchId = "m-another" }, Ct);
        await Follower.FollowAsync((await _world.ReferralAsync()) with { State = ReferralState.ConsentWithdrawn, MatchId = null }, Ct);
        (await _world.Courses.CaseAsync(id)).TimelineCount.ShouldBe(before);
    }

    private IHjemTilOsFollower Follower => _world.House.Get<IHjemTilOsFollower>();

    private CourseDesk Desk => _world.House.Get<CourseDesk>();

    private async Task TakeBackAsync(int guardian) => await _world.Referrals.WithdrawAsync(_world.ReferralId, (await _world.ReferralAsync()).Guardians[guardian].PersonId);

    private async Task<string> CourseTokenAsync(string id, string party) =>
        _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(id, (await _world.Courses.CaseAsync(id)).Parties.First(p => p.Id == party).PersonId));
}
