using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Messages.CommunicationServices;

/// <summary>
/// Plays Azure Communication Services from its documents (SMS 2026-01-23, e-mail 2025-09-01, the pages on signing): takes, throttles, fails, falls silent after it took,
/// refuses wrong signatures and single recipients. Where the documents promise nothing it does the worst: an e-mail whose operation id comes twice goes twice,
/// and an SMS's id is forgotten after five minutes.
/// </summary>
internal sealed class CommunicationServer : IAsyncDisposable
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, JsonObject Result)> _known = new();
    private int _requests;

    private CommunicationServer(WebApplication app, TimeProvider time) => (_app, _time) = (app, time);

    public static byte[] Key { get; } = SHA256.HashData("the resource's key"u8);

    public Uri Address { get; private set; } = null!;

    /// <summary>The token it takes in the place of a signature; null: signatures only.</summary>
    public string? Token { get; set; }

    /// <summary>What happens to the n-th POST (from 1).</summary>
    public Func<int, Fault> Faults { get; set; } = _ => Fault.None;

    /// <summary>What becomes of an SMS to a number: 202, or the status in the recipient's result.</summary>
    public Func<string, int> Recipient { get; set; } = _ => 202;

    public ConcurrentQueue<SentSms> Sms { get; } = new();

    public ConcurrentQueue<SentMail> Mails { get; } = new();

    /// <summary>The bodies of all POSTs that were signed.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    public int Posts => _requests;

    public int Refused;

    public static async Task<CommunicationServer> StartAsync(TimeProvider time, bool encrypted = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (encrypted)
                listen.UseHttps(TestCertificate.Value);
        }));
        var app = builder.Build();
        var server = new CommunicationServer(app, time);
        app.MapPost("/sms", http => server.TakeAsync(http, "2026-01-23", server.Send));
        app.MapPost("/emails:send", http => server.TakeAsync(http, "2025-09-01", server.Mail));
        app.MapGet("/emails/operations/{id}", server.StatusAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.First());
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, string version, Func<HttpContext, JsonNode, JsonNode> act)
    {
        var fault = Faults(Interlocked.Increment(ref _requests));
        if (fault.CutsAfter is { } bytes)
        {
            await http.Request.Body.ReadExactlyAsync(new byte[bytes]);
            http.Abort();
            return;
        }

        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        if (!await IsAllowedAsync(http, body, version))
            return;
        Bodies.Enqueue(body);
        if (fault.Status is { } status && !fault.Takes)
        {
            http.Response.StatusCode = status;
            if (fault.RetryAfter is { } wait)
                http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return;
        }

        if (fault is { IsSilent: true, Takes: false })
        {
            http.Abort();
            return;
        }

        var answer = act(http, JsonNode.Parse(body)!);
        if (fault.IsSilent)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = fault.Status ?? 202;
        await http.Response.WriteAsJsonAsync(answer);
    }

    private JsonObject Send(HttpContext http, JsonNode body)
    {
        var results = new JsonArray();
        foreach (var recipient in body["smsRecipients"]!.AsArray())
            results.Add(One(body, recipient!));
        return new JsonObject { ["value"] = results };
    }

    private JsonNode One(JsonNode body, JsonNode recipient)
    {
        var (to, id, now) = (recipient["to"]!.GetValue<string>(), recipient["repeatabilityRequestId"]!.GetValue<string>(), _time.GetUtcNow());
        if (_known.TryGetValue(id, out var known) && now - known.At < Memory)
            return known.Result.DeepClone();
        var first = DateTimeOffset.ParseExact(recipient["repeatabilityFirstSent"]!.GetValue<string>(), "R", CultureInfo.InvariantCulture);
        if (now - first > Memory)
            return new JsonObject { ["to"] = to, ["httpStatusCode"] = 400, ["repeatabilityResult"] = "rejected", ["successful"] = false };
        var status = Recipient(to);
        var result = new JsonObject { ["to"] = to, ["httpStatusCode"] = status, ["successful"] = status == 202 };
        if (status == 202)
        {
            var messageId = $"Outgoing_{Sms.Count}";
            result["messageId"] = messageId;
            result["repeatabilityResult"] = "accepted";
            Sms.Enqueue(new SentSms(id, messageId, body["from"]!.GetValue<string>(), to, body["message"]!.GetValue<string>(), body["smsSendOptions"]?["tag"]?.GetValue<string>(), now));
            _known[id] = (now, result);
        }
        else
        {
            result["errorMessage"] = $"Invalid To phone number format: {to}.";
        }

        return result.DeepClone();
    }

    private JsonObject Mail(HttpContext http, JsonNode body)
    {
        var id = http.Request.Headers["Operation-Id"].ToString();
        Guid.Parse(id);
        Mails.Enqueue(new SentMail(id, body["senderAddress"]!.GetValue<string>(), body["recipients"]!["to"]![0]!["address"]!.GetValue<string>(), body, _time.GetUtcNow()));
        return new JsonObject { ["id"] = id, ["status"] = "Running" };
    }

    private async Task StatusAsync(HttpContext http, string id)
    {
        if (!await IsAllowedAsync(http, "", "2025-09-01"))
            return;
        if (Mails.Any(mail => mail.Id == id))
            await http.Response.WriteAsJsonAsync(new JsonObject { ["id"] = id, ["status"] = "Succeeded" });
        else
            http.Response.StatusCode = 404;
    }

    // the page "Authentication": the string to sign, word for word
    private async Task<bool> IsAllowedAsync(HttpContext http, string body, string version)
    {
        var request = http.Request;
        var authorization = request.Headers.Authorization.ToString();
        var (date, hash) = (request.Headers["x-ms-date"].ToString(), Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
        var toSign = $"{request.Method}\n{request.Path}{request.QueryString}\n{date};{request.Host};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(toSign)));
        var isSigned = authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}"
            && request.Headers["x-ms-content-sha256"] == hash
            && DateTimeOffset.TryParseExact(date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && (_time.GetUtcNow() - at).Duration() < TimeSpan.FromMinutes(15);
        if ((isSigned || (Token is not null && authorization == $"Bearer {Token}")) && request.Query["api-version"] == version)
            return true;
        Interlocked.Increment(ref Refused);
        http.Response.StatusCode = 401;
        http.Response.Headers["x-ms-error-code"] = "Denied";
        await http.Response.WriteAsJsonAsync(new { error = new { code = "Denied", message = "Denied by the resource provider." } });
        return false;
    }
}

/// <summary>What happens to a request.</summary>
/// <param name="Status">Answered; null: as usual.</param>
/// <param name="Takes">Whether the message is taken all the same.</param>
/// <param name="IsSilent">The connection breaks in the place of an answer.</param>
/// <param name="RetryAfter">Seconds.</param>
/// <param name="CutsAfter">The line breaks after so many bytes of the body; null: it holds.</param>
internal sealed record Fault(int? Status, bool Takes, bool IsSilent = false, int? RetryAfter = null, int? CutsAfter = null)
{
    /// <summary>The line breaks after so many bytes of the request's body.</summary>
    public static Fault CutsUpload(int bytes) => new(null, false, true, CutsAfter: bytes);

    public static Fault None { get; } = new(null, true);

    public static Fault SilentAfterTaking { get; } = new(null, true, true);

    public static Fault SilentBeforeTaking { get; } = new(null, false, true);

    public static Fault FailsAfterTaking { get; } = new(500, true);

    public static Fault Throttles(int seconds) => new(429, false, RetryAfter: seconds);

    public static Fault Answers(int status) => new(status, false);
}

internal sealed record SentSms(string Id, string MessageId, string From, string To, string Text, string? Tag, DateTimeOffset At);

internal sealed record SentMail(string Id, string From, string To, JsonNode Body, DateTimeOffset At);
