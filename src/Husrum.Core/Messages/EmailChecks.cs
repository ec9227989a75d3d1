using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Husrum.Core.Messages;

/// <summary>Whether an e-mail's Markdown holds only what every mail program shows safely.</summary>
internal static class EmailChecks
{
    public static IEnumerable<string> Problems(MessageText text)
    {
        if (string.IsNullOrWhiteSpace(text.Subject))
            yield return "does not begin with \"subject: …\".";
        if (text.Lines.All(string.IsNullOrWhiteSpace))
            yield return "has no body.";
        foreach (var element in EmailRenderer.Parsed(text.Lines).Descendants())
        {
            if (Problem(element) is { } problem)
                yield return $"line {element.Line + 1} of the body: {problem}";
        }
    }

    private static string? Problem(MarkdownObject element) => element switch
    {
        LinkInline { IsImage: true } => "pictures are not sent.",
        LinkInline link when EmailRenderer.HoldsMark(link.Url) || EmailRenderer.HoldsMark(link.Title) => "a field cannot be part of an address; declare a link and use a button.",
        LinkInline { Url: var url } when !IsSafe(url) => "links begin with https:// or mailto:.",
        CodeInline or CodeBlock => "code is not shown well; use plain text.",
        LiteralInline literal when literal.Content.ToString().Contains('<', StringComparison.Ordinal) => "HTML is not rendered; use Markdown.",
        _ => null,
    };

    private static bool IsSafe(string? url) =>
        url is not null && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal));
}
