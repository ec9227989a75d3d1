using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Husrum.Core.Messages;

/// <summary>
/// Values people typed, made harmless before they go into a message: a claimant's name must not put a link, a header or a hidden turn of the
/// writing direction into the coordinator's mail. Markup is dealt with where it is made.
/// </summary>
internal static partial class FieldValue
{
    private const int LongestSubject = 200;

    /// <summary>Stands between the parts of an address so that mail programs do not make it a link; invisible.</summary>
    private const string Apart = "\u200B";

    /// <summary>For the body of an e-mail: lines are kept.</summary>
    public static string ForBody(string value) => ApartAddresses(Clean(value), Apart);

    /// <summary>For a subject line: one line, not longer than mail programs show.</summary>
    public static string ForSubject(string value)
    {
        var line = Blanks().Replace(Clean(value), " ").Trim();
        return line.Length <= LongestSubject ? line : line[..LongestSubject];
    }

    /// <summary>For an SMS: one line inside its alphabet.</summary>
    public static string ForSms(string value) => Gsm7.Normalise(ApartAddresses(Blanks().Replace(Clean(value), " ").Trim(), " "));

    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == '\n' || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))
                clean.Append(rune.ToString());
            else if (rune.Value == '\t')
                clean.Append(' ');
        }

        return clean.ToString().Trim();
    }

    private static string ApartAddresses(string value, string apart) =>
        Host().Replace(value.Replace("://", ":" + apart + "//", StringComparison.Ordinal), host => host.Value.Replace(".", "." + apart, StringComparison.Ordinal));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>"www.eksempel.dk", "eksempel.dk/side"; not the two halves of an e-mail address.</summary>
    [GeneratedRegex(@"(?<![\w@.-])(?:[\w-]+\.)+\p{L}{2,}(?![\w.-]*@)")]
    private static partial Regex Host();
}
