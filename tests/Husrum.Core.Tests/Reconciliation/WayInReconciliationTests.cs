using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Tests.HjemTilOs;
using Husrum.Core.Tests.Volunteers;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>Whoever is on their way in hears what was agreed and what became of it; where that message is not there, it is found.</summary>
public sealed class WayInReconciliationTests
{
    [Theory]
    [InlineData("volunteer-booked", "volunteer-booked")]
    [InlineData("volunteer-talk-tomorrow", "talk-tomorrow")]
    [InlineData("volunteer-course-booked", "volunteer-course-booked")]
    [InlineData("volunteer-welcome", "volunteer-welcome")]
    public async Task A_volunteer_who_is_welcome(string template, string lost)
    {
        await using var world = await VolunteerWorld.StartAsync();
        await world.WelcomedAsync();
        await world.House.GoToAsync("2026-09-24 12:00");
        await world.House.LosesAsync(VolunteerApproval.Prefix, template, lost);
    }

    [Fact]
    public async Task An_applicant_who_hears_no()
    {
        await using var world = await VolunteerWorld.StartAsync();
        var id = await world.ApplyAsync(world.Form());
        await world.DoneAsync(id, "volunteer-confirm", "confirm");
        await world.DoneAsync(id, "volunteer-times", "reject");
        await world.House.GoToAsync("2026-09-02 12:00");
        await world.House.LosesAsync(VolunteerApproval.Prefix, "volunteer-rejected", "volunteer-rejected");
    }

    [Theory]
    [InlineData("family-booked")]
    [InlineData("family-welcome")]
    public async Task A_friend_family_that_is_approved(string template)
    {
        await using var world = await FamilyWorld.StartAsync();
        await world.ApprovedAsync();
        await world.House.GoToAsync("2026-11-02 12:00");
        await world.House.LosesAsync(FriendFamilyProcess.Prefix, template, template);
    }

    [Fact]
    public async Task Parents_whose_child_is_on_the_waiting_list()
    {
        await using var world = await ReferralWorld.StartAsync();
        await world.ReadyAsync();
        await world.House.GoToAsync("2026-09-20 12:00");
        await world.House.LosesAsync(ReferralProcess.Prefix, "referral-ready-parents", "waiting-list");
    }

    [Fact]
    public async Task Two_sides_who_are_to_meet()
    {
        await using var world = await PairWorld.StartAsync();
        await world.BegunAsync();
        await world.House.LosesAsync(MatchProcess.Prefix, "hto-match-booked", "first-meeting");
    }
}
