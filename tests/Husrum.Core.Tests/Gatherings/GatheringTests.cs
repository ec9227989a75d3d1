using Husrum.Core.Calendar;
using Husrum.Core.Gatherings;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Tests.HjemTilOs;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Tests.Gatherings;

/// <summary>Meetings: invited, answered, asked again, reminded, moved, called off, noted.</summary>
public sealed class GatheringTests : IAsyncLifetime
{
    private GatheringWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await GatheringWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task From_invitation_to_who_came()
    {
        var id = await _world.PlanAsync();
        (await _world.AnswerAsync(id, "Astrid", true)).ShouldBeTrue();
        (await _world.AnswerAsync(id, "Bo", false)).ShouldBeTrue();
        await _world.House.GoToAsync("2026-10-06 12:00");
        (await _world.MailsAsync(id)).ShouldBe(
        [
            "09-10 10:00 gathering-invite Astrid",
            "09-10 10:00 gathering-invite Bo",
            "09-10 10:00 gathering-invite Cilla",
            "09-26 09:00 gathering-invite-reminder Cilla",
            "09-26 09:00 gathering-invite-reminder Cilla Sms",
            "09-30 17:00 gathering-tomorrow Astrid Sms",
            "10-01 19:30 gathering-attendance Karla",
            "10-06 09:00 gathering-attendance Karla",
        ]);
        (await _world.Planner.NoteAsync(_world.Karla, id, _world.Person("Astrid"), came: true, Ct)).ShouldBeTrue();
        await _world.House.GoToAsync("2026-10-15 10:00");
        (await _world.GatheringAsync(id)).State.ShouldBe(GatheringState.Over);
        (await _world.GatheringAsync(id)).RetainUntil.ShouldBe(new DateOnly(2027, 10, 1));
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Every_text_of_it_can_be_read_in_both_languages()
    {
        var id = await _world.PlanAsync();
        await _world.AnswerAsync(id, "Astrid", true);
        await _world.House.GoToAsync("2026-09-27 12:00");
        await _world.Planner.MoveAsync(_world.Karla, id, GatheringWorld.Form("2026-10-08"), Ct);
        await _world.House.SettleAsync();
        await _world.Planner.CancelAsync(_world.Karla, id, Ct);
        await _world.House.SettleAsync();
        var catalogue = MessageCatalogue.Load(GatheringMessages.Specs);
        var notices = await _world.NoticesAsync(id);
        notices.Select(n => n.Value.Template).Distinct().Count().ShouldBe(4);
        foreach (var notice in notices)
        {
            foreach (var language in (string[])["da", "en"])
            {
                var text = catalogue.Render(notice.Value with { Language = language }, _ => TemplateLink.Sms.Longest);
                text.Text.ShouldNotContain("{{");
                if (notice.Value.Channel == NoticeChannel.Sms)
                    (Gsm7.Septets(text.Text) <= Gsm7.Segment && Gsm7.FirstForeign(text.Text) < 0).ShouldBeTrue(text.Text);
            }
        }
    }

    [Fact]
    public async Task One_changes_ones_mind_until_it_begins_and_not_after()
    {
        var id = await _world.PlanAsync();
        await _world.AnswerAsync(id, "Astrid", true);
        (await _world.AnswerAsync(id, "Astrid", true)).ShouldBeTrue(); // said twice
        await _world.AnswerAsync(id, "Astrid", false);
        await _world.House.GoToAsync("2026-10-01 16:59");
        (await _world.MailsAsync(id, "gathering-tomorrow")).ShouldBeEmpty();
        (await _world.AnswerAsync(id, "Astrid", true)).ShouldBeTrue();
        await _world.House.GoToAsync("2026-10-01 17:00");
        (await _world.AnswerAsync(id, "Astrid", false)).ShouldBeFalse();
        (await _world.House.Get<GatheringDesk>().ViewAsync(_world.Token(id, "Astrid"), Ct)).ShouldNotBeNull().Comes.ShouldBe(true);
    }

    [Fact]
    public async Task Those_on_leave_that_day_and_those_who_have_stopped_are_left_out_and_one_with_another_function_too()
    {
        var volunteers = _world.House.Get<VolunteerBook>();
        await volunteers.ChangeAsync(_world.Person("Bo"), v => v with { State = VolunteerState.Stopped, StoppedOn = new DateOnly(2026, 9, 1) }, Ct);
        await _world.VolunteerAsync("Dina", department: "horsens");
        await LeaveAsync("Cilla", "2026-09-20", "2026-10-20");
        await _world.VolunteerAsync("Ellen");
        await LeaveAsync("Ellen", "2026-10-02", "2026-11-01"); // from the day after
        (await _world.MailsAsync(await _world.PlanAsync())).Select(m => m.Split(' ')[^1]).ShouldBe(["Astrid", "Ellen"]);
        (await _world.MailsAsync(await _world.PlanAsync(GatheringWorld.Form("2026-12-03", "form-0002") with { Functions = ["hjerteven"] }))).Select(m => m.Split(' ')[^1]).ShouldBe(["Cilla"]);
    }

    [Fact]
    public async Task One_who_is_away_that_day_is_not_invited_and_one_who_goes_away_later_is_not_reminded()
    {
        await AwayAsync("Bo", "2026-09-28", "2026-10-02");
        var id = await _world.PlanAsync();
        (await _world.MailsAsync(id)).Select(m => m.Split(' ')[^1]).ShouldBe(["Astrid", "Cilla"]);
        await _world.AnswerAsync(id, "Astrid", true);
        await AwayAsync("Astrid", "2026-10-01", "2026-10-10");
        await _world.House.GoToAsync("2026-10-01 12:00");
        (await _world.MailsAsync(id, "gathering-tomorrow")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_become_a_volunteer_since_is_invited_five_days_before_and_who_has_stopped_is_not_reminded()
    {
        var id = await _world.PlanAsync();
        await _world.AnswerAsync(id, "Astrid", true);
        await _world.VolunteerAsync("Nanna");
        await _world.House.GoToAsync("2026-09-29 12:00");
        (await _world.MailsAsync(id, "gathering-invite")).ShouldContain("09-26 09:00 gathering-invite Nanna");
        await _world.House.Get<VolunteerBook>().ChangeAsync(_world.Person("Astrid"), v => v with { State = VolunteerState.Stopped, StoppedOn = new DateOnly(2026, 9, 29) }, Ct);
        await _world.House.GoToAsync("2026-10-01 12:00");
        (await _world.MailsAsync(id, "gathering-tomorrow")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Moved_all_are_told_and_asked_anew_and_the_old_reminder_does_not_go()
    {
        var id = await _world.PlanAsync();
        await _world.AnswerAsync(id, "Astrid", true);
        await _world.House.GoToAsync("2026-09-28 21:00");
        (await _world.Planner.MoveAsync(_world.Karla, id, GatheringWorld.Form("2026-10-08"), Ct)).ShouldBeEmpty();
        (await _world.Planner.MoveAsync(_world.Karla, id, GatheringWorld.Form("2026-10-08"), Ct)).ShouldBeEmpty(); // sent twice
        await _world.House.SettleAsync();
        (await _world.House.Get<GatheringDesk>().ViewAsync(_world.Token(id, "Astrid"), Ct)).ShouldNotBeNull().Comes.ShouldBeNull();
        await _world.AnswerAsync(id, "Astrid", true);
        await _world.House.GoToAsync("2026-10-08 12:00");
        (await _world.MailsAsync(id)).Where(m => m.StartsWith("09-29", StringComparison.Ordinal) || m.StartsWith("10", StringComparison.Ordinal)).ShouldBe(
        [
            "09-29 08:00 gathering-moved Astrid",
            "09-29 08:00 gathering-moved Astrid Sms",
            "09-29 08:00 gathering-moved Bo",
            "09-29 08:00 gathering-moved Cilla",
            "09-29 08:00 gathering-moved Cilla Sms",
            "10-03 09:00 gathering-invite-reminder Bo",
            "10-03 09:00 gathering-invite-reminder Cilla",
            "10-03 09:00 gathering-invite-reminder Cilla Sms",
            "10-07 17:00 gathering-tomorrow Astrid Sms",
        ]);
    }

    [Fact]
    public async Task Called_off_in_the_night_nobody_is_invited_in_the_morning_to_what_is_off()
    {
        await _world.House.GoToAsync("2026-09-10 22:00");
        var id = await _world.PlanAsync();
        (await _world.Planner.CancelAsync(_world.Karla, id, Ct)).ShouldBeTrue();
        await _world.House.SettleAsync();
        (await _world.MailsAsync(id)).ShouldBe(
        [
            "09-11 08:00 gathering-cancelled Astrid",
            "09-11 08:00 gathering-cancelled Astrid Sms",
            "09-11 08:00 gathering-cancelled Bo",
            "09-11 08:00 gathering-cancelled Cilla",
            "09-11 08:00 gathering-cancelled Cilla Sms",
        ]);
        (await _world.AnswerAsync(id, "Astrid", true)).ShouldBeFalse();
        (await _world.GatheringAsync(id)).RetainUntil.ShouldNotBeNull();
        _world.House.Hub.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task Planned_for_tomorrow_there_is_no_second_asking_and_no_reminder_of_what_was_said_an_hour_ago()
    {
        await _world.House.GoToAsync("2026-09-30 18:00");
        var id = await _world.PlanAsync();
        await _world.AnswerAsync(id, "Astrid", true);
        await _world.House.GoToAsync("2026-10-01 16:00");
        (await _world.MailsAsync(id)).ShouldAllBe(m => m.Contains("gathering-invite ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_stops_at_every_step_and_everybody_is_told_once()
    {
        var id = await _world.PlanAsync();
        await _world.AnswerAsync(id, "Astrid", true);
        foreach (var moment in (string[])["2026-09-26 09:00", "2026-09-30 17:00", "2026-10-01 19:30", "2026-10-06 09:00", "2026-10-15 09:00"])
        {
            await _world.House.RestartAsync();
            await _world.House.GoToAsync(moment);
            await _world.House.RestartAsync();
        }

        var mails = await _world.MailsAsync(id);
        mails.Count.ShouldBe(mails.Distinct().Count());
        mails.Count.ShouldBe(9); // three invited, two asked again (one by SMS too), one reminded, the coordinator asked twice
        (await _world.GatheringAsync(id)).State.ShouldBe(GatheringState.Over);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_write_of_the_invitations_fails_once_and_everybody_is_invited_once(bool afterWriting)
    {
        for (var at = 1; at <= 5; at++) // the gathering, three people, that it is done
        {
            (_world.House.Faults.FailAt, _world.House.Faults.AfterWriting) = (_world.House.Faults.Commits + at, afterWriting);
            var id = await PlanThroughAsync(GatheringWorld.Form("2026-10-29", $"form-fault-{at}"));
            (await _world.MailsAsync(id, "gathering-invite")).Count.ShouldBe(3, $"write {at}");
            (await _world.GatheringAsync(id)).Done.ShouldBe(["invite-1"]);
        }

        _world.House.Faults.Failed.ShouldBeTrue();
    }

    [Fact]
    public async Task Held_online_the_address_stands_on_the_page_and_not_in_the_mail()
    {
        var id = await _world.PlanAsync(GatheringWorld.Form() with { Place = "https://moede.example/sparring-1" });
        foreach (var notice in await _world.NoticesAsync(id))
            notice.Value.Fields["place"].ShouldBe("online, linket står på siden");
        GatheringMessages.OnlineAt(await _world.GatheringAsync(id)).ShouldBe(new Uri("https://moede.example/sparring-1"));
        GatheringMessages.OnlineAt((await _world.GatheringAsync(id)) with { Place = "javascript:alert(1)" }).ShouldBeNull();
        GatheringMessages.OnlineAt((await _world.GatheringAsync(id)) with { Place = "Se https://moede.example" }).ShouldBeNull();
    }

    [Fact]
    public async Task The_invitation_carries_the_appointment_and_the_one_that_moves_it_takes_its_place()
    {
        var id = await _world.PlanAsync();
        await _world.Planner.MoveAsync(_world.Karla, id, GatheringWorld.Form("2026-10-08"), Ct);
        await _world.House.SettleAsync();
        var entries = (await _world.NoticesAsync(id)).Select(n => n.Value).Where(n => n.Channel == NoticeChannel.Email && n.Fields["name"].StartsWith("Bo", StringComparison.Ordinal)).Select(n => n.Calendar.ShouldNotBeNull()).OrderBy(e => e.Sequence).ToList();
        entries.Select(e => (e.Id, e.Sequence, WallTime.LocalDate(e.Starts))).ShouldBe([(id + "@husrum", 1, new DateOnly(2026, 10, 1)), (id + "@husrum", 2, new DateOnly(2026, 10, 8))]);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_meeting()
    {
        var id = await _world.PlanAsync();
        (await _world.PlanAsync()).ShouldBe(id);
        (await _world.MailsAsync(id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_run_that_failed_is_replaced_and_repeats_nothing()
    {
        var id = await _world.PlanAsync();
        var book = _world.House.Get<GatheringBook>();
        (await book.ReplaceAsync(id + "-g1", _world.House.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.Begun);
        (await book.ReplaceAsync(id + "-g1", _world.House.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.Superseded);
        (await book.ReplaceAsync("u-1-g1", _world.House.Clock.GetUtcNow(), null, Ct)).ShouldBe(RunReplacement.NotOurs);
        await _world.House.GoToAsync("2026-09-27 12:00");
        (await _world.MailsAsync(id, "gathering-invite")).Count.ShouldBe(3);
        (await _world.MailsAsync(id, "gathering-invite-reminder")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Others_departments_are_not_theirs_to_run()
    {
        var other = new SignedInStaff("p-x", "Hans", [StaffRole.Coordinator], ["horsens"]);
        var id = await _world.PlanAsync();
        (await _world.Planner.ViewAsync(other, id, Ct)).ShouldBeNull();
        (await _world.Planner.MoveAsync(other, id, GatheringWorld.Form("2026-10-08"), Ct)).ShouldBeNull();
        (await _world.Planner.CancelAsync(other, id, Ct)).ShouldBeFalse();
        (await _world.Planner.PlanAsync(other, GatheringWorld.Form(), Ct)).Problems.ShouldHaveSingleItem().Field.ShouldBe("department");
        (await _world.Planner.PlanAsync(_world.Karla, GatheringWorld.Form() with { Department = Gathering.AllDepartments }, Ct)).Problems.ShouldHaveSingleItem().Field.ShouldBe("department");
        (await _world.Planner.ForAsync(other, Ct)).ShouldBeEmpty();
        (await _world.Planner.ForAsync(_world.Karla, Ct)).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await _world.Planner.ForAsync(new SignedInStaff("p-o", "Oda", [StaffRole.Operator], []), Ct)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "17:00", "19:00", "Her", "", "date")]
    [InlineData("2026-09-01", "17:00", "19:00", "Her", "", "date")]
    [InlineData("2029-09-01", "17:00", "19:00", "Her", "", "date")]
    [InlineData("2026-10-01", "klokken fem", "19:00", "Her", "", "from")]
    [InlineData("2026-10-01", "19:00", "17:00", "Her", "", "until")]
    [InlineData("2026-10-01", "17:00", "19:00", " ", "", "place")]
    [InlineData("2026-10-01", "17:00", "19:00", "Her", "Ring til 010190-1234", "note")]
    public async Task What_cannot_be_is_refused_with_the_reason(string date, string from, string until, string place, string note, string field)
    {
        var form = GatheringWorld.Form() with { Date = date, From = from, Until = until, Place = place, Note = note };
        (await _world.Planner.PlanAsync(_world.Karla, form, Ct)).Problems.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task The_friend_families_whose_year_runs_are_called_together_and_the_childs_side_is_not()
    {
        await using var course = await CourseWorld.StartAsync("2026-09-10 15:00", DayOfWeek.Thursday);
        var families = course.House.Get<IEnumerable<IGatheringAudience>>().Single(a => a.Name == "friend-families");
        var sparring = new Gathering
        {
            Id = "m-1",
            DepartmentId = Gathering.AllDepartments,
            Kind = GatheringKind.Sparring,
            Starts = Refunds.RefundWorld.Wall("2026-11-10 19:00"),
            Ends = Refunds.RefundWorld.Wall("2026-11-10 20:00"),
            Place = "online",
            Audience = families.Name,
            Changed = course.House.Clock.GetUtcNow(),
        };
        var running = (await course.Book.GetAsync(CourseWorld.Id, Ct)).ShouldNotBeNull().Value;
        (await families.PeopleAsync(sparring, Ct)).ShouldBe(running.Side(Core.HjemTilOs.Sides.Family).Select(p => p.PersonId));
        (await families.PeopleAsync(sparring with { DepartmentId = "nowhere" }, Ct)).ShouldBeEmpty();
        (await families.PeopleAsync(sparring with { Starts = Refunds.RefundWorld.Wall("2027-11-10 19:00") }, Ct)).ShouldBeEmpty(); // the year is over by then
    }

    [Fact]
    public async Task Nobody_is_noted_as_having_come_before_it_begins_or_who_was_not_invited()
    {
        var id = await _world.PlanAsync();
        (await _world.Planner.NoteAsync(_world.Karla, id, _world.Person("Astrid"), came: true, Ct)).ShouldBeFalse();
        await _world.House.GoToAsync("2026-10-01 17:00");
        (await _world.Planner.NoteAsync(_world.Karla, id, _world.House.Leader, came: true, Ct)).ShouldBeFalse();
        (await _world.Planner.NoteAsync(_world.Karla, id, _world.Person("Astrid"), came: true, Ct)).ShouldBeTrue();
        (await _world.Planner.NoteAsync(_world.Karla, id, _world.Person("Astrid"), came: false, Ct)).ShouldBeTrue();
        (await _world.Planner.ViewAsync(_world.Karla, id, Ct)).ShouldNotBeNull().Guests.Single(g => g.PersonId == _world.Person("Astrid")).Came.ShouldBe(false);
        await _world.House.GoToAsync("2026-10-07 12:00");
        (await _world.MailsAsync(id, "gathering-attendance")).Count.ShouldBe(1); // noted, so not asked again
    }

    [Fact]
    public async Task A_year_after_it_is_deleted_with_its_links_and_messages()
    {
        var id = await _world.PlanAsync();
        await _world.House.GoToAsync("2026-10-16 12:00");
        var kind = _world.House.Get<IEnumerable<Core.Retention.RetainedKind>>().Single(k => k.PartitionPrefix == Gathering.Prefix);
        await kind.DeleteAsync(Gathering.Partition(id), new DateOnly(2027, 10, 1), Ct);
        (await _world.House.Get<GatheringBook>().GetAsync(id, Ct)).ShouldNotBeNull();
        await kind.DeleteAsync(Gathering.Partition(id), new DateOnly(2027, 10, 2), Ct);
        (await _world.House.Get<GatheringBook>().GetAsync(id, Ct)).ShouldBeNull();
        (await _world.House.Get<GatheringDesk>().ViewAsync(_world.Token(id, "Astrid"), Ct)).ShouldBeNull();
        foreach (var index in (string[])["ix-gatherings", Partitions.ShortLinkIndex, Partitions.NoticeIndex])
        {
            await foreach (var row in _world.House.Register.QueryAsync<System.Text.Json.Nodes.JsonObject>(index, cancellation: Ct))
                row.Value.ToJsonString().ShouldNotContain(id);
        }
    }

    private async Task<string> PlanThroughAsync(GatheringForm form)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var (id, _) = await _world.Planner.PlanAsync(_world.Karla, form, Ct);
                await _world.House.SettleAsync();
                await _world.House.GoToAsync(WallTime.LocalDate(_world.House.Clock.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd") + " 10:00"); // what failed is tried again
                return id;
            }
            catch (IOException) when (tries < 2)
            {
            }
        }
    }

    private async Task AwayAsync(string name, string from, string until)
    {
        var token = _world.House.Get<Core.Links.PersonalLinks>().TokenFor(Core.Links.LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(_world.Person(name)));
        (await _world.House.Get<Core.Volunteers.Absence.AbsenceDesk>().GoAwayAsync(token, from, until, Ct)).ShouldBeOfType<Core.Volunteers.Absence.AbsenceResult.Told>();
    }

    private async Task LeaveAsync(string name, string from, string until)
    {
        var token = _world.House.Get<Core.Links.PersonalLinks>().TokenFor(Core.Links.LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(_world.Person(name)));
        await _world.House.Get<Core.Volunteers.Leave.LeaveDesk>().AskAsync(token, from, until, Ct);
        await _world.House.SettleAsync();
    }
}
