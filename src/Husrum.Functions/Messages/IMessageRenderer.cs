using Husrum.Core.Messages;

namespace Husrum.Functions.Messages;

/// <summary>Makes a message's final text: the catalogue's words, the notice's fields, and links with their tokens.</summary>
public interface IMessageRenderer
{
    /// <summary>The text.</summary>
    /// <exception cref="InvalidOperationException">The template is missing or does not fit the fields.</exception>
    RenderedMessage Render(Notice notice);
}
