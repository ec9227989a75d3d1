namespace Husrum.Core.Messages;

/// <summary>The texts the program sends, in Danish and English, read from its own files and checked when it starts.</summary>
public sealed class MessageCatalogue
{
    private MessageCatalogue()
    {
    }

    /// <summary>Reads the texts and checks them against the specs of all processes.</summary>
    /// <exception cref="MessageCatalogueException">Something is wrong with one or more texts; all of it is listed.</exception>
    public static MessageCatalogue Load(IEnumerable<TemplateSpec> specs) => throw new NotImplementedException();

    /// <summary>Makes the final text of a message. The same input gives the same bytes.</summary>
    /// <param name="channel">E-mail or SMS.</param>
    /// <param name="template">The template's name.</param>
    /// <param name="language"><c>da</c> or <c>en</c>; Danish for anything else.</param>
    /// <param name="fields">A value for each field the text binds. Typed by people: never becomes markup, a link or a header.</param>
    /// <param name="links">An absolute address for each link.</param>
    /// <exception cref="KeyNotFoundException">No such template in this channel, or a field or link of it has no value; names it, never a value.</exception>
    public RenderedMessage Render(
        NoticeChannel channel,
        string template,
        string language,
        IReadOnlyDictionary<string, string> fields,
        IReadOnlyDictionary<string, string> links) => throw new NotImplementedException();

    /// <summary>Makes the final text of a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="address">Makes the absolute address of a link, token included.</param>
    public RenderedMessage Render(Notice notice, Func<NoticeLink, string> address) =>
        Render(notice.Channel, notice.Template, notice.Language, notice.Fields, notice.Links.ToDictionary(link => link.Key, link => address(link.Value)));
}

/// <summary>The catalogue cannot be used as it is.</summary>
/// <param name="problems">Everything that is wrong, a line each.</param>
public sealed class MessageCatalogueException(IReadOnlyList<string> problems)
    : Exception("The message catalogue has " + problems.Count + " problem(s):\n" + string.Join('\n', problems))
{
    /// <summary>Everything that is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
