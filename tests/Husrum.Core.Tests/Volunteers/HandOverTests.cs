using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Tests.HjemTilOs;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Farewell;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>What a volunteer who stops leaves behind is listed for whoever sees to it, in the mail and on its page.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private RefundWorld _house = null!;
    private VolunteerWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = new VolunteerWorld(_house = await RefundWorld.StartAsync("2026-09-10 15:00"));

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_adult_of_a_friend_family_with_a_course_under_way()
    {
        var course = await CourseWorld.InAsync(_house, DayOfWeek.Thursday);
        var person = (await course.CourseAsync()).Side(Sides.Family)[0].PersonId;
        await VolunteerAsync(person, ["venskabsfamilie", "arrangoer"]);
        await _house.Get<FarewellDesk>().AskAsync(_world.PageToken(person), "2026-11-30", Ct);
        await _house.SettleAsync();
        (await PageAsync(person)).Facts.Select(f => f.Value).ShouldBe(["voksen i en venskabsfamilie, arrangør", "et forløb i Hjem til Os, der er i gang"], ignoreOrder: false);
        var task = (await NoticeAsync(person)).Fields["task"];
        task.ShouldContain("(voksen i en venskabsfamilie, arrangør, et forløb i Hjem til Os, der er i gang)");
        task.ShouldNotContain("Noor"); // whose course it is, stands there where the course is
    }

    [Fact]
    public async Task One_who_holds_an_office_too_and_one_who_leaves_nothing_but_a_function()
    {
        var both = await _house.GivenStaffAsync("Beate Begge", StaffRole.Deputy);
        await VolunteerAsync(both, ["arrangoer"]);
        await _house.Get<TerminationDesk>().RecordAsync(both, _house.Leader, "2026-09-10", true, TerminationDesk.None, Ct);
        await _house.SettleAsync();
        (await NoticeAsync(both)).Fields["task"].ShouldContain("(arrangør, opgaven som stedfortræder)");
        var plain = await _world.MadeVolunteerAsync("Astrid Ansøger", ["arrangoer"]);
        await _house.Get<FarewellDesk>().AskAsync(_world.PageToken(plain), "", Ct);
        await _house.SettleAsync();
        (await NoticeAsync(plain)).Fields["task"].ShouldEndWith("(arrangør)");
    }

    [Fact]
    public async Task A_course_that_is_over_is_not_left_behind()
    {
        var course = await CourseWorld.InAsync(_house, DayOfWeek.Thursday);
        var person = (await course.CourseAsync()).Side(Sides.Family)[0].PersonId;
        (await _house.Get<LeftBehindReader>().OfAsync(person, Ct)).Select(l => l.What).ShouldBe(["hto-course"]);
        await course.GoToAsync("2027-10-15 12:00");
        (await course.CourseAsync()).IsClosed.ShouldBeTrue();
        (await _house.Get<LeftBehindReader>().OfAsync(person, Ct)).ShouldBeEmpty();
    }

    private Task VolunteerAsync(string person, IReadOnlyList<string> functions) => _house.Get<VolunteerBook>().WelcomeAsync(
        new VolunteerApplication
        {
            Id = "v-" + person,
            DepartmentId = "aarhus",
            PersonId = person,
            Created = _house.Clock.GetUtcNow(),
            Content = new ApplicationContent { Name = "x", Email = "x", Language = "da", Functions = functions },
            FormHash = "",
            State = ApplicationState.Approved,
        },
        Ct);

    private async Task<StepPage> PageAsync(string person)
    {
        var farewell = (await _world.CasesAsync<VolunteerFarewell>(person)).ShouldHaveSingleItem();
        return new HandOver(_house.Organisation).Page(farewell, "da", _house.Clock.GetUtcNow());
    }

    private async Task<Notice> NoticeAsync(string person)
    {
        var farewell = (await _world.CasesAsync<VolunteerFarewell>(person)).ShouldHaveSingleItem();
        await foreach (var notice in _house.Register.QueryAsync<Notice>(FarewellProcess.Prefix + farewell.Id, "notice:", cancellation: Ct))
        {
            if (notice.Value.Template == "case-task")
                return notice.Value;
        }

        throw new InvalidOperationException("Nobody was asked to see to it.");
    }
}
