using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Leave;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Six months at most; whoever does not report back has stopped.</summary>
public sealed class LeaveTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;
    private string _person = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync("2026-08-31 10:00");
        var person = await _world.House.Get<Core.People.PersonDirectory>().FindOrCreateByEmailAsync("astrid@eksempel.example", "Astrid Frivillig", "da", cancellation: Ct);
        var application = new VolunteerApplication
        {
            Id = "v-1",
            DepartmentId = "aarhus",
            PersonId = person,
            Created = _world.House.Clock.GetUtcNow(),
            Content = new ApplicationContent { Name = "Astrid Frivillig", Email = "astrid@eksempel.example", Language = "da", Functions = ["arrangoer"] },
            FormHash = "",
            State = ApplicationState.Approved,
        };
        await _world.House.Get<VolunteerBook>().WelcomeAsync(application, Ct);
        _person = person;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task From_31_August_and_silent_one_has_stopped_on_28_February_at_18()
    {
        (await AskAsync("2026-08-31", "")).ShouldBeOfType<LeaveResult.Begun>();
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.OnLeave);
        await _world.House.GoToAsync("2027-02-28 17:59");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.OnLeave);
        await _world.House.GoToAsync("2027-02-28 18:00");
        var stopped = await VolunteerAsync();
        stopped.State.ShouldBe(VolunteerState.Stopped);
        stopped.StoppedOn.ShouldBe(new DateOnly(2027, 2, 28));
        (await MailsAsync()).ShouldBe(
        [
            "2026-08-31 10:00 leave-begun astrid",
            "2027-01-28 09:00 leave-reminder astrid",
            "2027-02-21 09:00 leave-reminder astrid",
            "2027-02-28 09:00 leave-reminder astrid",
            "2027-02-28 18:00 leave-ended karla",
            "2027-02-28 18:00 leave-stopped astrid",
        ]);
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Reported_back_before_the_end_one_is_active_again_and_hears_no_more_of_it()
    {
        await AskAsync("2026-09-01", "2026-12-01");
        await _world.House.GoToAsync("2026-11-25 12:00");
        (await AnswerAsync("back")).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Active);
        await _world.House.GoToAsync("2027-06-01 12:00");
        (await MailsAsync()).Select(m => m[17..]).ShouldBe(["leave-begun astrid", "leave-reminder astrid", "leave-reminder astrid", "leave-returned karla", "leave-welcome-back astrid"]);
    }

    [Fact]
    public async Task Reported_back_too_late_the_page_says_so_and_the_way_back_is_to_apply()
    {
        await AskAsync("2026-08-31", "");
        await _world.House.GoToAsync("2027-03-01 09:00");
        var late = (await AnswerAsync("back")).ShouldBeOfType<StepResult.Settled>();
        late.Mine.ShouldBeFalse();
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
    }

    [Theory]
    [InlineData("2026-08-31", "2027-03-01", "until")]
    [InlineData("2026-08-30", "", "from")]
    [InlineData("2026-09-01", "2026-09-01", "until")]
    [InlineData("snart", "", "from")]
    [InlineData("2026-09-01", "engang", "until")]
    public async Task More_than_six_months_and_other_days_that_cannot_be_are_refused_with_the_reason(string from, string until, string field)
    {
        (await AskAsync(from, until)).ShouldBeOfType<LeaveResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Active);
    }

    [Fact]
    public async Task Asked_twice_it_is_one_leave()
    {
        await AskAsync("2026-08-31", "");
        (await AskAsync("2026-08-31", "")).ShouldBeOfType<LeaveResult.Begun>();
        (await MailsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Noted_as_away_when_the_program_stopped_before_the_leave_was_written_one_asks_again_and_gets_it()
    {
        await _world.House.Get<VolunteerBook>().ChangeAsync(_person, v => v with { State = VolunteerState.OnLeave, LeaveId = "o-lost" }, Ct);
        (await AskAsync("2026-08-31", "2026-10-01")).ShouldBeOfType<LeaveResult.Begun>();
        (await LeaveAsync()).Id.ShouldBe("o-lost");
        await _world.House.GoToAsync("2026-10-01 18:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
    }

    [Fact]
    public async Task Back_on_the_first_day_and_away_again_from_that_same_day_is_a_leave_of_its_own()
    {
        await AskAsync("2026-08-31", "2026-10-01");
        await AnswerAsync("back");
        (await AskAsync("2026-08-31", "2026-11-01")).ShouldBeOfType<LeaveResult.Begun>();
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.OnLeave);
        await _world.House.GoToAsync("2026-11-01 18:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
    }

    [Fact]
    public async Task One_who_has_stopped_takes_no_leave()
    {
        await _world.House.Get<VolunteerBook>().ChangeAsync(_person, v => v with { State = VolunteerState.Stopped }, Ct);
        (await AskAsync("2026-09-01", "")).ShouldBeOfType<LeaveResult.Stopped>();
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
    }

    [Fact]
    public async Task A_short_leave_skips_the_reminder_whose_day_has_passed()
    {
        await AskAsync("2026-08-31", "2026-09-14");
        await _world.House.GoToAsync("2026-09-14 19:00");
        (await MailsAsync()).Where(m => m.Contains("reminder", StringComparison.Ordinal)).ShouldBe(["2026-09-07 09:00 leave-reminder astrid", "2026-09-14 09:00 leave-reminder astrid"]);
    }

    [Theory]
    [InlineData("2026-10-31", "2027-04-30")]
    [InlineData("2026-08-29", "2027-02-28")]
    [InlineData("2027-08-31", "2028-02-29")]
    public void Six_months_are_counted_from_the_first_day(string from, string last) => LeaveRules.LastDay(DateOnly.Parse(from)).ShouldBe(DateOnly.Parse(last));

    [Fact]
    public async Task The_program_stops_in_the_middle_and_the_leave_ends_all_the_same()
    {
        await AskAsync("2026-08-31", "");
        await _world.House.RestartAsync();
        await _world.House.GoToAsync("2027-02-01 12:00");
        await _world.House.RestartAsync();
        await _world.House.GoToAsync("2027-03-01 12:00");
        (await VolunteerAsync()).State.ShouldBe(VolunteerState.Stopped);
        (await MailsAsync()).Count.ShouldBe(6);
    }

    private string Token => _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(_person));

    private async Task<LeaveResult> AskAsync(string from, string until)
    {
        var result = await _world.House.Get<LeaveDesk>().AskAsync(Token, from, until, Ct);
        await _world.House.SettleAsync();
        return result;
    }

    private async Task<StepResult> AnswerAsync(string answer)
    {
        var id = (await LeaveAsync()).Id;
        var token = _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, new DecisionRef(LeaveProcess.Prefix + id, id, "leave-return", 1).TokenIdFor(_person));
        var result = await _world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm(answer, new Dictionary<string, string>()), Ct);
        await _world.House.SettleAsync();
        return result;
    }

    private async Task<Volunteer> VolunteerAsync() => (await _world.House.Get<VolunteerBook>().GetAsync(_person, Ct)).ShouldNotBeNull().Value;

    private async Task<VolunteerLeave> LeaveAsync()
    {
        await foreach (var place in _world.House.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, cancellation: Ct))
            return (await _world.House.Get<CaseBook<VolunteerLeave>>().GetAsync(place.Value.CaseId, Ct)).ShouldNotBeNull().Value;
        throw new InvalidOperationException("There is no leave.");
    }

    private async Task<IReadOnlyList<string>> MailsAsync()
    {
        var catalogue = MessageCatalogue.Load(LeaveMessages.Specs);
        var mails = new List<string>();
        await foreach (var notice in _world.House.Register.QueryAsync<Notice>(LeaveProcess.Prefix + (await LeaveAsync()).Id, "notice:", cancellation: Ct))
        {
            catalogue.Render(notice.Value, link => "https://eksempel.example" + link.Path).Text.ShouldNotContain("{{");
            mails.Add($"{WallTime.LocalDate(notice.Value.Due):yyyy-MM-dd} {WallTime.LocalTime(notice.Value.Due):HH\\:mm} {notice.Value.Template} {notice.Value.To.Split('@')[0]}");
        }

        return [.. mails.Order(StringComparer.Ordinal)];
    }
}
