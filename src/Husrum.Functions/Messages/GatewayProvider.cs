using System.Net;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Messages;

/// <summary>Hands messages to the organisation's own gateway: POST of <c>{key, channel, to, subject, text, html, calendar}</c> (the last is an appointment to attach as <c>.ics</c>, or null) with the header <c>Idempotency-Key</c>.</summary>
/// <param name="client">Its time-out bounds an attempt.</param>
/// <param name="address">The gateway.</param>
/// <param name="honoursKeys">False for a gateway that does not know repeats.</param>
internal sealed class GatewayProvider(HttpClient client, Uri address, bool honoursKeys = true) : IMessageProvider
{
    /// <summary>The gateway's address, or null where none is named.</summary>
    /// <exception cref="StartOptionsException">It is no address.</exception>
    public static Uri? AddressIn(IConfiguration configuration) => configuration["Messages:Gateway:Url"] is not { Length: > 0 } url ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address
        : throw new StartOptionsException("Messages:Gateway:Url is no address that messages can be posted to, such as https://gateway.example/messages.");

    public ProviderPromise Promise(NoticeChannel channel) => honoursKeys ? ProviderPromise.Keyed : ProviderPromise.Keyless;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address);
            request.Headers.Add("Idempotency-Key", message.Key);
            request.Content = JsonContent.Create(
                new { message.Key, Channel = message.Channel == NoticeChannel.Sms ? "sms" : "email", message.To, message.Body.Subject, message.Body.Text, message.Body.Html, message.Body.Calendar },
                options: RegisterJson.Options);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Read(response);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SendResult(SendOutcome.NotTaken, $"gateway: {e.HttpRequestError}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return new SendResult(SendOutcome.Unknown, $"gateway: {e.GetType().Name}");
        }
    }

    private static SendResult Read(HttpResponseMessage response)
    {
        var reason = $"gateway: {(int)response.StatusCode}";
        return response.StatusCode switch
        {
            HttpStatusCode.Conflict => new SendResult(SendOutcome.Sent), // it has had this key before
            HttpStatusCode.TooManyRequests => new SendResult(SendOutcome.NotTaken, reason, RetryAfter(response)),
            HttpStatusCode.RequestTimeout => new SendResult(SendOutcome.Unknown, reason),
            >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => new SendResult(SendOutcome.Sent),
            >= HttpStatusCode.InternalServerError => new SendResult(SendOutcome.Unknown, reason, RetryAfter(response)),
            _ => new SendResult(SendOutcome.Refused, reason),
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
