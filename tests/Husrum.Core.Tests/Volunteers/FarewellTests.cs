using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>A volunteer stops: in good time, at once, or not after all; and comes back seven months later.</summary>
public sealed class FarewellTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;
    private string _person = "";
    private string _application = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync();
        _application = await _world.TalkedAsync(_world.Form());
        await _world.PreparedAsync(_application);
        await _world.DoneAsync(_application, "volunteer-approve", "approve");
        _person = (await _world.ApplicationAsync(_application)).PersonId;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Told_in_good_time_the_last_day_ends_at_18_with_thanks_and_the_coordinator_sees_to_the_rest()
    {
        (await AskAsync("2026-10-15")).ShouldBeOfType<LeaveResult.Begun>();
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Active);
        (await AnswerAsync("farewell-handover", "done", _world.House.Coordinator)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        await _world.House.GoToAsync("2026-10-15 17:59");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Active);
        await _world.House.GoToAsync("2026-10-15 18:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
        (await FarewellAsync()).IsClosed.ShouldBeTrue();
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Stopped_before_the_handover_was_agreed_the_coordinator_is_still_asked()
    {
        await AskAsync("2026-09-23");
        await _world.House.GoToAsync("2026-09-24 12:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
        (await FarewellAsync()).IsClosed.ShouldBeFalse();
        await AnswerAsync("farewell-handover", "done", _world.House.Coordinator);
        (await FarewellAsync()).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task Noted_when_the_program_stopped_before_the_farewell_was_written_one_asks_again_and_gets_it()
    {
        await _world.House.Get<VolunteerBook>().ChangeAsync(_person, v => v with { FarewellId = "s-lost" }, Ct);
        (await AskAsync("2026-10-15")).ShouldBeOfType<LeaveResult.Begun>();
        await _world.House.GoToAsync("2026-10-15 18:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
    }

    [Fact]
    public async Task Staying_after_all_and_then_stopping_in_the_same_minute_is_a_farewell_of_its_own()
    {
        await AskAsync("2026-10-15");
        await AnswerAsync("farewell-last-day", "stay", _person);
        (await AskAsync("2026-11-15")).ShouldBeOfType<LeaveResult.Begun>();
        await _world.House.GoToAsync("2026-11-15 18:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
    }

    [Fact]
    public async Task Not_after_all_the_volunteer_stays_and_nobody_thanks_them_for_having_been_there()
    {
        await AskAsync("2026-10-15");
        (await AnswerAsync("farewell-last-day", "stay", _person)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        await _world.House.GoToAsync("2026-12-15 12:00");
        var volunteer = await VolunteerAsync();
        volunteer.State.ShouldBe(VolunteerState.Active);
        volunteer.FarewellId.ShouldBeNull();
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-09-21")]
    [InlineData("2027-12-01")]
    [InlineData("snart")]
    public async Task A_day_that_cannot_be_is_refused(string day) => (await AskAsync(day)).ShouldBeOfType<LeaveResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe("lastDay");

    [Fact]
    public async Task On_leave_one_stops_by_the_leave_and_on_the_way_out_one_takes_no_leave()
    {
        await AskLeaveAsync("2026-10-01");
        (await AskAsync("")).ShouldBeOfType<LeaveResult.Invalid>();
        (await VolunteerAsync()).FarewellId.ShouldBeNull();
        await AnswerLeaveAsync("stop");
        var stopped = await VolunteerAsync();
        stopped.State.ShouldBe(VolunteerState.Stopped);
        stopped.StoppedOn.ShouldBe(new DateOnly(2026, 9, 22));
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Leaving_one_takes_no_leave_before_the_farewell_is_taken_back()
    {
        await AskAsync("2026-10-15");
        (await AskLeaveAsync("2026-10-01")).ShouldBeOfType<LeaveResult.Invalid>();
        await AnswerAsync("farewell-last-day", "stay", _person);
        (await AskLeaveAsync("2026-10-01")).ShouldBeOfType<LeaveResult.Begun>();
    }

    [Fact]
    public async Task One_who_stopped_comes_back_seven_months_later_by_a_new_application_that_knows_the_old()
    {
        await AskAsync("");
        await AnswerAsync("farewell-handover", "done", _world.House.Coordinator);
        await _world.House.GoToAsync("2027-04-23 10:00");
        var again = await _world.ApplyAsync(_world.Form());
        var application = await _world.ApplicationAsync(again);
        application.PersonId.ShouldBe(_person);
        application.PreviousId.ShouldBe(_application);
    }

    private async Task<LeaveResult> AskAsync(string day)
    {
        var token = _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(_person));
        var result = await _world.House.Get<FarewellDesk>().AskAsync(token, day, Ct);
        await _world.House.SettleAsync();
        return result;
    }

    private async Task<LeaveResult> AskLeaveAsync(string from)
    {
        var token = _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(_person));
        var result = await _world.House.Get<LeaveDesk>().AskAsync(token, from, "", Ct);
        await _world.House.SettleAsync();
        return result;
    }

    private async Task AnswerLeaveAsync(string answer)
    {
        var id = (await VolunteerAsync()).LeaveId!;
        var token = _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, new DecisionRef(LeaveProcess.Prefix + id, id, "leave-return", 1).TokenIdFor(_person));
        (await _world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm(answer, new Dictionary<string, string>()), Ct)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        await _world.House.SettleAsync();
    }

    private async Task<StepResult> AnswerAsync(string question, string answer, string by)
    {
        var id = (await FarewellAsync()).Id;
        var token = _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, new DecisionRef(FarewellProcess.Prefix + id, id, question, 1).TokenIdFor(by));
        var result = await _world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm(answer, new Dictionary<string, string>()), Ct);
        await _world.House.SettleAsync();
        return result;
    }

    private async Task<Volunteer> VolunteerAsync() => (await _world.House.Get<VolunteerBook>().GetAsync(_person, Ct)).ShouldNotBeNull().Value;

    private async Task<VolunteerFarewell> FarewellAsync()
    {
        await foreach (var place in _world.House.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(_person), cancellation: Ct))
        {
            if (place.Value.CaseId.StartsWith("s-", StringComparison.Ordinal))
                return (await _world.House.Get<CaseBook<VolunteerFarewell>>().GetAsync(place.Value.CaseId, Ct)).ShouldNotBeNull().Value;
        }

        throw new InvalidOperationException("There is no farewell.");
    }
}
