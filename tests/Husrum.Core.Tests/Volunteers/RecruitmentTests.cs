using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Recruitment;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Being asked to do more: only who has said yes to it, and only by those who may.</summary>
public sealed class RecruitmentTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RecruitmentDesk Desk => _world.House.Get<RecruitmentDesk>();

    private SignedInStaff Lea => new(_world.House.Leader, "Lea", [StaffRole.Leader], []);

    public async ValueTask InitializeAsync() => _world = await VolunteerWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Those_who_have_said_yes_are_asked_and_nobody_else()
    {
        var yes = await GivenAsync("Astrid Ja", news: true);
        var no = await GivenAsync("Bo Nej", news: false);
        var has = await GivenAsync("Cilla Har", news: true, functions: ["legeven"]);
        var elsewhere = await GivenAsync("Dan Horsens", news: true, department: "horsens");
        var leaving = await GivenAsync("Eva Stopper", news: true);
        await _world.House.Get<FarewellDesk>().AskAsync(_world.PageToken(leaving), "2026-09-30", Ct);
        var away = await GivenAsync("Finn Væk", news: true);
        await _world.House.Get<Core.Volunteers.Absence.AbsenceDesk>().GoAwayAsync(_world.PageToken(away), "2026-08-31", "2026-09-20", Ct);
        (await AskAsync()).ShouldBe(new RecruitmentResult.Asked(1, 0));
        (await AskedAsync(yes)).ShouldBe(["2026-08-31 recruitment-function astrid"]);
        foreach (var other in (string[])[no, has, elsewhere, leaving, away])
            (await AskedAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asked_twice_in_a_week_one_gets_it_once_and_the_week_after_again()
    {
        var yes = await GivenAsync("Astrid Ja", news: true);
        await AskAsync();
        await _world.House.GoToAsync("2026-09-06 10:00"); // Sunday of the same week
        (await AskAsync()).ShouldBe(new RecruitmentResult.Asked(0, 1));
        await _world.House.GoToAsync("2026-09-07 10:00");
        (await AskAsync()).ShouldBe(new RecruitmentResult.Asked(1, 0));
        (await AskedAsync(yes)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Too_young_for_it_as_far_as_we_know_one_is_not_asked()
    {
        var young = await GivenAsync("Astrid Ung", news: true);
        await _world.House.Get<VolunteerBook>().ChangeAsync(young, v => v with { BirthDate = new DateOnly(2000, 1, 1) }, Ct);
        (await Desk.AskAsync(Lea, "aarhus", "hjerteven", Ct)).ShouldBe(new RecruitmentResult.Asked(0, 0));
    }

    [Fact]
    public async Task The_message_is_marked_as_recruitment_says_why_one_gets_it_and_leads_to_the_way_out()
    {
        var yes = await GivenAsync("Astrid Ja", news: true);
        await AskAsync();
        var notice = await NoticeAsync(yes);
        notice.IsRecruitment.ShouldBeTrue(); // who says no before it goes gets none: the messenger looks
        notice.Links["contact"].Path.ShouldBe(RecruitmentDesk.ChoicePage);
        foreach (var language in (string[])["da", "en"])
        {
            var text = MessageCatalogue.Load(RecruitmentMessages.Specs).Render(notice with { Language = language }, link => "https://eksempel.example" + link.Path).Text;
            text.ShouldContain("https://eksempel.example/frivillig/kontakt");
            text.ShouldContain(language == "da" ? "fordi du har sagt ja" : "because you have said");
        }
    }

    [Fact]
    public async Task A_coordinator_may_not_send_it_and_what_was_not_chosen_is_said_beside_its_field()
    {
        await GivenAsync("Astrid Ja", news: true);
        (await Desk.AskAsync(new(_world.House.Coordinator, "Karla", [StaffRole.Coordinator], ["aarhus"]), "aarhus", "legeven", Ct)).ShouldBeOfType<RecruitmentResult.Forbidden>();
        (await Desk.AskAsync(Lea, "odense", "kok", Ct)).ShouldBeOfType<RecruitmentResult.Invalid>().Problems.Select(p => p.Field).ShouldBe(["department", "function"]);
        (await Desk.WillingAsync(Ct)).Select(w => (w.Department.Id, w.AtWork, w.Willing)).ShouldBe([("aarhus", 1, 1), ("horsens", 0, 0)]);
    }

    private Task<RecruitmentResult> AskAsync() => Desk.AskAsync(Lea, "aarhus", "legeven", Ct);

    private async Task<string> GivenAsync(string name, bool news, IReadOnlyList<string>? functions = null, string department = "aarhus")
    {
        var person = await _world.MadeVolunteerAsync(name, functions ?? ["arrangoer"], department);
        (await _world.House.Get<ContactDesk>().ChangeAsync(_world.PageToken(person), "", sms: true, news, Ct)).ShouldNotBeNull().ShouldBeEmpty();
        return person;
    }

    private async Task<IReadOnlyList<string>> AskedAsync(string person) => [.. (await _world.MailsInAsync(Partitions.Person(person))).Where(m => m.Contains("recruitment", StringComparison.Ordinal))];

    private async Task<Notice> NoticeAsync(string person)
    {
        await foreach (var notice in _world.House.Register.QueryAsync<Notice>(Partitions.Person(person), "notice:", cancellation: Ct))
            return notice.Value;
        throw new InvalidOperationException("Nobody was asked.");
    }
}
