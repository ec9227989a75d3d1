using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Functions.Messages.Smtp;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>
/// E-mail by <c>POST /emails:send</c>, with the message's UUID as the operation's id. The documents do not promise that an id that comes twice is one e-mail,
/// so a repeat asks for the operation first, and the e-mail goes again only where the service has never heard of it.
/// </summary>
internal sealed class EmailWay(CommunicationClient client, Organisation organisation)
{
    private const string Version = "?api-version=2025-09-01";

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) => AnswerReading.GuardAsync(NoticeChannel.Email, async () =>
    {
        if (message.IsRepeat && await AskAsync(message.Id, cancellation) is { Status: not 404 } known)
            return Found(known);
        var answer = await client.SendAsync(RequestMethod.Post, "/emails:send" + Version, Body(message), cancellation, ("Operation-Id", message.Id.ToString("D")));
        return AnswerReading.Read(answer);
    });

    /// <summary>What the service knows of a message.</summary>
    public Task<SendResult> FindAsync(Guid id, CancellationToken cancellation) => AnswerReading.GuardAsync(NoticeChannel.Email, async () =>
        await AskAsync(id, cancellation) is { Status: not 404 } known ? Found(known) : new SendResult(SendOutcome.Unknown));

    private Task<CommunicationAnswer> AskAsync(Guid id, CancellationToken cancellation) =>
        client.SendAsync(RequestMethod.Get, $"/emails/operations/{id:D}{Version}", null, cancellation);

    private static SendResult Found(CommunicationAnswer answer)
    {
        if (answer.Status != 200)
            return new SendResult(SendOutcome.Unknown, AnswerReading.Reason(answer.Status, answer.ErrorCode), answer.RetryAfter);
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var status = document.RootElement.GetProperty("status").GetString();
            return status is "Failed" or "Canceled" ? new SendResult(SendOutcome.Refused, AnswerReading.Reason(answer.Status, status)) : new SendResult(SendOutcome.Sent);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return new SendResult(SendOutcome.Unknown, AnswerReading.Reason(answer.Status, "unreadable"));
        }
    }

    // the same bytes for each repeat; nobody is followed into their mailbox
    private byte[] Body(OutgoingMessage message) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        senderAddress = organisation.Senders.Email,
        recipients = new { to = new[] { new { address = message.To } } },
        content = new { subject = message.Body.Subject ?? organisation.Name, plainText = message.Body.Text, html = message.Body.Html },
        attachments = message.Body.Calendar is { } calendar ? new[] { new { name = Mime.CalendarFile, contentType = "text/calendar", contentInBase64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar)) } } : null,
        replyTo = new[] { new { address = organisation.Mailbox, displayName = organisation.Name } },
        userEngagementTrackingDisabled = true,
    }, WithoutNulls);

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
