using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>Text put into HTML.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with what HTML gives a meaning taken out of it; æ, ø and å stay letters.</summary>
    public static string Text(string text) => Encoder.Encode(text);
}
