using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Functions;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Who cannot come, and who is away for a time.</summary>
public sealed class AbsenceTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;
    private string _astrid = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private AbsenceDesk Desk => _world.House.Get<AbsenceDesk>();

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync();
        _astrid = await _world.WelcomedAsync(); // 22 September 2026, in the evening
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Fellows_of_the_same_function_and_department_and_the_coordinator_are_told_once_and_nobody_else()
    {
        await _world.MadeVolunteerAsync("Bo Ven", ["arrangoer"]);
        await _world.MadeVolunteerAsync("Cilla Legeven", ["legeven"]);
        await _world.MadeVolunteerAsync("Dan Horsens", ["arrangoer"], department: "horsens");
        var stopped = await _world.MadeVolunteerAsync("Eva Stoppet", ["arrangoer"]);
        await _world.House.Get<VolunteerBook>().ChangeAsync(stopped, v => v with { State = VolunteerState.Stopped }, Ct);
        foreach (var _ in (int[])[1, 2])
            (await Desk.TellAsync(_world.PageToken(_astrid), "2026-09-24", "", Ct)).ShouldBeOfType<AbsenceResult.Told>().Fellows.ShouldBe(1);
        (await _world.MailsInAsync(Partitions.Person(_astrid))).ShouldBe(["2026-09-23 absence-fellow bo", "2026-09-23 absence-staff karla"]);
        var file = (await FileAsync()).ShouldNotBeNull();
        file.Events.ShouldHaveSingleItem().What.Danish.ShouldContain("kan ikke komme torsdag den 24. september 2026");
        foreach (var notice in await NoticesAsync())
            notice.Fields["person"].ShouldBe("Astrid Ansøger");
    }

    [Theory]
    [InlineData("", "", "absentFrom")]
    [InlineData("2026-09-21", "", "absentFrom")]
    [InlineData("2026-09-24", "2026-09-23", "absentUntil")]
    [InlineData("2026-09-24", "i morgen", "absentUntil")]
    [InlineData("2026-09-24", "2026-10-08", "absentUntil")]
    public async Task Days_that_cannot_be_are_refused_beside_their_field(string from, string until, string field)
    {
        (await Desk.TellAsync(_world.PageToken(_astrid), from, until, Ct)).ShouldBeOfType<AbsenceResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await _world.MailsInAsync(Partitions.Person(_astrid))).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_one_is_away_reminders_wait_for_home_and_a_deadline_for_a_week_at_home()
    {
        await _world.House.Get<FunctionDesk>().OfferAsync(_astrid, "legeven", "", _world.House.Coordinator, Ct);
        await _world.House.SettleAsync();
        (await Desk.GoAwayAsync(_world.PageToken(_astrid), "2026-09-24", "2026-10-20", Ct)).ShouldBeOfType<AbsenceResult.Told>();
        (await _world.MailsInAsync(Partitions.Person(_astrid))).ShouldBe(["2026-09-23 away-staff karla"]);
        await _world.House.GoToAsync("2026-10-20 23:00");
        var offer = (await _world.CasesAsync<FunctionRequest>(_astrid)).ShouldHaveSingleItem();
        (await MailsAsync(offer.Id)).ShouldBe(["2026-09-23 function-offer astrid"]);
        await _world.House.GoToAsync("2026-10-27 12:00");
        (await _world.CasesAsync<FunctionRequest>(_astrid))[0].State.ShouldBe(FunctionState.Offered);
        (await MailsAsync(offer.Id)).ShouldBe(["2026-09-23 function-offer astrid", "2026-10-21 function-offer-reminder astrid"]);
        await _world.House.GoToAsync("2026-10-28 12:00");
        (await _world.CasesAsync<FunctionRequest>(_astrid))[0].State.ShouldBe(FunctionState.NotTaken);
    }

    [Fact]
    public async Task Answered_from_the_beach_it_counts_at_once()
    {
        await _world.House.Get<FunctionDesk>().OfferAsync(_astrid, "legeven", "", _world.House.Coordinator, Ct);
        await _world.House.SettleAsync();
        await Desk.GoAwayAsync(_world.PageToken(_astrid), "2026-09-24", "2026-10-20", Ct);
        await _world.House.GoToAsync("2026-10-01 12:00");
        var offer = (await _world.CasesAsync<FunctionRequest>(_astrid)).ShouldHaveSingleItem();
        await _world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, offer.Id, "function-accept", "no");
        (await _world.CasesAsync<FunctionRequest>(_astrid))[0].State.ShouldBe(FunctionState.NotTaken);
    }

    [Fact]
    public async Task Home_early_reminders_come_as_ever_and_the_program_may_have_stopped_meanwhile()
    {
        await _world.House.Get<FunctionDesk>().OfferAsync(_astrid, "legeven", "", _world.House.Coordinator, Ct);
        await _world.House.SettleAsync();
        await Desk.GoAwayAsync(_world.PageToken(_astrid), "2026-09-24", "2026-10-01", Ct);
        await _world.House.GoToAsync("2026-09-26 12:00");
        await _world.House.RestartAsync();
        await Desk.ComeBackAsync(_world.PageToken(_astrid), "2026-09-24", Ct);
        await _world.House.GoToAsync("2026-10-30 12:00");
        var offer = (await _world.CasesAsync<FunctionRequest>(_astrid)).ShouldHaveSingleItem();
        offer.State.ShouldBe(FunctionState.NotTaken);
        (await MailsAsync(offer.Id)).ShouldBe(
        [
            "2026-09-23 function-offer astrid",
            "2026-10-02 function-offer-reminder astrid", // the first one had been put off until then; the second is due the same day, and one is enough
            "2026-10-14 function-not-taken karla",
        ]);
    }

    [Fact]
    public async Task What_the_police_or_a_leave_has_set_is_not_moved_by_a_holiday()
    {
        await _world.House.Get<FunctionDesk>().AskAsync(_world.PageToken(_astrid), "legeven", "", Ct);
        await _world.House.SettleAsync();
        var request = (await _world.CasesAsync<FunctionRequest>(_astrid)).ShouldHaveSingleItem();
        await _world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, request.Id, "function-boerneattest-order", "ordered");
        await Desk.GoAwayAsync(_world.PageToken(_astrid), "2026-09-24", "2026-10-20", Ct);
        await _world.House.GoToAsync("2026-10-08 12:00");
        (await MailsAsync(request.Id)).Count(m => m.Contains("volunteer-consent-reminder", StringComparison.Ordinal)).ShouldBe(2);
        (await _world.CasesAsync<FunctionRequest>(_astrid))[0].Certificates[0].ConsentSettled.ShouldBeTrue();
    }

    private async Task<Core.Volunteers.Files.PersonFile?> FileAsync() => await _world.House.Get<Core.Volunteers.Files.VolunteerFiles>().FileAsync(_astrid, _world.House.Coordinator, Ct);

    private Task<IReadOnlyList<string>> MailsAsync(string caseId) => _world.MailsInAsync(FunctionProcess.Prefix + caseId);

    private async Task<IReadOnlyList<Notice>> NoticesAsync()
    {
        var notices = new List<Notice>();
        await foreach (var notice in _world.House.Register.QueryAsync<Notice>(Partitions.Person(_astrid), "notice:", cancellation: Ct))
            notices.Add(notice.Value);
        return notices;
    }
}
