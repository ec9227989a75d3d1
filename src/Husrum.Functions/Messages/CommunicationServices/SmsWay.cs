using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;

namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>
/// SMS by <c>POST /sms</c>, one recipient a request. The recipient carries the message's UUID and the moment of the first try, by which the service knows a repeat;
/// the report comes back with the UUID as its tag.
/// </summary>
internal sealed class SmsWay(CommunicationClient client, Senders senders, bool reports)
{
    /// <summary>After this the service gives up waiting for the operator's word, and says so.</summary>
    public static readonly TimeSpan OperatorPatience = TimeSpan.FromHours(4);

    private const string Path = "/sms?api-version=2026-01-23";

    public Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation) => SenderFor(message.To) is { } sender
        ? AnswerReading.GuardAsync(NoticeChannel.Sms, async () => Read(await client.SendAsync(RequestMethod.Post, Path, Body(message, sender), cancellation), message.IsRepeat))
        : Task.FromResult(new SendResult(SendOutcome.Refused, NoticeReasons.NoSmsThere));

    /// <summary>Whom it comes from at this number, or null where SMS do not go.</summary>
    public string? SenderFor(string number) => SmsNumbers.SenderFor(number, senders);

    // the same bytes for each repeat
    private byte[] Body(OutgoingMessage message, string sender) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        from = sender,
        smsRecipients = new[] { new { to = message.To, repeatabilityRequestId = message.Id.ToString("D"), repeatabilityFirstSent = message.FirstTried.ToString("R", CultureInfo.InvariantCulture) } },
        message = message.Body.Text,
        smsSendOptions = reports
            ? (object)new { enableDeliveryReport = true, tag = message.Id.ToString("D"), deliveryReportTimeoutInSeconds = (int)OperatorPatience.TotalSeconds }
            : new { enableDeliveryReport = false },
    });

    // 202 says that the request was read; what became of the message stands in the recipient's own result
    private static SendResult Read(CommunicationAnswer answer, bool isRepeat)
    {
        if (answer.Status is not (200 or 202))
            return AnswerReading.Read(answer);
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var recipient = document.RootElement.GetProperty("value")[0];
            if (recipient.GetProperty("successful").GetBoolean())
                return new SendResult(SendOutcome.Sent);
            var status = recipient.GetProperty("httpStatusCode").GetInt32();
            var isRefusedRepeat = recipient.TryGetProperty("repeatabilityResult", out var repeat) && string.Equals(repeat.GetString(), "rejected", StringComparison.OrdinalIgnoreCase);
            return status switch
            {
                // the first try taken for a late repeat: our clock is behind theirs; it has not gone, and will when the clock is right
                _ when isRefusedRepeat => new SendResult(isRepeat ? SendOutcome.Unknown : SendOutcome.NotTaken, AnswerReading.Reason(status, "repeat-rejected")),
                429 => new SendResult(SendOutcome.NotTaken, AnswerReading.Reason(status, null), answer.RetryAfter),
                408 or 409 or >= 500 => new SendResult(SendOutcome.Unknown, AnswerReading.Reason(status, null), answer.RetryAfter),
                _ => new SendResult(SendOutcome.Refused, NoticeReasons.NumberRefused),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            return new SendResult(SendOutcome.Unknown, AnswerReading.Reason(answer.Status, "unreadable"));
        }
    }
}
