using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A proposal to both sides; yes from both, a first meeting and a year; no from one, and the other is told without why.</summary>
public sealed class MatchTests : IAsyncLifetime
{
    internal const string Id = "m-00000000000000000000ab12c";

    private RefundWorld _house = null!;
    private string _mother = "";
    private string _family = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await RefundWorld.StartAsync("2026-08-17 10:00");
        await ProposeAsync(_house);
        (_mother, _family) = ((await MatchAsync()).Side(Sides.Child)[0].PersonId, (await MatchAsync()).Side(Sides.Family)[0].PersonId);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Both_say_yes_meet_and_the_year_begins_on_the_day_of_the_meeting()
    {
        await ArrangedAsync();
        (await MailsAsync()).ShouldBe(
        [
            "2026-08-17 10:00 hto-match fie",
            "2026-08-17 10:00 hto-match mona",
            "2026-08-17 10:00 hto-match-booked fie",
            "2026-08-17 10:00 hto-match-booked mona",
            "2026-08-17 10:00 hto-match-referrer rikke",
            "2026-08-17 10:00 hto-match-times fie",
            "2026-08-17 10:00 hto-match-times mona",
            "2026-08-17 10:00 hto-task karla",
        ]);
        await _house.GoToAsync("2026-08-31 18:00");
        await AnswerAsync("hto-match-met", _house.Coordinator, "thursday", ("from", "15.00"), ("until", "18"), ("child-brings", "on"));
        (await MatchAsync()).IsClosed.ShouldBeFalse("18 is no time of day");
        await AnswerAsync("hto-match-met", _house.Coordinator, "thursday", ("from", "15.00"), ("until", "18.00"), ("child-brings", "on"));
        var match = await MatchAsync();
        match.IsClosed.ShouldBeTrue();
        var course = (await _house.Get<CaseBook<FamilyCourse>>().GetAsync(match.CourseId, Ct)).ShouldNotBeNull().Value;
        course.StartedOn.ShouldBe(new DateOnly(2026, 8, 31));
        (course.Agreements[0].Day, course.Agreements[0].Fetches, course.Agreements[0].Brings).ShouldBe((DayOfWeek.Thursday, Way.Family, Way.ChildsSide));
        VisitPlan.Of(course)[0].On.ShouldBe(new DateOnly(2026, 9, 10)); // the week after
        course.Parties.ShouldBe(match.Parties);
    }

    [Theory]
    [InlineData(true, "mona")]
    [InlineData(false, "fie")]
    public async Task One_says_no_and_the_other_hears_that_it_came_to_nothing_and_not_why(bool familySaysNo, string told)
    {
        var (first, second) = familySaysNo ? ((Sides.Child, _mother), (Sides.Family, _family)) : ((Sides.Family, _family), (Sides.Child, _mother));
        await AnswerAsync(PartyQuestions.Of("hto-match-ask", first.Item1), first.Item2, "yes");
        await AnswerAsync(PartyQuestions.Of("hto-match-ask", second.Item1), second.Item2, "no");
        (await MatchAsync()).IsOff.ShouldBeTrue();
        (await MailsAsync()).Where(m => m.Contains("match-off", StringComparison.Ordinal)).ShouldBe([$"2026-08-17 10:00 hto-match-off {told}"]);
        (await MailsAsync()).ShouldNotContain(m => m.Contains("referrer", StringComparison.Ordinal));
        _house.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_yes_that_comes_after_the_others_no_changes_nothing()
    {
        await AnswerAsync(PartyQuestions.Of("hto-match-ask", Sides.Family), _family, "no");
        (await AnswerAsync(PartyQuestions.Of("hto-match-ask", Sides.Child), _mother, "yes")).ShouldBeOfType<StepResult.Settled>().Mine.ShouldBeFalse();
        (await MatchAsync()).ChildYes.ShouldBeNull();
    }

    [Fact]
    public async Task Silence_is_no_answer_and_both_are_reminded()
    {
        await _house.GoToAsync("2026-08-21 12:00");
        (await MailsAsync()).Count(m => m.Contains("hto-match-reminder", StringComparison.Ordinal)).ShouldBe(2);
        (await MatchAsync()).StateWord.ShouldBe("Proposed");
    }

    [Fact]
    public async Task A_time_that_does_not_suit_the_family_is_offered_anew()
    {
        await SaidYesAsync();
        await OfferAsync();
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Child), _mother, "2026-08-31T14:00Z");
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Family), _family, "others");
        (await MatchAsync()).First!.Offered.ShouldBeEmpty();
        await OfferAsync();
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Child), _mother, "2026-08-31T14:00Z");
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Family), _family, "fits");
        (await MatchAsync()).IsFirstConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Each_side_reads_what_is_for_them_and_nothing_of_what_is_for_the_other()
    {
        var (family, child) = (await LookAsync(Sides.Family, _family), await LookAsync(Sides.Child, _mother));
        family.Page!.Facts.ShouldHaveSingleItem().Value.ShouldBe("En pige på 7, der elsker heste.");
        child.Page!.Facts.ShouldHaveSingleItem().Value.ShouldBe("To voksne og to drenge.");
    }

    [Fact]
    public async Task Stopped_and_started_at_every_step_it_comes_to_one_year()
    {
        await _house.RestartAsync();
        await SaidYesAsync();
        await _house.RestartAsync();
        await OfferAsync();
        await _house.RestartAsync();
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Child), _mother, "2026-08-31T14:00Z");
        await _house.RestartAsync();
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Family), _family, "fits");
        await _house.RestartAsync();
        await _house.GoToAsync("2026-08-31 18:00");
        await AnswerAsync("hto-match-met", _house.Coordinator, "thursday", ("from", "15.00"), ("until", "18.00"));
        await _house.RestartAsync();
        await _house.SettleAsync();
        await _house.Get<MatchOutcome>().SettleAsync(await MatchAsync(), Ct); // and again
        (await _house.Get<CaseBook<FamilyCourse>>().GetAsync((await MatchAsync()).CourseId, Ct)).ShouldNotBeNull();
        (await MailsAsync()).Count.ShouldBe((await MailsAsync()).Distinct().Count());
    }

    [Fact]
    public void Suggestions_say_what_speaks_for_a_family_and_what_to_look_at()
    {
        var child = Referral("2200", ["da"], [DayOfWeek.Thursday], "2019-05-01", needs: "Hørelse");
        var near = Family("f-near", "2200", ["da"], [DayOfWeek.Thursday], 5, 9);
        var far = Family("f-far", "8000", ["en"], [DayOfWeek.Monday], 10, 13);
        var taken = Family("f-taken", "2200", ["da"], [DayOfWeek.Thursday], 5, 9) with { MatchId = "m-1" };
        var found = MatchSuggestions.For(child, [far, taken, near], new DateOnly(2026, 8, 17));
        found.Select(s => s.Family.Id).ShouldBe(["f-near", "f-far"]);
        found[0].For.Select(w => w.English).ShouldBe(["Live in the same postcode", "Speak the child's language", "Both can meet on Thursday", "Would like a child aged 5-9"]);
        found[0].LookAt.Count.ShouldBe(1); // something special is needed
        found[1].For.ShouldBeEmpty();
        found[1].LookAt.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("2019-08-17", 7)]
    [InlineData("2019-08-18", 6)]
    [InlineData("2020-02-29", 6)]
    public void Ages_are_whole_years(string birthDate, int age) => MatchSuggestions.AgeOn(DateOnly.Parse(birthDate), new DateOnly(2026, 8, 17)).ShouldBe(age);

    internal static async Task ProposeAsync(RefundWorld house)
    {
        var people = house.Get<PersonDirectory>();
        CaseParty[] parties =
        [
            new("guardian-1", Sides.Child, await people.FindOrCreateByEmailAsync("mona@eksempel.example", "Mona Mor", "en", null, RefundWorld.Ct)),
            new("member-1", Sides.Family, await people.FindOrCreateByEmailAsync("fie@eksempel.example", "Fie Ven", "da", null, RefundWorld.Ct)),
            new("referrer", Sides.Referrer, await people.FindOrCreateByEmailAsync("rikke@eksempel.example", "Rikke Raadgiver", "da", null, RefundWorld.Ct)),
        ];
        var match = new FamilyMatch
        {
            Id = Id,
            DepartmentId = "aarhus",
            PersonId = "p-noor",
            Created = house.Clock.GetUtcNow(),
            Parties = parties,
            ReferralId = "r-1",
            FamilyId = "f-1",
            MunicipalityId = "koebenhavn",
            ForFamily = "En pige på 7, der elsker heste.",
            ForChild = "To voksne og to drenge.",
        };
        await house.Register.CommitAsync(house.Get<CaseBook<FamilyMatch>>().Insert(match, "proposed"), RefundWorld.Ct);
        await house.SettleAsync();
    }

    private async Task SaidYesAsync()
    {
        await AnswerAsync(PartyQuestions.Of("hto-match-ask", Sides.Child), _mother, "yes");
        await AnswerAsync(PartyQuestions.Of("hto-match-ask", Sides.Family), _family, "yes");
    }

    private Task<StepResult> OfferAsync() => AnswerAsync("hto-match-offer", _house.Coordinator, "offer", ("time1", "2026-08-31T16:00"), ("place", "Hos familien"));

    private async Task ArrangedAsync()
    {
        await SaidYesAsync();
        await OfferAsync();
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Child), _mother, "2026-08-31T14:00Z");
        await AnswerAsync(PartyQuestions.Of("hto-match-time", Sides.Family), _family, "fits");
    }

    private async Task<FamilyMatch> MatchAsync() => (await _house.Get<CaseBook<FamilyMatch>>().GetAsync(Id, Ct)).ShouldNotBeNull().Value;

    private async Task<StepResult> AnswerAsync(string question, string by, string word, params (string Name, string Value)[] fields)
    {
        var result = await _house.Get<CaseDesk>().AnswerAsync(await TokenAsync(question, by), new StepForm(word, fields.ToDictionary(f => f.Name, f => f.Value)), Ct);
        await _house.SettleAsync();
        return result;
    }

    private async Task<StepView> LookAsync(string side, string by) => (await _house.Get<CaseDesk>().ViewAsync(await TokenAsync(PartyQuestions.Of("hto-match-ask", side), by), cancellation: Ct)).ShouldNotBeNull();

    private async Task<string> TokenAsync(string question, string by) =>
        _house.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, new DecisionRef(MatchProcess.Prefix + Id, Id, question, (await MatchAsync()).RoundOf(question)).TokenIdFor(by));

    private async Task<IReadOnlyList<string>> MailsAsync()
    {
        var catalogue = MessageCatalogue.Load([.. HtoMessages.Specs, .. CaseMessages.Specs]);
        var mails = new List<string>();
        await foreach (var notice in _house.Register.QueryAsync<Notice>(MatchProcess.Prefix + Id, "notice:", cancellation: Ct))
        {
            catalogue.Render(notice.Value, link => "https://eksempel.example" + link.Path).Text.ShouldNotContain("heste");
            mails.Add($"{Core.Calendar.WallTime.LocalDate(notice.Value.Due):yyyy-MM-dd} {Core.Calendar.WallTime.LocalTime(notice.Value.Due):HH\\:mm} {notice.Value.Template} {notice.Value.To.Split('@')[0]}");
        }

        return [.. mails.Order(StringComparer.Ordinal)];
    }

    private static Referral Referral(string postcode, string[] languages, DayOfWeek[] days, string born, string needs) => new()
    {
        Id = "r-1",
        DepartmentId = "aarhus",
        PersonId = "p-noor",
        Created = default,
        FormHash = "",
        State = ReferralState.Ready,
        Child = new ReferredChild { Name = "Noor", BirthDate = DateOnly.Parse(born), Street = "", Postcode = postcode, Town = "", Languages = languages, OwnWish = "", Weekdays = days, SpecialNeeds = needs },
        Living = LivingSituation.Home,
        Referrer = new ContactPerson("Rikke", "", "rikke@eksempel.example", null, "p-r"),
        Bbu = new ContactPerson("Rikke", "", "rikke@eksempel.example", null, "p-r"),
        Guardians = [],
    };

    private static FriendFamily Family(string id, string postcode, string[] languages, DayOfWeek[] days, int youngest, int oldest) => new()
    {
        Id = id,
        DepartmentId = "aarhus",
        PersonId = "p-" + id,
        Created = default,
        FormHash = "",
        State = FamilyState.Approved,
        Members = [new FamilyMember("member-1", "Fie", new DateOnly(1985, 1, 1), FamilyRole.Adult)],
        Profile = new FamilyProfile { Street = "", Postcode = postcode, Town = "By", Weekdays = days, YoungestAge = youngest, OldestAge = oldest, Languages = languages },
    };
}
