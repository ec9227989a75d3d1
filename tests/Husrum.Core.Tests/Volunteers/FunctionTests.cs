using Husrum.Core.Cases;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Functions added and ended after the approval.</summary>
public sealed class FunctionTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;
    private string _person = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FunctionDesk Desk => _world.House.Get<FunctionDesk>();

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync();
        _person = await _world.WelcomedAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Asked_for_its_certificate_comes_first_then_the_coordinators_yes_and_its_renewal_is_in_the_calendar()
    {
        await AskAsync("legeven");
        (await RequestAsync()).State.ShouldBe(FunctionState.Preparing);
        await DoneAsync("function-boerneattest-order", "ordered");
        await DoneAsync("function-boerneattest-consent", "done");
        await DoneAsync("function-boerneattest-outcome", "clean", ("deleted", "on"));
        (await _world.PersonAsync(_person)).Functions.ShouldBe(["arrangoer"]);
        await DoneAsync("function-approve", "approve");
        var volunteer = await _world.PersonAsync(_person);
        volunteer.Functions.ShouldBe(["arrangoer", "legeven"]);
        volunteer.Certificates.ShouldHaveSingleItem().RenewBy.ShouldBe(new DateOnly(2028, 9, 22));
        RenewalRules.Blocked(volunteer, VolunteerWorld.Volunteering, new DateOnly(2026, 9, 23)).ShouldBeEmpty();
        (await _world.CasesAsync<CertificateRenewal>(_person)).ShouldHaveSingleItem().RenewBy.ShouldBe(new DateOnly(2028, 9, 22));
        (await MailsAsync()).ShouldContain("2026-09-23 function-added astrid");
    }

    [Fact]
    public async Task Without_a_certificate_only_the_coordinator_is_asked_and_a_no_is_kind()
    {
        (await Desk.AskAsync(_world.PageToken(_person), "unheard-of", "", Ct)).ShouldBeOfType<FunctionResult.Invalid>();
        var other = await _world.MadeVolunteerAsync("Bo Ven", ["legeven"]);
        (await Desk.AskAsync(_world.PageToken(other), "arrangoer", "", Ct)).ShouldBeOfType<FunctionResult.Done>();
        await _world.House.SettleAsync();
        var request = (await _world.CasesAsync<FunctionRequest>(other)).ShouldHaveSingleItem();
        request.State.ShouldBe(FunctionState.Deciding);
        await _world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, request.Id, "function-approve", "decline");
        (await _world.PersonAsync(other)).Functions.ShouldBe(["legeven"]);
        (await _world.MailsInAsync(FunctionProcess.Prefix + request.Id)).ShouldContain(m => m.Contains("function-declined bo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_for_twice_it_is_one_request_and_after_a_no_it_can_be_asked_for_again()
    {
        await AskAsync("legeven");
        await AskAsync("legeven");
        var first = (await _world.CasesAsync<FunctionRequest>(_person)).ShouldHaveSingleItem();
        (await _world.House.Get<CaseDesk>().WithdrawAsync(_world.StatusToken(first.Id), Ct)).ShouldBeTrue();
        await _world.House.SettleAsync();
        (await RequestAsync()).State.ShouldBe(FunctionState.NotTaken);
        await AskAsync("legeven");
        (await _world.CasesAsync<FunctionRequest>(_person)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("1996-09-24", true)]
    [InlineData("1996-09-22", false)]
    public async Task The_age_rule_of_a_new_function_holds_too(string birthDate, bool tooYoung)
    {
        (await Desk.AskAsync(_world.PageToken(_person), "hjerteven", "", Ct)).ShouldBeOfType<FunctionResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe("birthDate");
        var answer = await Desk.AskAsync(_world.PageToken(_person), "hjerteven", birthDate, Ct);
        if (tooYoung)
            answer.ShouldBeOfType<FunctionResult.Invalid>().Problems.ShouldHaveSingleItem().Field.ShouldBe("function");
        else
            answer.ShouldBeOfType<FunctionResult.Done>();
    }

    [Fact]
    public async Task Offered_by_the_coordinator_the_volunteer_is_asked_and_nobody_has_to_approve_twice()
    {
        (await Desk.OfferAsync(_person, "hjerteven", "1990-05-31", _world.House.Coordinator, Ct)).ShouldBeOfType<FunctionResult.Done>();
        await _world.House.SettleAsync();
        (await RequestAsync()).State.ShouldBe(FunctionState.Offered);
        await DoneAsync("function-accept", "yes");
        (await _world.PersonAsync(_person)).Functions.ShouldBe(["arrangoer", "hjerteven"]);
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_rests_and_the_coordinator_hears_of_it()
    {
        await Desk.OfferAsync(_person, "legeven", "", _world.House.Coordinator, Ct);
        await _world.House.GoToAsync("2026-11-01 12:00");
        (await RequestAsync()).State.ShouldBe(FunctionState.NotTaken);
        (await MailsAsync()).ShouldBe(
        [
            "2026-09-23 function-offer astrid",
            "2026-09-25 function-offer-reminder astrid",
            "2026-10-02 function-offer-reminder astrid",
            "2026-10-14 function-not-taken karla",
        ]);
    }

    [Fact]
    public async Task A_coordinator_of_another_department_offers_and_ends_nothing()
    {
        var stranger = await _world.House.GivenStaffAsync("Hans Horsens", StaffRole.Coordinator);
        await _world.House.Get<StaffDirectory>().PutAsync(stranger, [StaffRole.Coordinator], ["horsens"], cancellation: Ct);
        (await Desk.OfferAsync(_person, "legeven", "", stranger, Ct)).ShouldBeOfType<FunctionResult.Gone>();
        (await Desk.EndByStaffAsync(_person, "arrangoer", stranger, Ct)).ShouldBeOfType<FunctionResult.Gone>();
    }

    [Fact]
    public async Task A_remark_waits_for_a_leader_and_changes_nothing_of_the_rest()
    {
        await AskAsync("legeven");
        await DoneAsync("function-boerneattest-order", "ordered");
        await DoneAsync("function-boerneattest-outcome", "remark", ("deleted", "on"));
        (await RequestAsync()).State.ShouldBe(FunctionState.Frozen);
        (await _world.PersonAsync(_person)).State.ShouldBe(VolunteerState.Active);
        await DoneAsync("function-remark", "decline");
        (await RequestAsync()).State.ShouldBe(FunctionState.Declined);
        (await _world.PersonAsync(_person)).Functions.ShouldBe(["arrangoer"]);
    }

    [Fact]
    public async Task Given_back_by_the_volunteer_the_coordinator_is_told_and_ended_by_the_coordinator_the_volunteer_is()
    {
        await Desk.OfferAsync(_person, "hjerteven", "1990-05-31", _world.House.Coordinator, Ct);
        await _world.House.SettleAsync();
        await DoneAsync("function-accept", "yes");
        (await Desk.EndAsync(_world.PageToken(_person), "hjerteven", Ct)).ShouldBeOfType<FunctionResult.Done>();
        (await Desk.EndAsync(_world.PageToken(_person), "hjerteven", Ct)).ShouldBeOfType<FunctionResult.Done>();
        (await _world.MailsInAsync(Partitions.Person(_person))).ShouldBe(["2026-09-23 function-ended-staff karla"]);
        (await _world.PersonAsync(_person)).Functions.ShouldBe(["arrangoer"]);
        (await Desk.EndAsync(_world.PageToken(_person), "arrangoer", Ct)).ShouldBeOfType<FunctionResult.Invalid>();
    }

    [Fact]
    public async Task The_program_stops_at_every_step_and_nothing_is_lost_or_repeated()
    {
        await AskAsync("legeven");
        await _world.House.RestartAsync();
        await DoneAsync("function-boerneattest-order", "ordered");
        await _world.House.RestartAsync();
        await DoneAsync("function-boerneattest-outcome", "clean", ("deleted", "on"));
        await _world.House.RestartAsync();
        await DoneAsync("function-approve", "approve");
        await _world.House.RestartAsync();
        await _world.House.SettleAsync();
        (await MailsAsync()).Count(m => m.Contains("function-added", StringComparison.Ordinal)).ShouldBe(1);
        (await _world.CasesAsync<CertificateRenewal>(_person)).Count.ShouldBe(1);
    }

    private async Task AskAsync(string function)
    {
        await Desk.AskAsync(_world.PageToken(_person), function, "", Ct);
        await _world.House.SettleAsync();
    }

    private async Task<FunctionRequest> RequestAsync() => (await _world.CasesAsync<FunctionRequest>(_person))[^1];

    private async Task<IReadOnlyList<string>> MailsAsync() => await _world.MailsInAsync(FunctionProcess.Prefix + (await RequestAsync()).Id);

    private async Task DoneAsync(string question, string answer, params (string Name, string Value)[] fields) =>
        (await _world.AnswerAsync<FunctionRequest>(FunctionProcess.Prefix, (await RequestAsync()).Id, question, answer, null, fields)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
}
