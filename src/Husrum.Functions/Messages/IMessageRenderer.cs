using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>Makes a message's text in two steps, so that the register keeps what was sent but no token that opens anything.</summary>
internal interface IMessageRenderer
{
    /// <summary>The text, with links that carry the token's id only. The same notice gives the same bytes.</summary>
    /// <exception cref="KeyNotFoundException">The template is missing or does not fit the fields.</exception>
    RenderedMessage Render(Notice notice);

    /// <summary>The text as it leaves: tokens put in. Null where a link's record is gone.</summary>
    Task<RenderedMessage?> WithTokensAsync(Notice notice, CancellationToken cancellation = default);
}
