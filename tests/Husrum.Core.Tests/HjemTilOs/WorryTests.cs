using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Core.Links;
using Husrum.Core.Messages;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A family's worry reaches somebody at once, and the program never says that it has notified anybody.</summary>
public sealed class WorryTests : IAsyncLifetime
{
    private CourseWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private WorryDesk Desk => _world.House.Get<WorryDesk>();

    public async ValueTask InitializeAsync()
    {
        _world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await _world.GoToAsync("2026-09-12 22:15"); // a Saturday night
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Told_on_a_saturday_night_the_coordinator_and_the_family_hear_at_once()
    {
        await TellAsync();
        (await MailsAsync()).ShouldBe(["2026-09-12 22:15 hto-worry karla", "2026-09-12 22:15 hto-worry-received fie"]);
    }

    [Fact]
    public async Task While_nobody_says_that_they_have_it_the_deputy_is_asked_after_an_hour_and_the_leader_after_two()
    {
        await TellAsync();
        await _world.House.GoToAsync("2026-09-13 00:16");
        (await MailsAsync()).ShouldContain("2026-09-12 23:15 hto-worry didrik");
        (await MailsAsync()).ShouldContain("2026-09-13 00:15 hto-worry lea");
        await _world.House.RestartAsync();
        await _world.House.GoToAsync("2026-09-13 04:16");
        (await MailsAsync()).ShouldContain("2026-09-13 04:15 hto-worry-again lea"); // and again, at any hour
    }

    [Fact]
    public async Task Nobody_answers_all_night_and_the_leader_is_told_at_each_hour_it_is_due_and_not_of_all_of_them_in_the_morning()
    {
        await TellAsync();
        await _world.House.GoToAsync("2026-09-13 09:00");
        (await MailsAsync()).Where(m => m.Contains("case-stuck lea", StringComparison.Ordinal)).ShouldBe(["2026-09-13 04:15 case-stuck lea", "2026-09-13 08:15 case-stuck lea"]);
    }

    [Fact]
    public async Task A_night_in_which_no_mail_goes_is_not_a_morning_of_mails_that_say_the_same()
    {
        await TellAsync();
        await _world.House.GoToAsync("2026-09-13 13:00");
        foreach (var template in new[] { "hto-worry-again", "case-stuck" })
        {
            var again = (await NoticesAsync()).Where(n => n.Template == template && n.To.StartsWith("lea", StringComparison.Ordinal)).OrderBy(n => n.Due).ToList();
            again.Count.ShouldBeGreaterThan(1);
            again.SkipLast(1).Select(n => n.UsefulUntil).ShouldBe(again.Skip(1).Select(n => (DateTimeOffset?)n.Due));
        }
    }

    [Fact]
    public async Task Taken_by_one_the_others_hear_no_more_and_the_family_is_told()
    {
        await TellAsync();
        (await AnswerAsync("hto-worry-take", "have")).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeTrue();
        await _world.House.GoToAsync("2026-09-13 06:00");
        (await MailsAsync()).ShouldNotContain(m => m.Contains("didrik", StringComparison.Ordinal));
        (await MailsAsync()).ShouldContain("2026-09-12 22:15 hto-worry-seen fie");
    }

    [Fact]
    public async Task Told_twice_it_is_one()
    {
        await TellAsync();
        await TellAsync();
        (await MailsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_municipalitys_receipt_is_looked_for_after_six_weekdays_and_not_before()
    {
        await TellAsync("ByFamily");
        await AnswerAsync("hto-worry-take", "have");
        await _world.House.GoToAsync("2026-09-14 10:00");
        await AnswerAsync("hto-worry-talked", "nothing"); // what the family has done stays done
        (await WorryAsync()).Notified.ShouldBe(Notification.ByFamily);
        await _world.House.GoToAsync("2026-09-22 08:59");
        (await MailsAsync()).Count(m => m.Contains("2026-09-22", StringComparison.Ordinal)).ShouldBe(0);
        await _world.House.GoToAsync("2026-09-22 09:01"); // notified on Saturday the 12th: Monday to Monday are six weekdays
        (await MailsAsync()).ShouldContain("2026-09-22 09:00 hto-worry-record karla");
        await AnswerAsync("hto-worry-receipt", "came");
        (await WorryAsync()).IsClosed.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_the_family_tells_of_a_worry_here_and_no_kind_chosen_is_asked_for()
    {
        (await Desk.TellAsync(await TokenAsync("contact"), "Told", "None", Ct)).ShouldBeOfType<CourseResult.Gone>();
        (await Desk.TellAsync(await TokenAsync("family-1"), "", "None", Ct)).ShouldBeOfType<CourseResult.Refused>().Field.ShouldBe("about");
    }

    [Fact]
    public async Task No_message_says_what_it_is_about_or_that_an_authority_was_told()
    {
        await TellAsync("WantsHelp");
        await _world.House.GoToAsync("2026-09-13 04:16");
        var catalogue = MessageCatalogue.Load([.. HtoMessages.Specs, .. CaseMessages.Specs]);
        foreach (var notice in await NoticesAsync())
        {
            var text = catalogue.Render(notice, link => "https://eksempel.example" + link.Path);
            if (notice.To != "fie@eksempel.example")
                text.Text.ShouldNotContain("Fie");
            if (notice.Template == "hto-worry-received")
                text.Text.ShouldContain("112");
            text.Text.ShouldNotContain("har underrettet kommunen");
        }
    }

    private async Task TellAsync(string notified = "None")
    {
        (await Desk.TellAsync(await TokenAsync("family-1"), "Told", notified, Ct)).ShouldBeOfType<CourseResult.Done>();
        await _world.House.SettleAsync();
    }

    private async Task<string> TokenAsync(string party) => _world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(CourseWorld.Id, (await _world.CourseAsync()).Parties.First(p => p.Id == party).PersonId));

    private async Task<Worry> WorryAsync()
    {
        await foreach (var place in _world.House.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, cancellation: Ct))
        {
            if (place.Value.Process == "hto-worry")
                return (await _world.House.Get<CaseBook<Worry>>().GetAsync(place.Value.CaseId, Ct)).ShouldNotBeNull().Value;
        }

        throw new InvalidOperationException("There is no worry.");
    }

    private async Task<StepResult> AnswerAsync(string question, string word)
    {
        var id = (await WorryAsync()).Id;
        var reference = new DecisionRef(WorryProcess.Prefix + id, id, question, 1);
        var result = await _world.House.Get<CaseDesk>().AnswerAsync(_world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(_world.House.Coordinator)), new StepForm(word, new Dictionary<string, string>()), Ct);
        await _world.House.SettleAsync();
        return result;
    }

    private async Task<IReadOnlyList<Notice>> NoticesAsync()
    {
        var notices = new List<Notice>();
        await foreach (var notice in _world.House.Register.QueryAsync<Notice>(WorryProcess.Prefix + (await WorryAsync()).Id, "notice:", cancellation: Ct))
            notices.Add(notice.Value);
        return notices;
    }

    private async Task<IReadOnlyList<string>> MailsAsync() =>
        [.. (await NoticesAsync()).Select(n => $"{Core.Calendar.WallTime.LocalDate(n.Due):yyyy-MM-dd} {Core.Calendar.WallTime.LocalTime(n.Due):HH\\:mm} {n.Template} {n.To.Split('@')[0]}").Order(StringComparer.Ordinal)];
}
