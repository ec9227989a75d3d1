using System.Text;
using Markdig;

namespace Husrum.Core.Messages;

/// <summary>
/// Makes an e-mail's subject, text part and HTML part. Values are put in after Markdown has been read: in its place each leaves a mark of
/// private characters, which Markdown takes for a letter, so no value can become markup.
/// </summary>
internal static class EmailRenderer
{
    private const char MarkStart = '\uE000';
    private const char MarkEnd = '\uE001';

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static RenderedMessage Render(MessageText text, string language, IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> links)
    {
        var subject = Placeholders.Field().Replace(text.Subject!, match => FieldValue.ForSubject(fields[match.Groups["name"].Value]));
        var values = new List<string>();
        var (plain, html) = (new StringBuilder(), new StringBuilder());
        foreach (var part in Parts(text.LinesWith(fields)))
        {
            var button = Placeholders.Button().Match(part);
            if (button.Success)
            {
                var (label, address) = (button.Groups["label"].Value, links[button.Groups["name"].Value]);
                plain.Append(label).Append(":\n").Append(address).Append("\n\n");
                html.Append(EmailLayout.Button(label, address));
                continue;
            }

            var document = Markdig.Markdown.Parse(Marked(part, fields, values), Markdown);
            plain.Append(MarkdownText.Of(document));
            EmailLayout.Style(document);
            html.Append(document.ToHtml(Markdown));
        }

        return new(
            subject,
            Filled(plain.ToString(), values).TrimEnd() + "\n",
            EmailLayout.Page(subject, language, Filled(html.ToString(), [.. values.Select(value => EmailLayout.Encode(value).Replace("\n", "<br>\n", StringComparison.Ordinal))])));
    }

    /// <summary>The document of a body as the checks look at it: every placeholder a mark.</summary>
    public static Markdig.Syntax.MarkdownDocument Parsed(IEnumerable<string> lines) =>
        Markdig.Markdown.Parse(Placeholders.Field().Replace(string.Join('\n', lines), $"{MarkStart}0{MarkEnd}"), Markdown);

    /// <summary>Whether an address or a code holds the mark of a value.</summary>
    public static bool HoldsMark(string? text) => text?.Contains(MarkStart, StringComparison.Ordinal) ?? false;

    /// <summary>Buttons by themselves, and what stands between them.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> lines)
    {
        var between = new List<string>();
        foreach (var line in lines)
        {
            if (!Placeholders.Button().IsMatch(line.Trim()))
            {
                between.Add(line);
                continue;
            }

            yield return string.Join('\n', between);
            yield return line.Trim();
            between.Clear();
        }

        yield return string.Join('\n', between);
    }

    private static string Marked(string part, IReadOnlyDictionary<string, string> fields, List<string> values) =>
        Placeholders.Field().Replace(part, match =>
        {
            values.Add(FieldValue.ForBody(fields[match.Groups["name"].Value]));
            return $"{MarkStart}{values.Count - 1}{MarkEnd}";
        });

    private static string Filled(string text, List<string> values)
    {
        var filled = new StringBuilder();
        var pieces = text.Split(MarkStart);
        filled.Append(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf(MarkEnd, StringComparison.Ordinal);
            filled.Append(values[int.Parse(piece[..end])]).Append(piece[(end + 1)..]);
        }

        return filled.ToString();
    }
}
