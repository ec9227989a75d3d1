using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Functions.Messages;
using Husrum.Functions.Messages.Smtp;

namespace Husrum.Functions.Tests.Messages.Smtp;

public sealed class SmtpTests : IAsyncLifetime
{
    private const string Address = "mette@post.example";

    private static readonly SmtpLimits Short = new() { UntilEnd = TimeSpan.FromSeconds(2), AfterEnd = TimeSpan.FromSeconds(1), Leaving = TimeSpan.FromMilliseconds(200) };

    private readonly ProviderBench _bench = new();
    private readonly List<IAsyncDisposable> _servers = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    [Theory]
    [InlineData("None", null)]
    [InlineData("None", "PLAIN")]
    [InlineData("StartTls", "PLAIN LOGIN")]
    [InlineData("StartTls", "LOGIN")]
    [InlineData("Tls", "LOGIN XOAUTH2")]
    [InlineData("Tls", "PLAIN")]
    public async Task A_mail_goes_once_over_any_kind_of_connection_and_sign_in(string security, string? auth)
    {
        var server = Server(Enum.Parse<SmtpSecurity>(security));
        server.Auth = auth;
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.SendAsync(Provider(server, signsIn: auth is not null));
        server.Mails.ShouldHaveSingleItem();
        server.Heard.ShouldContain("MAIL FROM:<noreply@husrum.example>");
        server.Heard.ShouldContain($"RCPT TO:<{Address}>");
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task Where_the_server_does_not_encrypt_nothing_is_said_and_nothing_is_lost()
    {
        var server = Server(SmtpSecurity.StartTls);
        (server.Auth, server.Offers) = ("PLAIN", false);
        await WaitsAsync(server, "smtp: Encrypt IOException");
        server.Heard.ShouldAllBe(line => line.StartsWith("EHLO"));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_gets_no_password()
    {
        var server = Server(SmtpSecurity.Tls);
        server.Auth = "PLAIN";
        await WaitsAsync(server, "smtp: Encrypt AuthenticationException", trusts: false);
        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_put_before_the_encryption_is_not_taken_for_the_servers_word()
    {
        var server = Server(SmtpSecurity.StartTls);
        server.Smuggled = "250 mail.example\r\n";
        await WaitsAsync(server, "smtp: Encrypt IOException");
    }

    [Theory]
    [InlineData("CONNECT", "421 4.3.2 Too busy")]
    [InlineData("CONNECT", "554 5.7.1 You are on a list")]
    [InlineData("EHLO", "502 5.5.1 What?")]
    [InlineData("AUTH", "454 4.7.0 Later")]
    [InlineData("AUTH", "535 5.7.8 Authentication credentials invalid")]
    [InlineData("MAIL", "451 4.3.0 Later")]
    [InlineData("MAIL", "553 5.7.1 Not your address")]
    [InlineData("RCPT", "450 4.2.1 Greylisted, come again")]
    [InlineData("DATA", "451 4.3.0 Later")]
    [InlineData("END", "452 4.3.1 Disk full")]
    [InlineData("CONNECT", "")]
    [InlineData("EHLO", "")]
    [InlineData("AUTH", "")]
    [InlineData("MAIL", "")]
    [InlineData("RCPT", "")]
    [InlineData("DATA", "")]
    public async Task What_was_surely_not_taken_is_tried_again_and_goes_once(string verb, string answer)
    {
        var server = Server();
        server.Auth = "PLAIN";
        server.Says = (said, conversation) => said == verb && conversation == 1 ? answer : null;
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.SendAsync(Provider(server, signsIn: true));
        var waits = await _bench.SeeAsync(notice);
        (waits.State, waits.MayHaveGone, server.Mails.Count).ShouldBe((NoticeState.Due, false, 0));
        await _bench.LiveAsync(Provider(server, signsIn: true), TimeSpan.FromMinutes(2));
        server.Mails.ShouldHaveSingleItem();
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_of_the_text_has_taken_nothing()
    {
        var server = Server();
        server.Says = (said, _) => said == "TEXT" ? "" : null;
        var longer = new RenderedMessage("Lang", new string('x', 20_000_000), null); // than what can lie between the two ends unread
        var result = await Provider(server).SendAsync(new OutgoingMessage("k", NoticeChannel.Email, Address, longer), TestContext.Current.CancellationToken);
        (result.Outcome, server.Mails.Count).ShouldBe((SendOutcome.NotTaken, 0));
        result.Reason.ShouldNotBeNull().ShouldStartWith("smtp: Text ");
    }

    [Fact]
    public async Task A_server_that_breaks_off_before_the_end_mark_has_taken_nothing()
    {
        var server = Server();
        server.Says = (said, _) => said == "DATA" ? "354 Go ahead\r\n421 4.3.2 Closing down" : null;
        await WaitsAsync(server, "smtp: Text IOException");
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user mette@post.example here", "smtp: Recipient 550 5.1.1")]
    [InlineData("DATA", "554 5.5.1 No", "smtp: Text 554 5.5.1")]
    [InlineData("END", "554 Looks like spam", "smtp: End 554")]
    public async Task What_the_server_will_never_take_has_failed_and_the_reason_names_nobody(string verb, string answer, string reason)
    {
        var server = Server();
        server.Says = (said, _) => said == verb ? answer : null;
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.LiveAsync(Provider(server), TimeSpan.FromDays(1));
        var failed = await _bench.SeeAsync(notice);
        (failed.State, failed.Reason, server.Conversations).ShouldBe((NoticeState.Failed, reason, 1));
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("…", true)]
    public async Task Who_dies_after_the_end_mark_leaves_it_to_a_person_whether_it_was_taken_or_not(string answer, bool taken)
    {
        var server = Server();
        server.TakesInSilence = taken;
        server.Says = (said, _) => said == "END" ? answer : null;
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.LiveAsync(Provider(server), TimeSpan.FromDays(4));
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Uncertain);
        (server.Conversations, server.Mails.Count, await _bench.BeforeAPersonAsync()).ShouldBe((1, taken ? 1 : 0, 1));
    }

    [Fact]
    public async Task A_process_that_died_before_it_noted_the_send_leaves_it_to_a_person()
    {
        var server = Server();
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.DieBeforeNotingAsync(Provider(server));
        await _bench.SendAsync(Provider(server));
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Uncertain);
        server.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_server_that_is_slow_to_greet_has_taken_nothing()
    {
        var server = Server();
        server.Says = (said, _) => said == "CONNECT" ? "…" : null;
        await WaitsAsync(server, "smtp: Connect OperationCanceledException");
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2")]
    [InlineData("220-one\r\n220-two\r\nnonsense")]
    public async Task A_server_that_speaks_something_else_has_taken_nothing(string greeting)
    {
        var server = Server();
        server.Says = (said, _) => said == "CONNECT" ? greeting : null;
        await WaitsAsync(server, "smtp: Connect IOException");
    }

    [Fact]
    public async Task Where_there_is_no_server_nothing_is_in_doubt()
    {
        var server = Server();
        await server.DisposeAsync();
        await WaitsAsync(server, "smtp: Connect SocketException");
    }

    [Fact]
    public async Task No_more_conversations_at_once_than_a_mail_server_likes_and_nobody_is_left_out()
    {
        var server = Server();
        for (var i = 0; i < 20; i++)
            await _bench.WriteAsync(NoticeChannel.Email, $"p{i}@post.example");
        await _bench.SendAsync(new SmtpProvider(server.Options(), DefaultOrganisation.Value));
        (server.Mails.Count, server.Mails.Distinct().Count()).ShouldBe((20, 20));
        server.MostAtOnce.ShouldBeLessThanOrEqualTo(new SmtpLimits().AtOnce + 1); // one may not have seen the other leave
    }

    private async Task WaitsAsync(SmtpServer server, string reason, bool trusts = true)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Email, Address);
        await _bench.SendAsync(Provider(server, signsIn: server.Auth is not null, trusts));
        var waits = await _bench.SeeAsync(notice);
        (waits.State, waits.MayHaveGone, waits.Reason).ShouldBe((NoticeState.Due, false, reason));
        server.Mails.ShouldBeEmpty();
    }

    private SmtpServer Server(SmtpSecurity security = SmtpSecurity.None)
    {
        var server = new SmtpServer(security);
        _servers.Add(server);
        return server;
    }

    private static SmtpProvider Provider(SmtpServer server, bool signsIn = false, bool trusts = true) => new(
        signsIn ? server.Options(server.Account.User, server.Account.Password) : server.Options(),
        DefaultOrganisation.Value,
        Short,
        trusts ? Trust : null);

    private static bool Trust(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate?.GetCertHashString() == TestCertificate.Value.GetCertHashString();
}
