using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Decisions;
using Husrum.Core.People;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Absence;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>What comes too late, in the wrong order, or half-way through something else.</summary>
public sealed class OutOfOrderTests : IAsyncLifetime
{
    private static readonly CertificateNote Note = new(CertificateKind.Children) { Outcome = CertificateOutcome.Clean, RenewBy = new DateOnly(2026, 10, 31), ConsentSettled = true };

    private VolunteerWorld _world = null!;
    private string _astrid = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync();
        _astrid = await _world.MadeVolunteerAsync("Astrid Ansøger", ["legeven"]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Stopped_half_way_through_a_renewal_nothing_more_is_asked_and_a_late_consent_changes_nothing()
    {
        await _world.House.Get<RenewalStarter>().StartAsync(_astrid, "aarhus", [Note], Ct);
        await _world.House.GoToAsync("2026-09-01 12:00");
        await _world.AnswerAsync<CertificateRenewal>(RenewalProcess.Prefix, await RenewalIdAsync(), "renewal-order", "ordered");
        var consent = await _world.TokenOfAsync(RenewalProcess.Prefix, (await _world.CasesAsync<CertificateRenewal>(_astrid))[0], "renewal-consent");
        await _world.House.Get<FarewellDesk>().AskAsync(_world.PageToken(_astrid), "", Ct);
        await _world.House.GoToAsync("2026-09-02 12:00");
        var sent = await _world.MailsInAsync(RenewalProcess.Prefix + await RenewalIdAsync());
        (await _world.House.Get<CaseDesk>().AnswerAsync(consent, new StepForm("done", new Dictionary<string, string>()), Ct)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        await _world.House.GoToAsync("2026-12-01 12:00");
        (await _world.CasesAsync<CertificateRenewal>(_astrid)).ShouldHaveSingleItem().Moot.ShouldBeTrue();
        (await _world.MailsInAsync(RenewalProcess.Prefix + await RenewalIdAsync())).ShouldBe(sent);
    }

    [Fact]
    public async Task Ordered_by_two_at_once_it_is_ordered_once_and_its_outcome_cannot_be_noted_before()
    {
        await _world.House.Get<RenewalStarter>().StartAsync(_astrid, "aarhus", [Note], Ct);
        await _world.House.GoToAsync("2026-09-01 12:00");
        var renewal = (await _world.CasesAsync<CertificateRenewal>(_astrid)).ShouldHaveSingleItem();
        var outcome = new DecisionRef(RenewalProcess.Prefix + renewal.Id, renewal.Id, "renewal-outcome", 1);
        (await _world.House.Register.GetAsync<DecisionRecord>(outcome.Partition, outcome.Row, Ct)).ShouldBeNull(); // not asked, so there is no link
        var order = await _world.TokenOfAsync(RenewalProcess.Prefix, renewal, "renewal-order");
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => _world.House.Get<CaseDesk>().AnswerAsync(order, new StepForm("ordered", new Dictionary<string, string>()), Ct)));
        await _world.House.SettleAsync();
        results.ShouldAllBe(r => r is StepResult.Settled);
        (await _world.CasesAsync<CertificateRenewal>(_astrid))[0].Note.OrderedOn.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public async Task Terminated_while_away_on_leave_and_with_an_absence_told_the_rest_falls_silent()
    {
        await _world.House.Get<AbsenceDesk>().TellAsync(_world.PageToken(_astrid), "2026-09-02", "", Ct);
        await _world.House.Get<LeaveDesk>().AskAsync(_world.PageToken(_astrid), "2026-09-05", "", Ct);
        await _world.House.GoToAsync("2026-09-10 12:00");
        await _world.House.Get<TerminationDesk>().RecordAsync(_astrid, _world.House.Coordinator, "2026-09-10", true, TerminationDesk.None, Ct);
        await _world.House.SettleAsync();
        (await _world.House.Get<AbsenceDesk>().TellAsync(_world.PageToken(_astrid), "2026-09-12", "", Ct)).ShouldBeOfType<AbsenceResult.Gone>();
        (await _world.House.Get<LeaveDesk>().AskAsync(_world.PageToken(_astrid), "2026-10-01", "", Ct)).ShouldBeOfType<LeaveResult.Stopped>();
        (await _world.House.Get<FarewellDesk>().AskAsync(_world.PageToken(_astrid), "2026-10-01", Ct)).ShouldBeOfType<LeaveResult.Stopped>();
        (await _world.PersonAsync(_astrid)).StoppedOn.ShouldBe(new DateOnly(2026, 9, 10));
    }

    [Fact]
    public async Task A_termination_whose_handing_over_nobody_sees_to_goes_on_to_deputy_and_leader_and_is_never_forgotten()
    {
        await _world.House.Get<TerminationDesk>().RecordAsync(_astrid, _world.House.Coordinator, "2026-08-31", true, TerminationDesk.None, Ct);
        await _world.House.SettleAsync();
        await _world.House.GoToAsync("2026-10-12 12:00");
        var farewell = (await _world.CasesAsync<VolunteerFarewell>(_astrid)).ShouldHaveSingleItem();
        farewell.IsClosed.ShouldBeFalse();
        var mails = await _world.MailsInAsync(FarewellProcess.Prefix + farewell.Id);
        mails.ShouldContain("2026-09-10 case-task didrik");
        mails.ShouldContain("2026-09-16 case-task lea");
        mails.Count(m => m.Contains("case-stuck oda", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
        mails.ShouldNotContain(m => m.Contains("astrid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_before_ever_having_been_away_and_twice_nothing_happens()
    {
        foreach (var _ in (int[])[1, 2])
            await _world.House.Get<AbsenceDesk>().ComeBackAsync(_world.PageToken(_astrid), "2026-09-10", Ct);
        await _world.House.SettleAsync();
        (await _world.MailsInAsync(Core.Register.Partitions.Person(_astrid))).ShouldBeEmpty();
        (await AwayPeriods.OfAsync(_world.House.Register, _astrid, Ct)).Periods.ShouldBeEmpty();
    }

    [Fact]
    public async Task Back_again_before_the_five_years_are_over_one_is_kept_and_the_program_may_have_slept_through_the_day()
    {
        await _world.House.Get<VolunteerEnding>().StopAsync(_astrid, v => v.State == VolunteerState.Active, new DateOnly(2021, 9, 2), StopReason.Resigned, Ct);
        var back = await _world.MadeAgainAsync(_astrid, "Astrid Ansøger", ["arrangoer"]);
        await _world.SweepAsync("2026-09-10 12:00"); // the day was 3 September
        (await _world.House.Get<PersonDirectory>().GetAsync(back, Ct)).ShouldNotBeNull();
        (await _world.PersonAsync(back)).State.ShouldBe(VolunteerState.Active);

        // the other one did not come back, and the nights were all missed: the next one sees to it
        var bo = await _world.MadeVolunteerAsync("Bo Ven", ["arrangoer"]);
        await _world.House.Get<VolunteerEnding>().StopAsync(bo, v => v.State == VolunteerState.Active, new DateOnly(2021, 8, 1), StopReason.Resigned, Ct);
        await _world.House.RestartAsync();
        await _world.SweepAsync("2026-09-12 12:00");
        (await _world.House.Get<PersonDirectory>().GetAsync(bo, Ct)).ShouldBeNull();
    }

    private async Task<string> RenewalIdAsync() => (await _world.CasesAsync<CertificateRenewal>(_astrid)).ShouldHaveSingleItem().Id;
}
