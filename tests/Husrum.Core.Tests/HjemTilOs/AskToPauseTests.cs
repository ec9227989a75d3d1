using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.Organisations;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>Where the owner has chosen so, staff are asked whether visits rest while a certificate is missing.</summary>
public sealed class AskToPauseTests : IAsyncLifetime
{
    private static readonly MemberForm Sofus = new() { Name = "Sofus Ven", BirthDate = "2012-02-16", Role = "child" };

    private PairWorld _world = null!;
    private string _course = "";

    public async ValueTask InitializeAsync()
    {
        _world = await PairWorld.StartAsync(programme => programme with { MissingCertificate = MissingCertificate.AskToPause }, FamilyWorld.Frida, FamilyWorld.Viggo, Sofus);
        _course = await _world.BegunAsync();
        await _world.House.GoToAsync("2027-02-16 12:00"); // his fifteenth birthday
        await _world.Families.DoneAsync(_world.FamilyId, "family-3-boerneattest-order", "ordered");
        await _world.Families.DoneAsync(_world.FamilyId, "family-3-straffeattest-order", "ordered");
        await _world.Families.DoneAsync(_world.FamilyId, "family-3-straffeattest-outcome", "clean", ("deleted", "on"));
        await _world.House.GoToAsync("2027-03-03 12:00");
        await _world.Families.DoneAsync(_world.FamilyId, "family-3-boerneattest-outcome", "no-consent", ("deleted", "on"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Staff_say_pause_and_visits_rest_until_the_certificate_is_there()
    {
        await _world.Families.DoneAsync(_world.FamilyId, "family-missing", "pause");
        await ShouldBeAsync(FamilyState.Paused, paused: true);
        await _world.House.GoToAsync("2027-03-15 12:00");
        await CameAsync();
        await ShouldBeAsync(FamilyState.Approved, paused: false);
        (await _world.Courses.TimelineAsync(_course)).Where(word => word is "paused" or "resumed").ShouldBe(["paused", "resumed"]);
    }

    [Fact]
    public async Task Staff_say_no_and_nothing_stops()
    {
        await _world.Families.DoneAsync(_world.FamilyId, "family-missing", "go-on");
        await ShouldBeAsync(FamilyState.Approved, paused: false);
    }

    [Fact]
    public async Task Nobody_says_anything_and_nothing_stops_by_itself()
    {
        await _world.House.GoToAsync("2027-04-30 12:00");
        await ShouldBeAsync(FamilyState.Approved, paused: false);
        (await _world.Families.AskedAsync(_world.FamilyId)).ShouldContain("family-missing");
    }

    [Fact]
    public async Task The_certificate_comes_before_anybody_has_answered_and_the_question_falls_away()
    {
        await CameAsync();
        var late = await _world.Families.AnswerAsync(_world.FamilyId, "family-missing", "pause");
        (late as StepResult.Settled)?.Mine.ShouldBeFalse();
        await ShouldBeAsync(FamilyState.Approved, paused: false);
    }

    [Fact]
    public async Task Still_missing_after_four_weeks_staff_are_asked_again_and_not_the_family()
    {
        await _world.Families.DoneAsync(_world.FamilyId, "family-missing", "pause");
        await _world.House.GoToAsync("2027-03-31 12:00");
        (await _world.Families.AskedAsync(_world.FamilyId)).ShouldContain("family-missing");
        (await _world.Families.AskedAsync(_world.FamilyId)).ShouldNotContain("family-back");
        await _world.Families.DoneAsync(_world.FamilyId, "family-missing", "go-on");
        await ShouldBeAsync(FamilyState.Approved, paused: false);
    }

    [Fact]
    public async Task Visits_that_rest_for_illness_already_go_on_when_the_illness_is_over()
    {
        await _world.House.Get<CourseOffice>().RestAsync(_course, _world.House.Coordinator, PauseReason.Illness, TestContext.Current.CancellationToken);
        await _world.Families.DoneAsync(_world.FamilyId, "family-missing", "pause");
        (await _world.Courses.CaseAsync(_course)).Pauses.ShouldHaveSingleItem().Reason.ShouldBe(PauseReason.Illness);
        await CameAsync();
        (await _world.Courses.CaseAsync(_course)).IsPaused.ShouldBeTrue(); // that is staff's to end
    }

    [Fact]
    public async Task The_family_stops_half_way_a_late_certificate_starts_nothing_and_staff_are_asked_about_the_year()
    {
        await _world.Families.DoneAsync(_world.FamilyId, "family-missing", "pause");
        (await _world.Families.WithdrawAsync(_world.FamilyId)).ShouldBeTrue();
        await _world.Families.AnswerAsync(_world.FamilyId, "family-3-boerneattest-order", "ordered");
        (await _world.FamilyAsync()).State.ShouldBe(FamilyState.Stopped);
        (await _world.Courses.CaseAsync(_course)).IsPaused.ShouldBeTrue();
        await _world.House.GoToAsync("2027-03-18 12:00");
        (await _world.Courses.AskedAsync(_course)).ShouldContain("hto-resume"); // nobody is forgotten: staff say what becomes of the year
    }

    [Fact]
    public async Task Two_years_on_certificates_are_ordered_anew_and_one_that_runs_out_is_told_of_and_asked_about()
    {
        await CameAsync();
        await _world.House.GoToAsync("2028-07-04 12:00"); // Frida's and Viggo's are of 3 September 2026
        (await _world.Families.AskedAsync(_world.FamilyId)).ShouldContain("family-1-boerneattest-order");
        await _world.Families.DoneAsync(_world.FamilyId, "family-1-boerneattest-order", "ordered");
        await _world.Families.DoneAsync(_world.FamilyId, "family-1-boerneattest-outcome", "clean", ("deleted", "on"));
        (await _world.FamilyAsync()).Members[0].Certificates[0].RenewBy.ShouldBe(new DateOnly(2030, 7, 4));
        (await _world.Families.MailsAsync(_world.FamilyId, "family-run-out")).ShouldBeEmpty();
        await _world.House.GoToAsync("2028-09-04 12:00");
        (await _world.Families.MailsAsync(_world.FamilyId, "family-run-out")).Count.ShouldBe(3); // the other one of hers, both of his
        (await _world.Families.AskedAsync(_world.FamilyId)).ShouldContain("family-missing");
        await ShouldBeApprovedAsync();
        await _world.Families.EveryMailCanBeReadAsync(_world.FamilyId);
    }

    private async Task ShouldBeApprovedAsync() => (await _world.FamilyAsync()).State.ShouldBe(FamilyState.Approved);

    private async Task CameAsync()
    {
        await _world.Families.DoneAsync(_world.FamilyId, "family-3-boerneattest-order", "ordered");
        await _world.Families.DoneAsync(_world.FamilyId, "family-3-boerneattest-outcome", "clean", ("deleted", "on"));
    }

    private async Task ShouldBeAsync(FamilyState state, bool paused)
    {
        (await _world.FamilyAsync()).State.ShouldBe(state);
        (await _world.Courses.CaseAsync(_course)).IsPaused.ShouldBe(paused);
    }
}
