using Husrum.Core.Register;

namespace Husrum.Core.Messages;

/// <summary>
/// A message of the catalogue to one person, as a row of the outbox (in its case's partition, row <c>notice:{hash of key}</c>).
/// Written once under its key; claimed, rendered and sent by the messenger.
/// </summary>
[RegisterRecord("notice", 1)]
public sealed record Notice
{
    /// <summary>case + step + domain date + recipient + channel; never the instance or the attempt, so that a restarted case repeats nothing. See <see cref="NoticeKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>E-mail or SMS.</summary>
    public required NoticeChannel Channel { get; init; }

    /// <summary>Name in the catalogue, such as <c>refund-received</c>.</summary>
    public required string Template { get; init; }

    /// <summary><c>da</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Where to: an address or an E.164 number. Personal data: lives here, never in a history.</summary>
    public required string To { get; init; }

    /// <summary>Values for the template's fields, by name, already in words of the language (amounts, dates).</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Links to put in, by field name: the token's id (the token itself is derived when the text is made) and the page it enters by.</summary>
    public IReadOnlyDictionary<string, NoticeLink> Links { get; init; } = new Dictionary<string, NoticeLink>();

    /// <summary>E-mail only: the appointment that goes with it.</summary>
    public CalendarEntry? Calendar { get; init; }

    /// <summary>The moment it should go out, UTC, inside 08-20 local time.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>After this it is of no use and is dropped with a reason; null = always useful.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>True where leaving it out is not enough when its moment has passed: it has then failed, and a person hears of it. A family that was not reminded of a visit.</summary>
    public bool MustArrive { get; init; }

    /// <summary>Not to be tried before this, UTC: set where the provider was not to be had.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>
    /// Set where the address is one that anybody may have typed: beyond the limit for one address it is left out, and this template (with its fields and
    /// links) goes once a day in its place. Null = always goes.
    /// </summary>
    public string? MergesInto { get; init; }

    /// <summary>Whom it is for: a person id, so that what they have chosen meanwhile counts when its turn comes; null for a message whose way does not turn on that.</summary>
    public string? PersonId { get; init; }

    /// <summary>What it is about, in words and ids: messages of one group that still wait are taken back together (<see cref="NoticeGroups"/>); null for one that is never taken back.</summary>
    public string? Group { get; init; }

    /// <summary>True for one that asks people to do more or tells news: it goes only to those who have said yes to that (rules-and-sources.md 2.7).</summary>
    public bool IsRecruitment { get; init; }

    /// <summary>Where it stands.</summary>
    public NoticeState State { get; init; } = NoticeState.Due;

    /// <summary>Set while a messenger holds it: until when, UTC.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>The text that was (or is being) sent, kept so that a retry repeats its bytes exactly; its links carry the token's id, and the token is put in on the way out.</summary>
    public RenderedMessage? Rendered { get; init; }

    /// <summary>When it was handed to the provider, UTC.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>Why it failed, is uncertain or was dropped.</summary>
    public string? Reason { get; init; }

    /// <summary>True once an attempt ended without anybody knowing whether the provider took it.</summary>
    public bool MayHaveGone { get; init; }

    /// <summary>True once a person has said of a held or uncertain message that it shall go.</summary>
    public bool Released { get; init; }

    /// <summary>How often the provider was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When the first try began that may have come through, UTC: from then on counts how long the provider knows a repeat for one.</summary>
    public DateTimeOffset? FirstTried { get; init; }

    /// <summary>How often a person has sent it again who knew that it may have gone; each time it is a message of its own to the provider. See <see cref="NoticeId"/>.</summary>
    public int Round { get; init; }

    /// <summary>The other way it goes, under a key of its own, where this one does not reach the person; null where there is none.</summary>
    public NoticeFallback? Fallback { get; init; }

    /// <summary>True once it has gone the other way: nobody has to look at this one.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Where it is sent and the provider says later whether it arrived: until when that is waited for, UTC.</summary>
    public DateTimeOffset? ReportDue { get; init; }

    /// <summary>The moment the provider's latest word is about, UTC; earlier ones that come later change nothing.</summary>
    public DateTimeOffset? Reported { get; init; }
}

/// <summary>The other way a message goes.</summary>
/// <param name="Channel">The channel; the catalogue has the template's text in it too, with the same fields and links or fewer.</param>
/// <param name="To">An address or an E.164 number.</param>
public sealed record NoticeFallback(NoticeChannel Channel, string To);

/// <summary>A link in a message.</summary>
/// <param name="Path">The entry page, such as <c>/afgoer</c>.</param>
/// <param name="TokenId">The token's id; null for a page that anybody may open, or that one signs in to.</param>
public sealed record NoticeLink(string Path, string? TokenId = null);

/// <summary>A message's final text.</summary>
/// <param name="Subject">E-mail only.</param>
/// <param name="Text">Plain text (the SMS, or the e-mail's text part).</param>
/// <param name="Html">E-mail only.</param>
public sealed record RenderedMessage(string? Subject, string Text, string? Html)
{
    /// <summary>E-mail only: an appointment as <c>.ics</c>, attached.</summary>
    public string? Calendar { get; init; }
}

/// <summary>How a message travels.</summary>
public enum NoticeChannel
{
    /// <summary>E-mail, as text and HTML.</summary>
    Email,

    /// <summary>SMS; content-poor by construction.</summary>
    Sms,
}

/// <summary>Where a message stands.</summary>
public enum NoticeState
{
    /// <summary>Waits for its moment.</summary>
    Due,

    /// <summary>A messenger has it in hand.</summary>
    Sending,

    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider reports that it arrived.</summary>
    Delivered,

    /// <summary>It will not arrive; a person is told.</summary>
    Failed,

    /// <summary>Nobody can say whether the provider took it, or the provider never said whether it arrived; a person decides, the program never guesses.</summary>
    Uncertain,

    /// <summary>No longer of use when its turn came; the reason is kept.</summary>
    Dropped,

    /// <summary>Waits for a person's word, because a backup was put back: it may have been sent before.</summary>
    Held,
}
