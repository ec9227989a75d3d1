using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Links;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>Years with a pause, and those that end before they are over, each against the one kept in Golden.</summary>
public sealed class YearThatEndsTests : IAsyncLifetime
{
    private CourseWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await _world.GoToAsync("2026-11-18 12:00");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_year_with_an_illness_that_makes_it_longer()
    {
        _world.Answers["hto-prolong"] = _ => ("prolong", []);
        (await Desk.RestAsync(await TokenAsync("family-1"), PauseReason.Illness, "2026-11-23", "2026-12-13", Ct)).ShouldBeOfType<CourseResult.Done>();
        await ToTheEndAsync("an-illness-in-november");
        (await _world.CourseAsync()).ProlongedDays.ShouldBe(21);
    }

    [Theory]
    [InlineData(EndingReason.Family, "ended-by-the-family")]
    [InlineData(EndingReason.Parents, "ended-by-the-parents")]
    [InlineData(EndingReason.Child, "ended-by-the-child")]
    [InlineData(EndingReason.Moved, "ended-by-a-move")]
    [InlineData(EndingReason.Crisis, "ended-by-a-crisis")]
    public async Task A_year_that_ends_in_december(EndingReason reason, string name)
    {
        (await _world.House.Get<CourseOffice>().EndAsync(CourseWorld.Id, _world.House.Coordinator, reason, "2026-12-10", Ct)).ShouldBeOfType<CourseResult.Done>();
        await ToTheEndAsync(name);
    }

    [Fact]
    public async Task A_consent_is_withdrawn_and_the_year_ends()
    {
        _world.Answers["hto-resume"] = _ => ("stop", []);
        (await Desk.WithdrawConsentAsync(await TokenAsync("guardian-2"), Ct)).ShouldBeOfType<CourseResult.Done>();
        await ToTheEndAsync("ended-by-a-withdrawn-consent");
    }

    private CourseDesk Desk => _world.House.Get<CourseDesk>();

    private async Task ToTheEndAsync(string name)
    {
        await _world.House.SettleAsync();
        await _world.GoToAsync("2027-12-31 12:00");
        (await _world.CourseAsync()).IsClosed.ShouldBeTrue();
        _world.House.Hub.NextDue.ShouldBeNull();
        await CourseTimeline.ShouldMatchAsync(_world, name, Ct);
    }

    private async Task<string> TokenAsync(string party) =>
        _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(CourseWorld.Id, (await _world.CourseAsync()).Parties.First(p => p.Id == party).PersonId));
}
