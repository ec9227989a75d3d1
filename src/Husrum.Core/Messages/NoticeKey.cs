using System.Globalization;

namespace Husrum.Core.Messages;

/// <summary>The name under which a message exists once.</summary>
public static class NoticeKey
{
    /// <summary>Builds the key. Ids and words only: it shows in logs and at providers.</summary>
    /// <param name="caseId">The case (not the instance).</param>
    /// <param name="step">The step, with a round number where it can come again: <c>approve-1-reminder-2</c>.</param>
    /// <param name="domainDate">The date the message is about.</param>
    /// <param name="recipientId">The recipient's person id.</param>
    /// <param name="channel">The channel.</param>
    public static string For(string caseId, string step, DateOnly domainDate, string recipientId, NoticeChannel channel) =>
        string.Create(CultureInfo.InvariantCulture, $"{caseId}/{step}/{domainDate:yyyy-MM-dd}/{recipientId}/{Word(channel)}");

    /// <summary>The key of the same message in another channel.</summary>
    public static string InChannel(string key, NoticeChannel channel) => key.LastIndexOf('/') is var slash and >= 0 ? key[..(slash + 1)] + Word(channel) : $"{key}/{Word(channel)}";

    private static string Word(NoticeChannel channel) => channel == NoticeChannel.Sms ? "sms" : "email";
}
