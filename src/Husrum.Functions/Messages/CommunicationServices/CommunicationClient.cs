using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>
/// The service over REST. It tries once: whether and when something is tried again, the outbox decides, which remembers it across a crash.
/// Where the service asks for a pause, nothing goes to it until that is over.
/// </summary>
internal sealed class CommunicationClient
{
    /// <summary>What the bearer token is for.</summary>
    public const string Scope = "https://communication.azure.com//.default";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);

    private readonly HttpPipeline _pipeline;
    private readonly Uri _endpoint;
    private readonly TimeProvider _machine;
    private long _pauseUntil;

    /// <param name="options">Where it is, and the key if there is one.</param>
    /// <param name="credential">Asked for a token where there is no key.</param>
    /// <param name="machine">The machine's clock.</param>
    /// <param name="transport">Other than the platform's, for tests.</param>
    public CommunicationClient(CommunicationOptions options, Func<TokenCredential> credential, TimeProvider machine, HttpPipelineTransport? transport = null)
    {
        (_endpoint, _machine) = (options.Endpoint, machine);
        HttpPipelinePolicy sign = options.AccessKey is { } key
            ? new AccessKeyPolicy(Convert.FromBase64String(key), machine)
            : new BearerTokenAuthenticationPolicy(credential(), Scope);
        _pipeline = HttpPipelineBuilder.Build(new Options(transport), sign);
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The answer; null while the service has asked to be left alone: the request has not gone.</returns>
    /// <exception cref="RequestFailedException">There is no answer.</exception>
    public async Task<CommunicationAnswer> SendAsync(RequestMethod method, string path, byte[]? body, CancellationToken cancellation, params (string Name, string Value)[] headers)
    {
        if (Pause is { } pause)
            return new CommunicationAnswer(429, default, null, pause);
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_endpoint, path));
        message.Request.Headers.SetValue("Accept", "application/json");
        foreach (var (name, value) in headers)
            message.Request.Headers.SetValue(name, value);
        if (body is not null)
        {
            message.Request.Headers.SetValue("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, cancellation);
        var answer = new CommunicationAnswer(message.Response.Status, message.Response.Content.ToMemory(), Header(message.Response, "x-ms-error-code"), RetryAfter(message.Response));
        if (answer is { Status: 429, RetryAfter: { } wait })
            Interlocked.Exchange(ref _pauseUntil, (_machine.GetUtcNow() + wait).UtcTicks);
        return answer;
    }

    private TimeSpan? Pause => Interlocked.Read(ref _pauseUntil) - _machine.GetUtcNow().UtcTicks is var ticks and > 0 ? TimeSpan.FromTicks(ticks) : null;

    private TimeSpan? RetryAfter(Response response)
    {
        if (Header(response, "Retry-After") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > _machine.GetUtcNow() ? at - _machine.GetUtcNow() : null;
    }

    private static string? Header(Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    private sealed class Options : ClientOptions
    {
        public Options(HttpPipelineTransport? transport)
            : base(null)
        {
            Retry.MaxRetries = 0;
            Retry.NetworkTimeout = LongestAnswer;
            Diagnostics.IsLoggingEnabled = false;
            Diagnostics.IsDistributedTracingEnabled = false;
            if (transport is not null)
                Transport = transport;
        }
    }
}

/// <summary>What the service answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">As it came.</param>
/// <param name="ErrorCode">Its word for what is wrong.</param>
/// <param name="RetryAfter">How long it wants to be left alone.</param>
internal sealed record CommunicationAnswer(int Status, ReadOnlyMemory<byte> Body, string? ErrorCode, TimeSpan? RetryAfter);
