using System.Text;

namespace Husrum.Core.Messages;

/// <summary>
/// The SMS alphabet (GSM 03.38): 160 characters a message. One character outside it makes the whole message 70 characters long and twice as dear.
/// æøåÆØÅ are inside; dashes, curly quotes and the ellipsis that word processors write are not (rules-and-sources.md 2.7).
/// </summary>
public static class Gsm7
{
    /// <summary>How many septets one segment holds.</summary>
    public const int Segment = 160;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Behind an escape: two septets each.</summary>
    private const string Extended = "^{}\\[~]|€\f";

    /// <summary>How many septets a text takes. Characters outside the alphabet count as one, "?", as <see cref="Normalise"/> leaves them.</summary>
    public static int Septets(string text) => text.Length + text.Count(Extended.Contains);

    /// <summary>Where the first character outside the alphabet stands, or -1.</summary>
    public static int FirstForeign(string text) => text.AsSpan().IndexOfAnyExcept(Basic + Extended);

    /// <summary>
    /// The text inside the alphabet: dashes, quotes, dots and spaces of word processors become plain ones, letters with foreign accents lose them
    /// (Łukasz becomes Lukasz), and what has no likeness becomes "?".
    /// </summary>
    public static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && (Basic.Contains((char)rune.Value) || Extended.Contains((char)rune.Value)))
                normal.Append((char)rune.Value);
            else
                normal.Append(GsmLikeness.Of(rune));
        }

        return normal.ToString();
    }
}
