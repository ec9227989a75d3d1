using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Organisations;
using Husrum.Core.People;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>Staff propose a family to a child: once, to those who are free, and only where it is theirs to do.</summary>
public sealed class MatchDeskTests : IAsyncLifetime
{
    private PairWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await PairWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Proposed_twice_it_is_proposed_once()
    {
        var id = await _world.ProposedAsync();
        (await _world.ProposedAsync()).ShouldBe(id);
        (await _world.Matches.MailsAsync(id, "hto-match")).Count.ShouldBe(4); // both parents, both adults
        (await _world.ReferralAsync()).MatchId.ShouldBe(id);
        (await _world.FamilyAsync()).MatchId.ShouldBe(id);
    }

    [Fact]
    public async Task Proposed_to_a_second_child_the_family_is_taken_and_that_child_waits_on()
    {
        var first = await _world.ProposedAsync();
        var second = await _world.Referrals.ReadyAsync();
        (await _world.ProposeAsync(referral: second)).ShouldBeOfType<ProposeResult.Taken>();
        (await _world.Referrals.CaseAsync(second)).IsWaiting.ShouldBeTrue();
        (await _world.FamilyAsync()).MatchId.ShouldBe(first);
    }

    [Fact]
    public async Task A_child_whose_consent_was_taken_back_a_moment_ago_is_not_proposed_to_and_the_family_stays_free()
    {
        (await _world.Referrals.WithdrawAsync(_world.ReferralId, (await _world.ReferralAsync()).Guardians[0].PersonId)).ShouldBeTrue();
        (await _world.ProposeAsync()).ShouldBeOfType<ProposeResult.Taken>();
        (await _world.FamilyAsync()).IsFree.ShouldBeTrue();
        (await _world.House.Get<MatchDesk>().WaitingAsync(_world.House.Coordinator, Ct)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_claimed_by_a_match_that_was_never_written_can_be_proposed_to()
    {
        // the program stopped between the claim and the match
        (await _world.House.Get<ReferralDesk>().TakeAsync(_world.ReferralId, "m-never", Ct)).ShouldBeTrue();
        var id = await _world.ProposedAsync();
        (await _world.ReferralAsync()).MatchId.ShouldBe(id);
    }

    [Fact]
    public async Task After_a_no_both_are_free_the_child_keeps_its_place_and_the_next_proposal_is_another_one()
    {
        var ready = (await _world.ReferralAsync()).ReadyOn;
        var first = await _world.ProposedAsync();
        await _world.Matches.DoneAsync(first, "hto-match-ask--family", "no");
        (await _world.FamilyAsync()).IsFree.ShouldBeTrue();
        var waiting = (await _world.House.Get<MatchDesk>().WaitingAsync(_world.House.Coordinator, Ct)).ShouldHaveSingleItem();
        waiting.Referral.ReadyOn.ShouldBe(ready);
        waiting.Suggestions.ShouldHaveSingleItem().Family.Id.ShouldBe(_world.FamilyId);
        (await _world.ProposedAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_no_in_the_last_days_of_waiting_gives_staff_a_month_to_say_whether_the_child_still_waits()
    {
        var id = await _world.ProposedAsync();
        await _world.House.GoToAsync("2027-09-03 12:00"); // the twelve months are over today
        await _world.Matches.DoneAsync(id, "hto-match-ask--child", "no");
        var referral = await _world.ReferralAsync();
        (referral.State, referral.WaitUntil).ShouldBe((ReferralState.Ready, new DateOnly(2027, 11, 3)));
        await _world.House.GoToAsync("2027-10-04 12:00");
        (await _world.Referrals.AskedAsync(_world.ReferralId)).ShouldContain("referral-still");
        await _world.Referrals.DoneAsync(_world.ReferralId, "referral-still", "yes");
        await _world.House.GoToAsync("2027-11-30 12:00");
        (await _world.ReferralAsync()).IsWaiting.ShouldBeTrue();
    }

    [Fact]
    public async Task Staff_of_another_department_and_those_without_the_office_see_no_child_and_propose_none()
    {
        var stranger = await _world.House.Get<PersonDirectory>().FindOrCreateByEmailAsync("fremmed@eksempel.example", "Frode Fremmed", "da", cancellation: Ct);
        foreach (var by in new[] { _world.House.Treasurer, stranger })
        {
            (await _world.ProposeAsync(by)).ShouldBeOfType<ProposeResult.Gone>();
            (await _world.House.Get<MatchDesk>().WaitingAsync(by, Ct)).ShouldBeEmpty();
        }

        (await _world.ProposeAsync(referral: "h-nobody")).ShouldBeOfType<ProposeResult.Gone>();
        (await _world.ProposeAsync(family: "f/../x")).ShouldBeOfType<ProposeResult.Gone>();
        (await _world.ReferralAsync()).IsWaiting.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "forFamily")]
    [InlineData("   ", "forFamily")]
    [InlineData("Barnet har CPR 010419-1234.", "forFamily")]
    public async Task What_the_family_is_told_is_written_and_holds_no_cpr_number(string forFamily, string field)
    {
        (await _world.ProposeAsync(forFamily: forFamily)).ShouldBeOfType<ProposeResult.Invalid>().Problems.Select(p => p.Field).ShouldBe([field]);
        (await _world.FamilyAsync()).IsFree.ShouldBeTrue();
    }

    [Fact]
    public async Task The_school_holidays_are_those_of_the_municipality_that_refers()
    {
        await using var world = await PairWorld.StartAsync(programme => programme with { Municipalities = [SampleMunicipalities.Copenhagen, new Municipality("aarhus", "Aarhus Kommune", [])] });
        (await world.House.Get<Core.HjemTilOs.Referrals.Intake.ReferralIntake>().SubmitAsync(world.Referrals.Form(ReferralWorld.Fields()), Ct))
            .ShouldBeOfType<CaseIntakeResult.Invalid>().Problems.ShouldContain(p => p.Field == "municipality");
        (await world.Matches.CaseAsync(await world.ProposedAsync())).MunicipalityId.ShouldBe("aarhus");
    }
}
