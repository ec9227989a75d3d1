using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Husrum.Core.Messages;

/// <summary>
/// How an e-mail looks: one column that fits a phone and a desk, styles in each element because mail programs drop style sheets,
/// nothing fetched from anywhere.
/// </summary>
internal static class EmailLayout
{
    private const string Font = "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1f2933";

    public static string Page(string subject, string language, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{Encode(subject)}</title>
        </head>
        <body style="margin:0;padding:16px 8px;background-color:#f3f1ec">
        <div lang="{language}" style="box-sizing:border-box;width:100%;max-width:600px;margin:0 auto;padding:24px;background-color:#ffffff;border-radius:8px;{Font}">
        {body.TrimEnd()}
        </div>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    public static string Button(string label, string address) =>
        $"""
        <p style="margin:24px 0"><a href="{Encode(address)}" style="display:inline-block;padding:12px 24px;background-color:#1d5b4f;color:#ffffff;text-decoration:none;font-weight:bold;border-radius:6px">{Encode(label)}</a></p>

        """.ReplaceLineEndings("\n");

    /// <summary>Gives each element of a body its style.</summary>
    public static void Style(MarkdownDocument document)
    {
        foreach (var element in document.Descendants())
        {
            var style = element switch
            {
                HeadingBlock => "margin:0 0 12px;font-size:20px;line-height:1.3",
                ParagraphBlock => "margin:0 0 16px",
                ListBlock => "margin:0 0 16px;padding-left:24px",
                QuoteBlock => "margin:0 0 16px;padding-left:12px;border-left:4px solid #c9c3b6",
                LinkInline => "color:#1d5b4f",
                _ => null,
            };
            if (style is not null)
                element.GetAttributes().AddProperty("style", style);
        }
    }

    /// <summary>Text as HTML, for content and for attributes in double quotes.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
