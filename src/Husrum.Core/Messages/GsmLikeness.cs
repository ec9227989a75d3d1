using System.Globalization;
using System.Text;

namespace Husrum.Core.Messages;

/// <summary>What stands in an SMS for a character that its alphabet lacks.</summary>
internal static class GsmLikeness
{
    /// <summary>Letters and signs that do not come apart into a base letter and an accent.</summary>
    private static readonly Dictionary<int, string> Letters = new()
    {
        ['ł'] = "l",
        ['Ł'] = "L",
        ['đ'] = "d",
        ['Đ'] = "D",
        ['ð'] = "d",
        ['Ð'] = "D",
        ['þ'] = "th",
        ['Þ'] = "Th",
        ['ı'] = "i",
        ['œ'] = "oe",
        ['Œ'] = "OE",
        ['ħ'] = "h",
        ['Ħ'] = "H",
        ['ŋ'] = "n",
        ['ə'] = "e",
        ['Ə'] = "E",
        ['½'] = "1/2",
        ['¼'] = "1/4",
        ['¾'] = "3/4",
        ['²'] = "2",
        ['³'] = "3",
        ['×'] = "x",
    };

    public static string Of(Rune rune)
    {
        if (Letters.TryGetValue(rune.Value, out var letter))
            return letter;
        if (rune.Value is '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '`' or '\u00B4')
            return "'";
        if (rune.Value is '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB')
            return "\"";
        if (rune.Value is '\u2026')
            return "...";
        if (rune.Value is '\u2022' or '\u00B7')
            return "-";
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.SpaceSeparator or UnicodeCategory.Control => " ",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => "",
            // A lone half of a surrogate pair arrives as U+FFFD and has no likeness either.
            _ => AccentedLetters.Base(rune.Value) ?? "?",
        };
    }
}
