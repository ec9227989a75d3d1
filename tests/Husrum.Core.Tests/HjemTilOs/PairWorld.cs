using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Organisations;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A child who waits and an approved family, both by the way there, on the evening of 3 September 2026; and what staff and people do with them.</summary>
internal sealed class PairWorld : IAsyncDisposable
{
    private PairWorld(RefundWorld house)
    {
        House = house;
        Families = new FamilyWorld(house);
        Referrals = new ReferralWorld(house);
        Matches = new CaseHand<FamilyMatch>(house, MatchProcess.Prefix, HtoMessages.Specs);
        Courses = new CaseHand<FamilyCourse>(house, CourseProcess.Prefix, HtoMessages.Specs);
    }

    public RefundWorld House { get; }

    public FamilyWorld Families { get; }

    public ReferralWorld Referrals { get; }

    public CaseHand<FamilyMatch> Matches { get; }

    public CaseHand<FamilyCourse> Courses { get; }

    public string FamilyId { get; private set; } = "";

    public string ReferralId { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<PairWorld> StartAsync(Func<HjemTilOsSettings, HjemTilOsSettings>? programme = null, params MemberForm[] family)
    {
        var world = new PairWorld(await RefundWorld.StartAsync(programme: programme));
        world.FamilyId = await world.Families.ApprovedAsync(family.Length > 0 ? world.Families.Form(family) : null);
        world.ReferralId = await world.Referrals.ReferAsync(ReferralWorld.Fields(("municipality", "aarhus")));
        await world.Referrals.ConsentAsync(world.ReferralId, 1);
        await world.Referrals.ConsentAsync(world.ReferralId, 2, "en");
        return world;
    }

    public async Task<FriendFamily> FamilyAsync() => await Families.CaseAsync(FamilyId);

    public async Task<Referral> ReferralAsync() => await Referrals.CaseAsync(ReferralId);

    public async Task<ProposeResult> ProposeAsync(string? by = null, string? referral = null, string? family = null, string forFamily = "En pige på syv.", string forChild = "To voksne.")
    {
        var result = await House.Get<MatchDesk>().ProposeAsync(by ?? House.Coordinator, referral ?? ReferralId, family ?? FamilyId, forFamily, forChild, Ct);
        await House.SettleAsync();
        return result;
    }

    /// <summary>Proposed to both.</summary>
    public async Task<string> ProposedAsync() => (await ProposeAsync()).ShouldBeOfType<ProposeResult.Proposed>().MatchId;

    /// <summary>Both have said yes and met on 9 September: Thursdays, the first on the 17th. The course's id.</summary>
    public async Task<string> BegunAsync()
    {
        var id = await ProposedAsync();
        await Matches.DoneAsync(id, "hto-match-ask--family", "yes");
        await Matches.DoneAsync(id, "hto-match-ask--child", "yes");
        await Matches.DoneAsync(id, "hto-match-offer", "offer", ("time1", "2026-09-09T16:30"), ("place", "Skovvej 12"));
        await Matches.DoneAsync(id, "hto-match-time--child", "2026-09-09T14:30Z");
        await Matches.DoneAsync(id, "hto-match-time--family", "fits");
        await House.GoToAsync("2026-09-09 18:00");
        await Matches.DoneAsync(id, "hto-match-met", "thursday", ("from", "15.00"), ("until", "18.00"));
        return FamilyMatch.CourseIdOf(id);
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
