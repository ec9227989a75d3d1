using System.Text;

namespace Husrum.Core.Formats;

/// <summary>What people's keyboards, phones and copied web pages put between digits, made plain.</summary>
internal static class TypedText
{
    /// <summary>Trimmed, with every kind of space as a space, every kind of hyphen as "-", and invisible characters gone.</summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (character is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212')
                plain.Append('-');
            else if (char.IsWhiteSpace(character))
                plain.Append(' ');
            else if (!char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)
                plain.Append(character);
        }

        return plain.ToString().Trim();
    }

    /// <summary>The text without these characters.</summary>
    public static string Without(this string text, string characters) => string.Concat(text.Where(character => !characters.Contains(character)));

    /// <summary>Whether all of it is digits 0-9 (digits of other scripts do not count).</summary>
    public static bool IsDigits(this string text) => text.All(char.IsAsciiDigit);
}
