using System.Text.Json.Nodes;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Tests.Messages.CommunicationServices;

public sealed class SmsTests : IAsyncLifetime
{
    private const string Mobile = "+4520123456";

    private static readonly NoticeFallback Mail = new(NoticeChannel.Email, "mette@post.example");

    private readonly ProviderBench _bench = new();
    private CommunicationServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await CommunicationServer.StartAsync(_bench.Clock);

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_SMS_goes_once_under_the_organisations_name_and_is_sent_but_not_yet_delivered()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile, "Æblerne er på øen. Å!");
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        var sms = _server.Sms.ShouldHaveSingleItem();
        (sms.From, sms.To, sms.Text, sms.Tag).ShouldBe(("HUSRUM", Mobile, "Æblerne er på øen. Å!", NoticeId.Of(notice.Value.Key, 0).ToString()));
        var sent = await _bench.SeeAsync(notice);
        (sent.State, sent.ReportDue).ShouldBe((NoticeState.Sent, _bench.Clock.GetUtcNow().AddHours(6)));
        JsonNode.Parse(_server.Bodies.Single())!["smsSendOptions"]!["enableDeliveryReport"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Where_nobody_brings_reports_none_are_asked_for_or_waited_for()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        await _bench.LiveAsync(_server.Provider(_bench.Clock, reports: false), TimeSpan.FromDays(2));
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
        JsonNode.Parse(_server.Bodies.Single())!["smsSendOptions"]!["enableDeliveryReport"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_is_not_the_resources_sends_nothing_and_loses_nothing()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        await _bench.SendAsync(_server.Provider(_bench.Clock, key: new byte[32]));
        (_server.Refused, _server.Sms.Count, (await _bench.SeeAsync(notice)).State).ShouldBe((1, 0, NoticeState.Due));
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(5));
        _server.Sms.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(600)] // ten minutes behind: the first try looks like a late repeat
    [InlineData(7200)] // two hours behind: no signature holds
    [InlineData(-7200)]
    public async Task While_the_machines_clock_is_wrong_nothing_goes_and_once_it_is_right_it_goes_once(int secondsBehind)
    {
        await using var server = await CommunicationServer.StartAsync(new SkewedClock(_bench.Clock, TimeSpan.FromSeconds(secondsBehind)));
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        await _bench.LiveAsync(server.Provider(_bench.Clock), TimeSpan.FromHours(1));
        (server.Sms.Count, (await _bench.SeeAsync(notice)).State).ShouldBe((0, NoticeState.Due));
        _server.Posts.ShouldBe(0);
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromHours(2)); // the same service, by a clock that agrees with it
        _server.Sms.ShouldHaveSingleItem();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public async Task A_line_that_breaks_in_the_middle_of_a_message_has_sent_nothing_or_is_repeated(int bytes)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        _server.Faults = n => n <= 2 ? Fault.CutsUpload(bytes) : Fault.None;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(10));
        _server.Posts.ShouldBe(3);
        _server.Sms.ShouldHaveSingleItem();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_is_answered_by_the_same_bytes_so_that_it_goes_once_whether_it_was_taken_or_not(bool taken)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        _server.Faults = n => n <= 2 ? taken ? Fault.SilentAfterTaking : Fault.SilentBeforeTaking : Fault.None;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(10));
        _server.Bodies.Count.ShouldBe(3);
        _server.Bodies.Distinct().Count().ShouldBe(1);
        _server.Sms.ShouldHaveSingleItem();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task When_the_service_would_not_know_a_repeat_any_more_a_person_decides()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile, fallback: Mail);
        _server.Faults = _ => Fault.SilentAfterTaking;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromDays(4));
        var uncertain = await _bench.SeeAsync(notice);
        (uncertain.State, uncertain.Reason).ShouldBe((NoticeState.Uncertain, NoticeReasons.TooLateToRepeat));
        _server.Posts.ShouldBe(3);
        _server.Sms.ShouldHaveSingleItem();
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_sends_an_uncertain_one_again_sends_a_new_one()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        _server.Faults = _ => Fault.SilentBeforeTaking;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromHours(1));
        _server.Faults = _ => Fault.None;
        (await _bench.Desk.ReleaseAsync(notice.Partition, notice.Row, TestContext.Current.CancellationToken)).ShouldBeTrue();
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        _server.Sms.Single().Id.ShouldBe(NoticeId.Of(notice.Value.Key, 1).ToString());
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
        (await _bench.BeforeAPersonAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(2, NoticeState.Sent)]
    [InlineData(60, NoticeState.Uncertain)]
    public async Task A_process_that_died_before_it_noted_the_send_repeats_it_only_while_that_is_safe(int minutes, NoticeState state)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        await _bench.DieBeforeNotingAsync(_server.Provider(_bench.Clock));
        _bench.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        (await _bench.SeeAsync(notice)).State.ShouldBe(state);
        _server.Sms.ShouldHaveSingleItem();
        (await _bench.BeforeAPersonAsync()).ShouldBe(state == NoticeState.Uncertain ? 1 : 0);
    }

    [Fact]
    public async Task A_pause_the_service_asks_for_holds_for_all_and_what_was_not_taken_begins_anew()
    {
        for (var i = 0; i < 5; i++)
            await _bench.WriteAsync(NoticeChannel.Sms, Mobile, caseId: "one after the other");
        _server.Faults = n => n == 1 ? Fault.Throttles(900) : Fault.None;
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        _server.Posts.ShouldBe(1);
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(14));
        _server.Sms.ShouldBeEmpty();
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(2));
        _server.Sms.Count.ShouldBe(5);
        _server.Sms.Select(sms => sms.Id).Distinct().Count().ShouldBe(5);
    }

    [Theory]
    [InlineData("+4633123456", "+46701740605")]
    [InlineData("+298123456", "HUSRUM")]
    public async Task Abroad_it_comes_from_the_sender_set_for_the_country(string to, string sender)
    {
        await _bench.WriteAsync(NoticeChannel.Sms, to);
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        _server.Sms.Single().From.ShouldBe(sender);
    }

    [Theory]
    [InlineData("+4915112345678")]
    [InlineData("+4570123456")]
    [InlineData("+45")]
    public async Task A_number_that_SMS_do_not_go_to_is_not_tried_and_the_person_gets_a_mail(string to)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, to, fallback: Mail);
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        var failed = await _bench.SeeAsync(notice);
        (failed.State, failed.IsPassedOn, failed.Reason).ShouldBe((NoticeState.Failed, true, NoticeReasons.NoSmsThere + NoticeReasons.PassedOn));
        _server.Sms.ShouldBeEmpty();
        _server.Mails.Single().To.ShouldBe(Mail.To);
        (await _bench.BeforeAPersonAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_number_the_service_refuses_is_an_outcome_and_without_another_way_a_persons_matter()
    {
        _server.Recipient = to => to == Mobile ? 400 : 202;
        var refused = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        var fine = await _bench.WriteAsync(NoticeChannel.Sms, "+4520123457");
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        var failed = await _bench.SeeAsync(refused);
        (failed.State, failed.Reason, failed.Attempts).ShouldBe((NoticeState.Failed, NoticeReasons.NumberRefused, 1));
        (await _bench.SeeAsync(fine)).State.ShouldBe(NoticeState.Sent);
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
        RegisterJson.Encode(failed).Body.ShouldNotContain("Invalid To");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_recipient_the_service_had_no_time_for_is_tried_again(int status)
    {
        var busy = true;
        _server.Recipient = _ => busy ? status : 202;
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        busy = false;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(3));
        _server.Sms.ShouldHaveSingleItem();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }
}
