using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Husrum.Core.Messages;

namespace Husrum.Functions.Pages.Mailbox;

/// <summary>A message as the mailbox shows it; the names are the contract's (<c>/postkasse.json</c>).</summary>
/// <param name="Key">Its key.</param>
/// <param name="Channel"><c>email</c> or <c>sms</c>.</param>
/// <param name="Template">Name in the catalogue.</param>
/// <param name="Language"><c>da</c> or <c>en</c>.</param>
/// <param name="To">Address or number.</param>
/// <param name="Subject">E-mail only.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">E-mail only.</param>
/// <param name="Links">Its personal links, in the order of the text.</param>
/// <param name="Due">When it is to go, UTC.</param>
/// <param name="Sent">When it went, UTC.</param>
/// <param name="State">The state's word in small letters: <c>due</c>, <c>sending</c>, <c>sent</c>, <c>delivered</c>, <c>failed</c>, <c>uncertain</c>, <c>dropped</c>, <c>held</c>.</param>
public sealed partial record MailboxEntry(
    string Key,
    string Channel,
    string Template,
    string Language,
    string To,
    string? Subject,
    string Text,
    string? Html,
    IReadOnlyList<string> Links,
    DateTimeOffset Due,
    DateTimeOffset? Sent,
    string State)
{
    /// <summary>The appointment attached to it, as <c>.ics</c>; left out for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Calendar { get; init; }

    /// <summary>A message with this text.</summary>
    internal static MailboxEntry Of(Notice notice, RenderedMessage body) => new(
        notice.Key,
        notice.Channel == NoticeChannel.Sms ? "sms" : "email",
        notice.Template,
        notice.Language,
        notice.To,
        body.Subject,
        body.Text,
        body.Html,
        [.. Link().Matches(body.Text).Select(match => match.Value).Distinct(StringComparer.Ordinal)],
        notice.Due,
        notice.Sent,
        notice.State.ToString().ToLowerInvariant())
    { Calendar = body.Calendar };

    /// <summary>The text without what opens anything: nobody may act by another's link.</summary>
    internal static RenderedMessage Masked(RenderedMessage body) => body with { Text = Token().Replace(body.Text, "$1***"), Html = body.Html is null ? null : Token().Replace(body.Html, "$1***") };

    [GeneratedRegex(@"([?&](?:amp;)?t=)[A-Za-z0-9_\-.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"https?://[^\s<>""]+?[?&]t=[A-Za-z0-9_\-.*]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
