using Husrum.Core.Gatherings;
using Husrum.Core.Organisations;
using Husrum.Core.Rounds;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Tests.Volunteers;
using Husrum.Core.Volunteers;
using Husrum.Durable.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Tests.Gatherings;

/// <summary>Meetings whose dates stand in organisation.json: on the list at once, invited to by themselves.</summary>
public sealed class MeetingCalendarTests : IAsyncLifetime
{
    private static readonly PlannedMeeting November = new("frivilligmoede-2026-4", GatheringKind.VolunteerMeeting, "aarhus", new(2026, 11, 5), new(17, 0), new(19, 30), "Frivilligcentret") { Note = "Der er mad." };
    private static readonly PlannedMeeting Supervision = new("supervision-2026-4", GatheringKind.Supervision, "*", new(2026, 10, 20), new(16, 0), new(18, 0), "https://moede.example/abc") { Functions = ["hjerteven"], InviteDaysBefore = 14 };
    private static readonly PlannedMeeting Past = new("frivilligmoede-2026-3", GatheringKind.VolunteerMeeting, "aarhus", new(2026, 9, 3), new(17, 0), new(19, 30), "Frivilligcentret");

    private GatheringWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await WithAsync(November, Supervision, Past);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task On_the_list_at_once_and_invited_to_at_the_hour_set()
    {
        await RoundsAsync();
        (await _world.Planner.ForAsync(_world.Karla, Ct)).Select(g => g.Id).ShouldBe([MeetingCalendar.IdOf(November)]); // the other is everybody's, the third has been
        (await MailsAsync(November)).ShouldBeEmpty();
        await _world.House.GoToAsync("2026-10-06 09:30");
        (await MailsAsync(Supervision)).ShouldBe(["10-06 09:00 gathering-invite Cilla"]);
        await _world.House.GoToAsync("2026-10-08 08:59");
        (await MailsAsync(November)).ShouldBeEmpty();
        await _world.House.GoToAsync("2026-10-08 09:00");
        (await MailsAsync(November)).ShouldBe(["10-08 09:00 gathering-invite Astrid", "10-08 09:00 gathering-invite Bo", "10-08 09:00 gathering-invite Cilla"]);
        await _world.House.GoToAsync("2026-11-20 09:30");
        (await MailsAsync(November)).ShouldContain("10-31 09:00 gathering-invite-reminder Astrid");
        (await _world.GatheringAsync(MeetingCalendar.IdOf(November))).State.ShouldBe(GatheringState.Over);
    }

    [Fact]
    public async Task Looked_at_every_week_and_after_every_restart_it_is_one_meeting()
    {
        await RoundsAsync();
        foreach (var day in (string[])["2026-09-17 06:00", "2026-10-08 09:30", "2026-10-15 06:00"])
        {
            await _world.House.RestartAsync();
            await _world.House.GoToAsync(day);
        }

        (await MailsAsync(November)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_date_that_changes_in_the_file_before_the_invitations_counts_and_after_them_it_is_staffs()
    {
        await RoundAsync(November);
        var moved = November with { Date = new(2026, 11, 12), Place = "Caféen" };
        await RoundAsync(moved);
        (await _world.GatheringAsync(MeetingCalendar.IdOf(November))).Place.ShouldBe("Caféen");
        await _world.House.GoToAsync("2026-10-15 09:00");
        (await MailsAsync(November)).Count.ShouldBe(3);
        await RoundAsync(November);
        var now = await _world.GatheringAsync(MeetingCalendar.IdOf(November));
        (now.Place, now.Round).ShouldBe(("Caféen", 1));
    }

    [Fact]
    public async Task Moved_or_called_off_by_staff_before_anybody_is_invited_it_stays_so_and_nobody_is_told_of_what_they_never_heard_of()
    {
        await RoundsAsync();
        (await _world.Planner.MoveAsync(_world.Karla, MeetingCalendar.IdOf(November), GatheringWorld.Form("2026-11-19"), Ct)).ShouldNotBeNull().ShouldBeEmpty();
        await RoundAsync(November);
        await _world.House.SettleAsync();
        (await MailsAsync(November)).ShouldBeEmpty();
        await _world.House.GoToAsync("2026-10-08 09:00"); // the invitations keep their hour
        (await MailsAsync(November)).ShouldAllBe(m => m.Contains("gathering-invite ", StringComparison.Ordinal));
        (await MailsAsync(November)).Count.ShouldBe(3);

        var leader = new Core.People.SignedInStaff(_world.House.Leader, "Lea", [Core.People.StaffRole.Leader], []);
        await using var other = await WithAsync(Supervision);
        await RoundsAsync(other);
        (await other.Planner.CancelAsync(leader, MeetingCalendar.IdOf(Supervision), Ct)).ShouldBeTrue();
        await RoundAsync(Supervision, other);
        await other.House.GoToAsync("2026-11-01 12:00");
        (await other.MailsAsync(MeetingCalendar.IdOf(Supervision))).ShouldBeEmpty();
        (await other.GatheringAsync(MeetingCalendar.IdOf(Supervision))).State.ShouldBe(GatheringState.Cancelled);
    }

    [Fact]
    public async Task Added_too_late_for_its_hour_the_invitations_go_at_once()
    {
        await using var world = await WithAsync(November with { Date = new(2026, 9, 22) });
        await RoundsAsync(world);
        (await world.MailsAsync(MeetingCalendar.IdOf(November), "gathering-invite")).ShouldBe(["09-10 10:00 gathering-invite Astrid", "09-10 10:00 gathering-invite Bo", "09-10 10:00 gathering-invite Cilla"]);
    }

    [Fact]
    public async Task A_volunteers_own_page_has_the_date_first_and_then_the_invitation()
    {
        await RoundsAsync();
        (await OwnAsync("Bo")).Select(own => (own.Gathering.Kind, own.AnswerPath)).ShouldBe([(GatheringKind.VolunteerMeeting, null)]); // supervision is for others
        (await OwnAsync("Cilla")).Select(own => own.Gathering.Kind).ShouldBe([GatheringKind.Supervision, GatheringKind.VolunteerMeeting]);
        await _world.House.GoToAsync("2026-10-08 09:00");
        (await OwnAsync("Bo")).ShouldHaveSingleItem().AnswerPath.ShouldBe($"/moede?t={_world.Token(MeetingCalendar.IdOf(November), "Bo")}");
        await _world.AnswerAsync(MeetingCalendar.IdOf(November), "Bo", true);
        (await OwnAsync("Bo")).ShouldHaveSingleItem().Comes.ShouldBe(true);
        await _world.House.GoToAsync("2026-11-06 09:00");
        (await OwnAsync("Bo")).ShouldBeEmpty();
    }

    private static async Task<GatheringWorld> WithAsync(params PlannedMeeting[] meetings)
    {
        var house = await RefundWorld.StartAsync("2026-09-10 10:00", besides: new TestProcess(services => services.AddSingleton(Organisation(meetings)), _ => { }));
        var world = GatheringWorld.Of(house);
        await world.VolunteerAsync("Astrid");
        await world.VolunteerAsync("Bo");
        await world.VolunteerAsync("Cilla", functions: ["hjerteven"]);
        return world;
    }

    private static Organisation Organisation(params PlannedMeeting[] meetings) => RefundWorld.Small with { Volunteering = VolunteerWorld.Volunteering with { Meetings = meetings } };

    // as the program does at its start
    private async Task RoundsAsync(GatheringWorld? world = null)
    {
        var house = (world ?? _world).House;
        await house.Hub.ScheduleNewOrchestrationInstanceAsync(RoundTasks.Orchestrator, null, new StartOrchestrationOptions(RoundTasks.InstanceId), Ct);
        await house.SettleAsync();
    }

    // as it does with another file
    private async Task RoundAsync(PlannedMeeting meeting, GatheringWorld? world = null)
    {
        var house = (world ?? _world).House;
        await new MeetingCalendar(house.Get<GatheringBook>(), Organisation(meeting), house.Clock).RunAsync(false, Ct);
        await house.SettleAsync();
    }

    private Task<IReadOnlyList<string>> MailsAsync(PlannedMeeting meeting) => _world.MailsAsync(MeetingCalendar.IdOf(meeting));

    private async Task<IReadOnlyList<OwnGathering>> OwnAsync(string name) =>
        await _world.House.Get<UpcomingGatherings>().OfAsync(_world.Person(name), (await _world.House.Get<VolunteerBook>().GetAsync(_world.Person(name), Ct)).ShouldNotBeNull().Value, Ct);
}
