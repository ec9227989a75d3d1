using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Testing;

namespace Husrum.Core.Tests.Messages;

/// <summary>Which way a message goes, and which not.</summary>
public sealed class PersonNoticesTests
{
    // Monday, 10:00 in Denmark
    private static readonly DateTimeOffset Now = new(2026, 8, 31, 8, 0, 0, TimeSpan.Zero);

    private static readonly Reachable Liv = new(new Person { Id = "p-1", Name = "Liv Lærke", Language = "da" }, "liv@post.example", "+4520304050");

    private readonly InMemoryRegister _register = new();
    private readonly TestClock _clock = new(Now);
    private readonly ShortLinks _links;
    private readonly PersonNotices _notices;

    public PersonNoticesTests()
    {
        _links = new ShortLinks(_register, new TestLinkKey(), _clock);
        _notices = new PersonNotices(_register, _links, DefaultOrganisation.Value with { Senders = new Senders("a@eksempel.example", "E", "E") { SmsAbroad = [new SmsAbroad("+298", "E")] } });
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static PersonNotice Reminder(Reachable? to = null) => new()
    {
        CaseId = "h-1",
        Step = "visit-reminder-1",
        Date = new DateOnly(2026, 9, 1),
        To = to ?? Liv,
        Template = "visit-reminder",
        Way = NoticeWay.SmsOrEmail,
        Links = [("answer", new NoticeLink("/svar", "token-1"))],
        Due = Now,
        Group = "visit-1",
    };

    [Fact]
    public void By_SMS_where_there_is_a_number_and_by_e_mail_where_it_does_not_arrive()
    {
        var sms = _notices.Of(Reminder()).ShouldHaveSingleItem();
        (sms.Channel, sms.To, sms.PersonId, sms.Fallback).ShouldBe((NoticeChannel.Sms, "+4520304050", "p-1", new NoticeFallback(NoticeChannel.Email, "liv@post.example")));
        var mail = Outbox.ByOtherWay(sms, Now).ShouldNotBeNull();
        mail.Links["answer"].ShouldBe(new NoticeLink("/svar", "token-1"));
        mail.Fields["name"].ShouldBe("Liv Lærke");
        mail.Group.ShouldBe("visit-1");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("+4570203040")]
    [InlineData("+4580203040")]
    [InlineData("+4590203040")]
    [InlineData("+46701234567")]
    [InlineData("+45112")]
    [InlineData("noget andet")]
    public void By_e_mail_where_no_SMS_goes_to_the_number(string? phone) =>
        _notices.Of(Reminder(Liv with { Phone = phone })).ShouldHaveSingleItem().Channel.ShouldBe(NoticeChannel.Email);

    [Fact]
    public void A_country_the_organisation_has_named_gets_SMS() =>
        _notices.Of(Reminder(Liv with { Phone = "+298123456" })).ShouldHaveSingleItem().Channel.ShouldBe(NoticeChannel.Sms);

    [Fact]
    public void One_who_wants_no_SMS_gets_an_e_mail() =>
        _notices.Of(Reminder(Liv with { Choices = new ContactChoices { NoSmsSince = Now } })).ShouldHaveSingleItem().Channel.ShouldBe(NoticeChannel.Email);

    [Fact]
    public void Both_where_something_is_asked_a_second_time_and_an_SMS_that_fails_tells_nobody_twice()
    {
        var both = _notices.Of(Reminder() with { Way = NoticeWay.EmailAndSms });
        both.Select(n => n.Channel).ShouldBe([NoticeChannel.Email, NoticeChannel.Sms]);
        Outbox.ByOtherWay(both[1], Now)!.Key.ShouldBe(both[0].Key); // it is written already
        _notices.Of(Reminder(Liv with { Phone = null }) with { Way = NoticeWay.EmailAndSms }).ShouldHaveSingleItem().Channel.ShouldBe(NoticeChannel.Email);
    }

    [Fact]
    public void Somebody_who_can_be_reached_in_no_way_gets_nothing_and_nothing_breaks() => _notices.Of(Reminder(new Reachable(Liv.Person, null, "+4570203040"))).ShouldBeEmpty();

    [Fact]
    public void Being_asked_to_do_more_needs_a_yes_of_its_own_and_no_to_SMS_does_not_take_it_back()
    {
        var news = Reminder() with { IsRecruitment = true };
        _notices.Of(news).ShouldBeEmpty();
        _notices.Of(news with { To = Liv with { Choices = new ContactChoices { NewsSince = Now } } }).ShouldHaveSingleItem().Channel.ShouldBe(NoticeChannel.Sms);
        _notices.Of(news with { To = Liv with { Choices = new ContactChoices { NewsSince = Now, NoSmsSince = Now } } }).ShouldHaveSingleItem().Channel.ShouldBe(NoticeChannel.Email);
        _notices.Of(Reminder()).ShouldNotBeEmpty(); // what was agreed is told without
    }

    [Theory]
    [InlineData(18, 30, 12, 17, 30)] // 20:30, of no use from the next day at 08:00: goes at 19:30
    [InlineData(18, 30, 13, 6, 0)] // of use until 09:00: goes at 08:00
    public void The_reminder_for_tomorrow_goes_earlier_rather_than_too_late(int hour, int minute, int hoursUseful, int goesHour, int goesMinute)
    {
        var due = new DateTimeOffset(2026, 8, 31, hour, minute, 0, TimeSpan.Zero);
        var until = new DateTimeOffset(2026, 8, 31, 18, 0, 0, TimeSpan.Zero).AddHours(hoursUseful);
        var goes = _notices.Of(Reminder() with { Due = due, UsefulUntil = until }).ShouldHaveSingleItem().Due;
        (goes.Hour, goes.Minute).ShouldBe((goesHour, goesMinute));
    }

    [Fact]
    public async Task An_activity_that_runs_twice_writes_one_also_when_the_person_chose_another_way_between()
    {
        await _notices.PutOnceAsync("visit:h-1", [Reminder()], Ct);
        await _notices.PutOnceAsync("visit:h-1", [Reminder()], Ct);
        await _notices.PutOnceAsync("visit:h-1", [Reminder(Liv with { Choices = new ContactChoices { NoSmsSince = Now } })], Ct);
        (await NoticesAsync()).ShouldHaveSingleItem().Value.Channel.ShouldBe(NoticeChannel.Sms);
    }

    [Fact]
    public async Task The_link_of_an_SMS_leads_to_whose_it_is_and_onward_and_the_register_does_not_hold_it()
    {
        await _notices.PutOnceAsync("visit:h-1", [Reminder()], Ct);
        var link = (await NoticesAsync())[0].Value.Links[PersonNotices.SmsLink];
        var code = _links.CodeFor(link.TokenId!);
        code.Length.ShouldBe(ShortLinks.CodeLength);
        var found = (await _links.ResolveAsync(code, Ct)).ShouldNotBeNull().Value;
        (found.PersonId, found.OnwardPath, found.OnwardTokenId).ShouldBe(("p-1", "/svar", "token-1"));
        found.TokenHash.ShouldNotContain(code);
        (await _links.ResolveAsync(code[..^1] + (code[^1] == '2' ? '3' : '2'), Ct)).ShouldBeNull();
        (await _links.ResolveAsync(code + "1", Ct)).ShouldBeNull();
        (await _links.ResolveAsync(ShortLinks.MarkOf(link.TokenId!), Ct)).ShouldBeNull();
        _clock.Set(Now.AddYears(3));
        (await _links.ResolveAsync(code, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task A_visit_that_is_moved_takes_its_reminders_back_and_names_those_who_have_theirs_already()
    {
        var father = new Reachable(new Person { Id = "p-2", Name = "Far", Language = "da" }, "far@post.example", "+4520304051");
        await _notices.PutOnceAsync("visit:h-1", [Reminder() with { Due = Now.AddDays(1) }, Reminder(father), Reminder(father) with { Step = "other", Group = null }], Ct);
        await SentAsync("p-2");
        var batch = new RegisterBatch("visit:h-1");
        (await NoticeGroups.TakeBackAsync(_register, batch, "visit-1", Ct)).ShouldBe(["p-2"]);
        _notices.Add(batch, Reminder() with { Step = "visit-reminder-2", Date = new DateOnly(2026, 9, 3) });
        (await _register.CommitAsync(batch, Ct)).ShouldBe(CommitOutcome.Done);
        var states = (await NoticesAsync()).ToDictionary(n => n.Value.Key, n => n.Value.State);
        states["h-1/visit-reminder-1/2026-09-01/p-1/sms"].ShouldBe(NoticeState.Dropped);
        states["h-1/visit-reminder-1/2026-09-01/p-2/sms"].ShouldBe(NoticeState.Sent);
        states["h-1/other/2026-09-01/p-2/sms"].ShouldBe(NoticeState.Due);
        states["h-1/visit-reminder-2/2026-09-03/p-1/sms"].ShouldBe(NoticeState.Due);
        var waiting = new List<string>();
        await foreach (var place in _register.QueryAsync<NoticePlace>(Partitions.NoticeDueIndex, cancellation: Ct))
            waiting.Add(place.Value.Row);
        waiting.ShouldNotContain(Outbox.RowOf("h-1/visit-reminder-1/2026-09-01/p-1/sms"));
        waiting.ShouldContain(Outbox.RowOf("h-1/visit-reminder-2/2026-09-03/p-1/sms"));
    }

    private async Task SentAsync(string person)
    {
        foreach (var notice in (await NoticesAsync()).Where(n => n.Value.PersonId == person && n.Value.Group is not null))
            await _register.CommitAsync(new RegisterBatch(notice.Partition).Replace(notice.Row, notice.Value with { State = NoticeState.Sent }, notice.ETag), Ct);
    }

    private async Task<IReadOnlyList<Stored<Notice>>> NoticesAsync()
    {
        var notices = new List<Stored<Notice>>();
        await foreach (var notice in _register.QueryAsync<Notice>("visit:h-1", Outbox.RowPrefix, cancellation: Ct))
            notices.Add(notice);
        return notices;
    }
}
