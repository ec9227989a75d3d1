using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Recorded after the conversation, never before; and what is kept of one who has stopped.</summary>
public sealed class TerminationTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;
    private string _astrid = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TerminationDesk Desk => _world.House.Get<TerminationDesk>();

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync();
        var id = await _world.TalkedAsync(_world.Form("legeven"));
        await _world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "volunteer-boerneattest-outcome", "clean", ("deleted", "on"));
        await _world.PreparedAsync(id);
        await _world.DoneAsync(id, "volunteer-approve", "approve");
        _astrid = (await _world.ApplicationAsync(id)).PersonId;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Before_the_conversation_nothing_can_be_recorded_and_nothing_is_sent()
    {
        (await Desk.RecordAsync(_astrid, _world.House.Coordinator, "2026-09-23", true, "send", Ct)).ShouldBeOfType<TerminationResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe("talkedOn");
        (await Desk.RecordAsync(_astrid, _world.House.Coordinator, "2026-09-22", false, "", Ct)).ShouldBeOfType<TerminationResult.Invalid>().Problems.Select(p => p.Field).ShouldBe(["held", "message"]);
        await _world.House.SettleAsync();
        (await _world.PersonAsync(_astrid)).State.ShouldBe(VolunteerState.Active);
        (await _world.CasesAsync<VolunteerFarewell>(_astrid)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("send", 1)]
    [InlineData("none", 0)]
    public async Task Afterwards_the_one_message_that_was_chosen_and_the_handing_over(string message, int mails)
    {
        foreach (var _ in (int[])[1, 2])
            (await Desk.RecordAsync(_astrid, _world.House.Coordinator, "2026-09-22", true, message, Ct)).ShouldBeOfType<TerminationResult.Done>();
        await _world.House.SettleAsync();
        var volunteer = await _world.PersonAsync(_astrid);
        volunteer.State.ShouldBe(VolunteerState.Stopped);
        volunteer.StoppedBy.ShouldBe(StopReason.Terminated);
        volunteer.StoppedOn.ShouldBe(new DateOnly(2026, 9, 22));
        (await _world.CasesAsync<CertificateRenewal>(_astrid)).ShouldHaveSingleItem().Moot.ShouldBeTrue();
        var farewell = (await _world.CasesAsync<VolunteerFarewell>(_astrid)).ShouldHaveSingleItem();
        var sent = await _world.MailsInAsync(FarewellProcess.Prefix + farewell.Id);
        sent.Count(m => m.Contains("astrid", StringComparison.Ordinal)).ShouldBe(mails);
        sent.ShouldContain("2026-09-23 case-task karla");
        await _world.AnswerAsync<VolunteerFarewell>(FarewellProcess.Prefix, farewell.Id, "farewell-handover", "done");
        (await _world.MailsInAsync(FarewellProcess.Prefix + farewell.Id)).ShouldBe(sent);
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task One_on_leave_or_on_the_way_out_already_hears_nothing_of_that_any_more()
    {
        await _world.House.Get<LeaveDesk>().AskAsync(_world.PageToken(_astrid), "2026-10-01", "", Ct);
        await _world.House.SettleAsync();
        await _world.House.GoToAsync("2026-10-05 12:00");
        await Desk.RecordAsync(_astrid, _world.House.Coordinator, "2026-10-05", true, "none", Ct);
        await _world.House.SettleAsync();
        await _world.House.GoToAsync("2027-04-30 12:00");
        var leave = (await _world.CasesAsync<VolunteerLeave>(_astrid)).ShouldHaveSingleItem();
        leave.State.ShouldBe(LeaveState.Ended);
        (await _world.MailsInAsync(LeaveProcess.Prefix + leave.Id)).ShouldBe(["2026-09-23 leave-begun astrid"]);
        (await _world.PersonAsync(_astrid)).StoppedBy.ShouldBe(StopReason.Terminated);
    }

    [Fact]
    public async Task A_resignation_under_way_becomes_the_termination()
    {
        await _world.House.Get<FarewellDesk>().AskAsync(_world.PageToken(_astrid), "2026-11-30", Ct);
        await _world.House.SettleAsync();
        await _world.House.GoToAsync("2026-10-05 12:00");
        await Desk.RecordAsync(_astrid, _world.House.Coordinator, "2026-10-04", true, "none", Ct);
        await _world.House.SettleAsync();
        var farewell = (await _world.CasesAsync<VolunteerFarewell>(_astrid)).ShouldHaveSingleItem();
        farewell.Terminated.ShouldBeTrue();
        (await _world.PersonAsync(_astrid)).StoppedOn.ShouldBe(new DateOnly(2026, 10, 4));
        (await _world.MailsInAsync(FarewellProcess.Prefix + farewell.Id)).ShouldNotContain(m => m.Contains("farewell-thanks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_coordinator_of_another_department_records_nothing()
    {
        var stranger = await _world.House.GivenStaffAsync("Hans Horsens", StaffRole.Coordinator);
        await _world.House.Get<StaffDirectory>().PutAsync(stranger, [StaffRole.Coordinator], ["horsens"], cancellation: Ct);
        (await Desk.RecordAsync(_astrid, stranger, "2026-09-22", true, "none", Ct)).ShouldBeOfType<TerminationResult.Gone>();
        (await Desk.RecordAsync(_astrid, _world.House.Operator, "2026-09-22", true, "none", Ct)).ShouldBeOfType<TerminationResult.Gone>();
    }

    [Fact]
    public async Task A_year_after_the_stop_the_certificates_are_forgotten_and_after_five_the_person()
    {
        await Desk.RecordAsync(_astrid, _world.House.Coordinator, "2026-09-22", true, "none", Ct);
        await _world.House.SettleAsync();
        var farewell = (await _world.CasesAsync<VolunteerFarewell>(_astrid)).ShouldHaveSingleItem();
        await _world.AnswerAsync<VolunteerFarewell>(FarewellProcess.Prefix, farewell.Id, "farewell-handover", "done");
        await _world.SweepAsync("2027-09-22 12:00");
        (await _world.PersonAsync(_astrid)).Certificates.ShouldHaveSingleItem();
        await _world.SweepAsync("2027-09-23 12:00");
        (await _world.PersonAsync(_astrid)).Certificates.ShouldBeEmpty();
        await _world.SweepAsync("2031-09-22 12:00");
        (await _world.House.Get<PersonDirectory>().GetAsync(_astrid, Ct)).ShouldNotBeNull();
        await _world.SweepAsync("2031-12-31 12:00");
        (await _world.House.Get<PersonDirectory>().GetAsync(_astrid, Ct)).ShouldBeNull();
        (await _world.House.Get<PersonDirectory>().FindByEmailAsync("astrid@eksempel.example", Ct)).ShouldBeNull();
        (await RowsAsync(Partitions.Person(_astrid))).ShouldBeEmpty();
    }

    private async Task<List<string>> RowsAsync(string partition)
    {
        var rows = new List<string>();
        await foreach (var row in _world.House.Register.QueryAsync<System.Text.Json.Nodes.JsonObject>(partition, cancellation: Ct))
            rows.Add(row.Row);
        return rows;
    }
}
