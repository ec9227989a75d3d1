using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Every second year: asked for in time, insisted on when overdue, and only the functions that need it are blocked.</summary>
public sealed class RenewalTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;
    private string _person = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world = await VolunteerWorld.StartAsync();
        var id = await _world.TalkedAsync(_world.Form("legeven"));
        await _world.DoneAsync(id, "volunteer-boerneattest-order", "ordered");
        await _world.DoneAsync(id, "volunteer-boerneattest-outcome", "clean", ("deleted", "on")); // 3 September 2026
        await _world.PreparedAsync(id);
        await _world.DoneAsync(id, "volunteer-approve", "approve");
        _person = (await _world.ApplicationAsync(id)).PersonId;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Two_months_before_the_coordinator_is_asked_and_the_new_certificate_begins_the_next_two_years()
    {
        await _world.House.GoToAsync("2028-07-03 08:59");
        (await MailsAsync()).ShouldBeEmpty();
        await _world.House.GoToAsync("2028-07-03 09:00");
        (await MailsAsync()).ShouldBe(["2028-07-03 case-task karla"]);
        await AnswerAsync("renewal-order", "ordered", _world.House.Coordinator);
        await AnswerAsync("renewal-consent", "done", _person);
        await AnswerAsync("renewal-outcome", "clean", _world.House.Coordinator, ("deleted", "on"));
        (await VolunteerAsync()).Certificates.ShouldHaveSingleItem().RenewBy.ShouldBe(new DateOnly(2030, 7, 3));
        (await RenewalAsync()).RenewBy.ShouldBe(new DateOnly(2030, 7, 3));
        await _world.House.GoToAsync("2030-05-03 12:00");
        (await MailsAsync()).ShouldBe(["2030-05-03 case-task karla"]);
    }

    [Fact]
    public async Task Overdue_the_deputy_and_the_leader_hear_of_it_and_exactly_the_functions_that_need_it_are_blocked()
    {
        await _world.House.GoToAsync("2028-09-25 12:00");
        (await MailsAsync()).ShouldBe(
        [
            "2028-07-03 case-task karla",
            "2028-08-03 case-task-reminder karla",
            "2028-09-04 case-task didrik",
            "2028-09-04 certificate-overdue karla",
            "2028-09-04 certificate-paused astrid",
            "2028-09-11 case-stuck lea",
            "2028-09-11 case-stuck oda",
            "2028-09-11 case-task-reminder didrik",
            "2028-09-18 case-stuck lea",
            "2028-09-18 case-stuck oda",
            "2028-09-18 case-task-reminder didrik",
            "2028-09-25 case-stuck lea",
            "2028-09-25 case-stuck oda",
            "2028-09-25 case-task-reminder didrik",
        ]);
        var volunteer = await VolunteerAsync() with { Functions = ["legeven", "arrangoer"] };
        RenewalRules.Blocked(volunteer, VolunteerWorld.Volunteering, new DateOnly(2028, 9, 3)).ShouldBeEmpty();
        RenewalRules.Blocked(volunteer, VolunteerWorld.Volunteering, new DateOnly(2028, 9, 4)).ShouldHaveSingleItem().Id.ShouldBe("legeven");
    }

    [Fact]
    public async Task A_remark_on_the_new_one_blocks_at_once_until_a_leader_has_decided()
    {
        await _world.House.GoToAsync("2028-07-03 09:00");
        await AnswerAsync("renewal-order", "ordered", _world.House.Coordinator);
        await AnswerAsync("renewal-outcome", "remark", _world.House.Coordinator, ("deleted", "on"));
        RenewalRules.Blocked(await VolunteerAsync(), VolunteerWorld.Volunteering, new DateOnly(2028, 7, 4)).ShouldHaveSingleItem();
        await AnswerAsync("renewal-remark", "go-on", _world.House.Leader);
        RenewalRules.Blocked(await VolunteerAsync(), VolunteerWorld.Volunteering, new DateOnly(2028, 7, 4)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Renewed_after_all_the_volunteer_hears_that_they_can_go_on()
    {
        await _world.House.GoToAsync("2028-09-05 12:00");
        await AnswerAsync("renewal-order", "ordered", _world.House.Deputy);
        var id = (await RenewalAsync()).Id;
        await AnswerAsync("renewal-outcome", "clean", _world.House.Coordinator, ("deleted", "on"));
        (await _world.MailsInAsync(RenewalProcess.Prefix + id)).Where(m => m.Contains("certificate-", StringComparison.Ordinal)).ShouldBe(
            ["2028-09-04 certificate-overdue karla", "2028-09-04 certificate-paused astrid", "2028-09-05 certificate-resumed astrid"]);
        RenewalRules.Blocked(await VolunteerAsync(), VolunteerWorld.Volunteering, new DateOnly(2028, 9, 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Not_consented_to_in_time_it_is_ordered_again()
    {
        await _world.House.GoToAsync("2028-07-03 09:00");
        await AnswerAsync("renewal-order", "ordered", _world.House.Coordinator);
        await _world.House.GoToAsync("2028-07-18 12:00");
        await AnswerAsync("renewal-outcome", "no-consent", _world.House.Coordinator, ("deleted", "on"));
        await AnswerAsync("renewal-order", "ordered", _world.House.Coordinator);
        (await RenewalAsync()).Note.ConsentBy.ShouldBe(new DateOnly(2028, 8, 1));
    }

    [Fact]
    public async Task The_program_stops_for_two_years_and_the_renewal_is_asked_for_when_it_is_back()
    {
        await _world.House.RestartAsync();
        await _world.House.GoToAsync("2028-07-03 09:00");
        await _world.House.RestartAsync();
        await _world.House.SettleAsync();
        (await MailsAsync()).ShouldBe(["2028-07-03 case-task karla"]);
    }

    private async Task AnswerAsync(string question, string answer, string by, params (string Name, string Value)[] fields)
    {
        var renewal = await RenewalAsync();
        var reference = new DecisionRef(RenewalProcess.Prefix + renewal.Id, renewal.Id, question, renewal.RoundOf(question));
        var token = _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(by));
        (await _world.House.Get<CaseDesk>().AnswerAsync(token, new StepForm(answer, fields.ToDictionary(f => f.Name, f => f.Value)), Ct)).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        await _world.House.SettleAsync();
    }

    private async Task<Volunteer> VolunteerAsync() => (await _world.House.Get<VolunteerBook>().GetAsync(_person, Ct)).ShouldNotBeNull().Value;

    // the latest
    private async Task<CertificateRenewal> RenewalAsync()
    {
        CertificateRenewal? latest = null;
        await foreach (var place in _world.House.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(_person), cancellation: Ct))
        {
            if (place.Value.CaseId.StartsWith("c-", StringComparison.Ordinal))
                latest = (await _world.House.Get<CaseBook<CertificateRenewal>>().GetAsync(place.Value.CaseId, Ct)).ShouldNotBeNull().Value;
        }

        return latest.ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<string>> MailsAsync()
    {
        var mails = new List<string>();
        await foreach (var notice in _world.House.Register.QueryAsync<Notice>(RenewalProcess.Prefix + (await RenewalAsync()).Id, "notice:", cancellation: Ct))
            mails.Add($"{Core.Calendar.WallTime.LocalDate(notice.Value.Due):yyyy-MM-dd} {notice.Value.Template} {notice.Value.To.Split('@')[0]}");
        return [.. mails.Order(StringComparer.Ordinal)];
    }
}
