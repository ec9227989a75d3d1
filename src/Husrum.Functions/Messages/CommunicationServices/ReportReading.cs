namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>
/// Delivery reports of Communication Services. Their sentences name numbers and addresses, so only codes and words of ours are kept:
/// <c>opted-out</c>, <c>no-such-number</c>, <c>not-for-sms</c>, <c>blocked</c>, <c>unreachable</c>, <c>too-late</c>, <c>bounced</c>, <c>suppressed</c>, <c>spam</c>, <c>failed</c>.
/// </summary>
internal static class ReportReading
{
    private const string Sms = "Microsoft.Communication.SMSDeliveryReportReceived";

    private const string Email = "Microsoft.Communication.EmailDeliveryReportReceived";

    /// <summary>The report in an event, or null where it holds none, or none that ends anything, or one on somebody else's message.</summary>
    public static DeliveryReport? Read(EventGridEvent happened) => happened.Type switch
    {
        Sms => ReadSms(happened),
        Email => ReadEmail(happened),
        _ => null,
    };

    private static DeliveryReport? ReadSms(EventGridEvent happened)
    {
        if (!Guid.TryParseExact(EventGridEvent.Text(happened.Data, "tag"), "D", out var id))
            return null;
        var at = EventGridEvent.Moment(happened.Data, "receivedTimestamp") ?? happened.At;
        return EventGridEvent.Text(happened.Data, "deliveryStatus") switch
        {
            "Delivered" => new DeliveryReport(id, true, at, null),
            "Failed" => new DeliveryReport(id, false, at, NoticeReasons.Undelivered + Word(EventGridEvent.Text(happened.Data, "deliveryStatusDetails"))),
            _ => null,
        };
    }

    // codes of the service's troubleshooting page; the details begin with one or hold it
    private static string Word(string? details) => Code(details) switch
    {
        4002 or 4004 => "no-such-number",
        4003 => "not-for-sms",
        4005 => "blocked",
        4006 => "unreachable",
        4007 => "opted-out",
        5002 => "too-late",
        _ => "failed",
    };

    private static int Code(string? details)
    {
        for (var i = 0; details is not null && i + 4 <= details.Length; i++)
        {
            var isWhole = (i == 0 || !char.IsAsciiDigit(details[i - 1])) && (i + 4 == details.Length || !char.IsAsciiDigit(details[i + 4]));
            if (isWhole && int.TryParse(details.AsSpan(i, 4), System.Globalization.NumberStyles.None, null, out var code))
                return code;
        }

        return 0;
    }

    private static DeliveryReport? ReadEmail(EventGridEvent happened)
    {
        if (!Guid.TryParse(EventGridEvent.Text(happened.Data, "messageId"), out var id))
            return null;
        var at = EventGridEvent.Moment(happened.Data, "deliveryAttemptTimeStamp") ?? happened.At;
        return EventGridEvent.Text(happened.Data, "status") switch
        {
            "Delivered" or "Expanded" => new DeliveryReport(id, true, at, null), // expanded: it reached a list, whose members get it from there
            "Bounced" => new DeliveryReport(id, false, at, NoticeReasons.Undelivered + "bounced"),
            "Suppressed" => new DeliveryReport(id, false, at, NoticeReasons.Undelivered + "suppressed"),
            "FilteredSpam" or "Quarantined" => new DeliveryReport(id, false, at, NoticeReasons.Undelivered + "spam"),
            "Failed" => new DeliveryReport(id, false, at, NoticeReasons.Undelivered + "failed"),
            _ => null,
        };
    }
}
