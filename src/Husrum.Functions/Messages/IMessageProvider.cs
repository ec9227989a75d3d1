using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>Whoever takes messages on their way.</summary>
public interface IMessageProvider
{
    /// <summary>True where the same key twice means one message: then a send whose end is not known is simply repeated.</summary>
    bool HonoursKeys { get; }

    /// <summary>Hands over one message. What goes wrong is in the result; an exception counts as <see cref="SendOutcome.Unknown"/>.</summary>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>A message as it leaves.</summary>
/// <param name="Key">The message's key; the same for each attempt.</param>
/// <param name="Channel">E-mail or SMS.</param>
/// <param name="To">An address or an E.164 number.</param>
/// <param name="Body">The text; the same bytes for each attempt.</param>
public sealed record OutgoingMessage(string Key, NoticeChannel Channel, string To, RenderedMessage Body);

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
