using Husrum.Core.Messages;

namespace Husrum.Functions.Tests.Messages.CommunicationServices;

public sealed class EmailTests : IAsyncLifetime
{
    private const string Address = "mette@post.example";

    private readonly ProviderBench _bench = new();
    private CommunicationServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await CommunicationServer.StartAsync(_bench.Clock);

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_goes_from_the_organisation_answers_go_to_its_mailbox_and_nobody_is_followed()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address, "Vi ses på lørdag.");
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        var mail = _server.Mails.ShouldHaveSingleItem();
        (mail.Id, mail.From, mail.To).ShouldBe((NoticeId.Of(notice.Value.Key, 0).ToString(), "noreply@husrum.example", Address));
        mail.Body["content"]!["subject"]!.GetValue<string>().ShouldBe("Besøget på lørdag");
        mail.Body["content"]!["plainText"]!.GetValue<string>().ShouldBe("Vi ses på lørdag.");
        mail.Body["content"]!["html"]!.GetValue<string>().ShouldBe("<p>Vi ses på lørdag.</p>");
        mail.Body["replyTo"]![0]!["address"]!.GetValue<string>().ShouldBe("kontakt@husrum.example");
        mail.Body["userEngagementTrackingDisabled"]!.GetValue<bool>().ShouldBeTrue();
        var sent = await _bench.SeeAsync(notice);
        (sent.State, sent.ReportDue).ShouldBe((NoticeState.Sent, _bench.Clock.GetUtcNow().AddHours(26)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_silence_it_asks_before_it_repeats_because_an_id_that_comes_twice_may_be_two_mails(bool failsLoudly)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        _server.Faults = n => n == 1 ? failsLoudly ? Fault.FailsAfterTaking : Fault.SilentAfterTaking : Fault.None;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(5));
        (_server.Posts, _server.Mails.Count, (await _bench.SeeAsync(notice)).State).ShouldBe((1, 1, NoticeState.Sent));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task What_the_service_never_heard_of_goes_again_with_the_same_bytes(int status)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        _server.Faults = n => n > 1 ? Fault.None : status == 0 ? Fault.SilentBeforeTaking : Fault.Answers(status);
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromMinutes(5));
        (_server.Posts, _server.Mails.Count, (await _bench.SeeAsync(notice)).State).ShouldBe((2, 1, NoticeState.Sent));
        _server.Bodies.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_died_long_ago_finds_out_that_it_went()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.DieBeforeNotingAsync(_server.Provider(_bench.Clock));
        _bench.Clock.Advance(TimeSpan.FromHours(3));
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        (_server.Mails.Count, (await _bench.SeeAsync(notice)).State).ShouldBe((1, NoticeState.Sent));
    }

    [Fact]
    public async Task What_nobody_has_heard_of_long_after_is_a_persons_matter()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        _server.Faults = _ => Fault.SilentBeforeTaking;
        await _bench.LiveAsync(_server.Provider(_bench.Clock), TimeSpan.FromDays(4));
        (_server.Mails.Count, (await _bench.SeeAsync(notice)).State, await _bench.BeforeAPersonAsync()).ShouldBe((0, NoticeState.Uncertain, 1));
    }

    [Theory]
    [InlineData(400, NoticeState.Failed)]
    [InlineData(401, NoticeState.Due)]
    [InlineData(403, NoticeState.Due)]
    [InlineData(404, NoticeState.Due)]
    public async Task What_is_wrong_with_the_message_fails_and_what_is_wrong_with_the_settings_waits_until_it_is_mended(int status, NoticeState state)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        _server.Faults = n => n == 1 ? Fault.Answers(status) : Fault.None;
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        var seen = await _bench.SeeAsync(notice);
        (seen.State, seen.Reason).ShouldBe((state, $"communication services: {status}"));
    }

    [Fact]
    public async Task Without_a_key_it_signs_in_as_the_programs_own_identity()
    {
        await using var server = await CommunicationServer.StartAsync(_bench.Clock, encrypted: true);
        server.Token = "a token of Entra";
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.SendAsync(server.WithToken(_bench.Clock, "a token of somebody else"));
        (server.Refused, server.Mails.Count).ShouldBe((1, 0));
        await _bench.LiveAsync(server.WithToken(_bench.Clock, server.Token), TimeSpan.FromMinutes(3));
        (server.Mails.Count, (await _bench.SeeAsync(notice)).State).ShouldBe((1, NoticeState.Sent));
    }

    [Fact]
    public async Task While_the_service_cannot_be_reached_nothing_is_in_doubt()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        var provider = _server.Provider(_bench.Clock);
        await _server.DisposeAsync();
        await _bench.SendAsync(provider);
        var waits = await _bench.SeeAsync(notice);
        (waits.State, waits.MayHaveGone, waits.Reason).ShouldBe((NoticeState.Due, false, "communication services: ConnectionError"));
    }
}
