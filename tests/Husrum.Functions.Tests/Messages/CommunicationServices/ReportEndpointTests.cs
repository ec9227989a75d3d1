using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages.CommunicationServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Messages.CommunicationServices;

public sealed class ReportEndpointTests : IAsyncLifetime
{
    private const string Mobile = "+4520123456";

    private readonly ProviderBench _bench = new();
    private CommunicationServer _server = null!;
    private ReportHost _host = null!;

    private DateTimeOffset Now => _bench.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _server = await CommunicationServer.StartAsync(_bench.Clock);
        _host = await ReportHost.StartAsync(_bench.Register, _bench.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_proves_that_the_address_is_ours() =>
        (await _host.PostAsync(Events.Validation)).ShouldBe((200, """{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}"""));

    [Fact]
    public async Task Reports_on_SMS_and_mails_of_one_batch_close_them()
    {
        var sms = await SentAsync(NoticeChannel.Sms, Mobile);
        var mail = await SentAsync(NoticeChannel.Email, "mette@post.example");
        var batch = $"[{Events.Sms(Id(sms), "Delivered", Now)}, {Events.Email(Id(mail), "Delivered", Now)}]";
        (await _host.PostAsync(batch)).Status.ShouldBe(200);
        (await _host.PostAsync(batch)).Status.ShouldBe(200);
        (await _bench.SeeAsync(sms)).State.ShouldBe(NoticeState.Delivered);
        (await _bench.SeeAsync(mail)).State.ShouldBe(NoticeState.Delivered);
    }

    [Theory]
    [InlineData("4003", "not-for-sms")]
    [InlineData("Message failed: 4004 - number does not exist", "no-such-number")]
    [InlineData("4005", "blocked")]
    [InlineData("4006", "unreachable")]
    [InlineData("4007", "opted-out")]
    [InlineData("5002", "too-late")]
    [InlineData("+4520123456 said no", "failed")]
    [InlineData("", "failed")]
    public async Task Why_an_SMS_did_not_arrive_is_kept_in_a_word_and_never_in_theirs(string details, string word)
    {
        var sms = await SentAsync(NoticeChannel.Sms, Mobile);
        await _host.PostAsync(Events.Sms(Id(sms), "Failed", Now, details));
        var failed = await _bench.SeeAsync(sms);
        (failed.State, failed.Reason).ShouldBe((NoticeState.Failed, "not delivered: " + word));
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("Bounced", NoticeState.Failed)]
    [InlineData("Suppressed", NoticeState.Failed)]
    [InlineData("Quarantined", NoticeState.Failed)]
    [InlineData("FilteredSpam", NoticeState.Failed)]
    [InlineData("Failed", NoticeState.Failed)]
    [InlineData("Expanded", NoticeState.Delivered)]
    [InlineData("OutForDelivery", NoticeState.Sent)]
    [InlineData("SomethingNew", NoticeState.Sent)]
    public async Task What_is_said_of_a_mail_ends_it_only_where_it_is_an_end(string status, NoticeState state)
    {
        var mail = await SentAsync(NoticeChannel.Email, "mette@post.example");
        (await _host.PostAsync(Events.Email(Id(mail), status, Now))).Status.ShouldBe(200);
        (await _bench.SeeAsync(mail)).State.ShouldBe(state);
    }

    [Fact]
    public async Task Who_shows_neither_secret_nor_token_changes_nothing()
    {
        var sms = await SentAsync(NoticeChannel.Sms, Mobile);
        var report = Events.Sms(Id(sms), "Failed", Now);
        (await _host.PostAsync(report, "", ("x-other", "1"))).Status.ShouldBe(401);
        (await _host.PostAsync(report, "?secret=wrong", (DeliveryReportEndpoint.Header, "wrong too"))).Status.ShouldBe(401);
        (await _host.PostAsync(Events.Validation, "", ("Authorization", "Bearer a.b.c"))).Status.ShouldBe(401);
        (await _bench.SeeAsync(sms)).State.ShouldBe(NoticeState.Sent);
        (await _host.PostAsync(report, "?secret=" + CommunicationBench.Secret, ("x-other", "1"))).Status.ShouldBe(200);
        (await _bench.SeeAsync(sms)).State.ShouldBe(NoticeState.Failed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("[{}]")]
    public async Task What_is_no_event_is_refused(string body) => (await _host.PostAsync(body)).Status.ShouldBe(400);

    [Theory]
    [InlineData("""{ "eventType": "Microsoft.Communication.SMSReceived", "data": { "message": "STOP" } }""")]
    [InlineData("""{ "eventType": "Microsoft.Communication.SMSDeliveryReportReceived", "data": { "deliveryStatus": "Failed", "tag": "somebody else's" } }""")]
    [InlineData("""{ "eventType": "Microsoft.Communication.EmailDeliveryReportReceived", "data": null }""")]
    [InlineData("""{ "specversion": "1.0", "type": "Microsoft.Communication.EmailDeliveryReportReceived", "time": "yesterday", "data": { "messageId": "00000000-0000-0000-0000-000000000001", "status": "Failed" } }""")]
    public async Task What_is_not_ours_is_taken_and_changes_nothing(string happened) => (await _host.PostAsync(happened)).Status.ShouldBe(200);

    [Fact]
    public async Task While_the_register_fails_it_does_not_say_that_all_is_well()
    {
        var sms = await SentAsync(NoticeChannel.Sms, Mobile);
        _bench.Register.BeforeCommit = _ => throw new IOException();
        (await _host.PostAsync(Events.Sms(Id(sms), "Delivered", Now))).Status.ShouldBe(500);
        _bench.Register.BeforeCommit = null;
        (await _host.PostAsync(Events.Sms(Id(sms), "Delivered", Now))).Status.ShouldBe(200);
        (await _bench.SeeAsync(sms)).State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task Where_no_reports_are_set_up_there_is_no_such_address()
    {
        await using var host = await ReportHost.StartAsync(_bench.Register, _bench.Clock, new ReportCallers(null));
        (await host.PostAsync(Events.Validation)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("other key", false)]
    [InlineData("other tenant", false)]
    [InlineData("other application", false)]
    [InlineData("other caller", false)]
    [InlineData("over", false)]
    [InlineData("not yet", false)]
    [InlineData("no signature", false)]
    public async Task A_token_of_Entra_counts_where_it_is_Event_Grids_for_us_and_now(string fault, bool counts)
    {
        using var key = RSA.Create(2048);
        await using var entra = await EntraAsync(key);
        using var client = new HttpClient();
        using var tokens = new EntraTokens(client, "our-app", "our-tenant", _bench.Clock, entra.Urls.First());
        var options = new CommunicationOptions(new Uri("https://resource.example"), null, null, "our-app", "our-tenant");
        await using var host = await ReportHost.StartAsync(_bench.Register, _bench.Clock, new ReportCallers(options, tokens));
        (await host.PostAsync(Events.Validation, "", ("Authorization", "Bearer " + Token(key, fault)))).Status.ShouldBe(counts ? 200 : 401);
        (await host.PostAsync(Events.Validation)).Status.ShouldBe(401); // there is no secret that would do
    }

    private string Token(RSA key, string fault)
    {
        using var other = RSA.Create(2048);
        var (from, until) = (Now.AddHours(fault == "not yet" ? 1 : -1), Now.AddHours(fault == "over" ? -0.5 : 1));
        var head = Part(new { alg = fault == "no signature" ? "none" : "RS256", typ = "JWT", kid = "k1" });
        var claims = Part(new
        {
            aud = fault == "other application" ? "another-app" : "our-app",
            iss = $"https://sts.windows.net/{(fault == "other tenant" ? "another-tenant" : "our-tenant")}/",
            appid = fault == "other caller" ? "11111111-1111-1111-1111-111111111111" : "4962773b-9cdb-44cf-a8bf-237846a00ab7",
            nbf = from.ToUnixTimeSeconds(),
            exp = until.ToUnixTimeSeconds(),
        });
        var signature = fault == "no signature" ? "" : Base64((fault == "other key" ? other : key).SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return $"{head}.{claims}.{signature}";
    }

    private static async Task<WebApplication> EntraAsync(RSA key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var parameters = key.ExportParameters(false);
        app.MapGet("/our-tenant/discovery/v2.0/keys", () => TypedResults.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = Base64(parameters.Modulus!), e = Base64(parameters.Exponent!) } } }));
        await app.StartAsync();
        return app;
    }

    private static string Part(object value) => Base64(JsonSerializer.SerializeToUtf8Bytes(value));

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string Id(Stored<Notice> notice) => NoticeId.Of(notice.Value.Key, 0).ToString();

    private async Task<Stored<Notice>> SentAsync(NoticeChannel channel, string to)
    {
        var notice = await _bench.WriteAsync(channel, to);
        await _bench.SendAsync(_server.Provider(_bench.Clock));
        return notice;
    }
}
