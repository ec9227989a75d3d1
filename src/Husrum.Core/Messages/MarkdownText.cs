using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Husrum.Core.Messages;

/// <summary>Markdown as plain text for an e-mail's text part: paragraphs apart, lists with marks, each address on a line of its own.</summary>
internal static class MarkdownText
{
    public static string Of(MarkdownDocument document)
    {
        var text = new StringBuilder();
        Blocks(document, text, "");
        return text.ToString();
    }

    private static void Blocks(ContainerBlock container, StringBuilder text, string indent)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case ListBlock list:
                    List(list, text, indent);
                    break;
                case QuoteBlock quote:
                    Blocks(quote, text, indent + "> ");
                    break;
                case ThematicBreakBlock:
                    text.Append(indent).Append("---\n\n");
                    break;
                case CodeBlock code:
                    Lines(code.Lines.ToString(), text, indent);
                    break;
                case LeafBlock leaf:
                    Lines(Inlines(leaf.Inline), text, indent);
                    break;
                case ContainerBlock inner:
                    Blocks(inner, text, indent);
                    break;
                default:
                    break;
            }
        }
    }

    private static void List(ListBlock list, StringBuilder text, string indent)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var bullet = list.IsOrdered ? $"{number++}. " : "- ";
            var inner = new StringBuilder();
            Blocks(item, inner, "");
            var lines = inner.ToString().TrimEnd().Split('\n').Where(line => line.Length > 0).ToList();
            text.Append(indent).Append(bullet).Append(string.Join("\n" + indent + new string(' ', bullet.Length), lines)).Append('\n');
        }

        text.Append('\n');
    }

    private static void Lines(string lines, StringBuilder text, string indent) =>
        text.Append(indent).Append(lines.TrimEnd().Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append("\n\n");

    private static string Inlines(ContainerInline? inlines)
    {
        var (text, addresses) = (new StringBuilder(), new List<string>());
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline { IsHard: true } => "\n",
                LineBreakInline => " ",
                _ => "",
            });
            if (inline is LinkInline { Url: { } url })
                addresses.Add(url);
            else if (inline is AutolinkInline auto)
                addresses.Add(auto.Url);
        }

        return string.Join('\n', [text.ToString(), .. addresses]);
    }
}
