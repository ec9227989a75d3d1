using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>Whoever takes messages on their way.</summary>
public interface IMessageProvider
{
    /// <summary>What it promises of a channel.</summary>
    ProviderPromise Promise(NoticeChannel channel);

    /// <summary>Hands over one message. What goes wrong is in the result; an exception counts as <see cref="SendOutcome.Unknown"/>.</summary>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation);

    /// <summary>What it knows of a message of which nobody can say whether it took it, and which may not be repeated any more. By default nothing.</summary>
    Task<SendResult> FindAsync(NoticeChannel channel, Guid id, CancellationToken cancellation) => Task.FromResult(new SendResult(SendOutcome.Unknown));
}

/// <summary>What a provider promises of a channel.</summary>
/// <param name="Remembers">For how long after the first try the same key means the same message, so that a send whose end is not known is simply repeated. Zero: it knows no keys.</param>
/// <param name="ReportsWithin">Within this time it says whether the message arrived; null where it never does.</param>
/// <param name="Patience">How long one send may take; shorter than any lease. Null: as the messenger has it.</param>
public sealed record ProviderPromise(TimeSpan Remembers, TimeSpan? ReportsWithin = null, TimeSpan? Patience = null)
{
    /// <summary>The same key twice is one message, however late.</summary>
    public static ProviderPromise Keyed { get; } = new(TimeSpan.MaxValue);

    /// <summary>It does not know a message it has seen.</summary>
    public static ProviderPromise Keyless { get; } = new(TimeSpan.Zero);
}

/// <summary>A message as it leaves.</summary>
/// <param name="Key">The message's key; the same for each attempt.</param>
/// <param name="Channel">E-mail or SMS.</param>
/// <param name="To">An address or an E.164 number.</param>
/// <param name="Body">The text; the same bytes for each attempt.</param>
public sealed record OutgoingMessage(string Key, NoticeChannel Channel, string To, RenderedMessage Body)
{
    /// <summary>The message's name where a provider wants a UUID; another one where a person sends it again.</summary>
    public Guid Id { get; init; } = NoticeId.Of(Key, 0);

    /// <summary>When the first of these tries began, UTC; the same for each repeat.</summary>
    public DateTimeOffset FirstTried { get; init; }

    /// <summary>True where an earlier try may have come through.</summary>
    public bool IsRepeat { get; init; }
}

/// <summary>What came of a send.</summary>
/// <param name="Outcome">In one word.</param>
/// <param name="Reason">Why it failed: words for an operator, no personal data.</param>
/// <param name="RetryAfter">When the provider wants to be asked again.</param>
public sealed record SendResult(SendOutcome Outcome, string? Reason = null, TimeSpan? RetryAfter = null);

/// <summary>What came of a send.</summary>
public enum SendOutcome
{
    /// <summary>Taken, now or earlier under the same key.</summary>
    Sent,

    /// <summary>Will never be taken.</summary>
    Refused,

    /// <summary>Surely not taken this time; to be tried again.</summary>
    NotTaken,

    /// <summary>Nobody can say.</summary>
    Unknown,
}
