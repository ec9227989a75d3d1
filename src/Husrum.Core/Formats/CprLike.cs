using System.Globalization;
using System.Text.RegularExpressions;
using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>
/// Finds numbers in free text that look like a CPR number: a valid date ddmmyy and four digits more, together or apart.
/// The check digit says nothing since 2007, so date and length are all there is to look at. We never need the number (rules-and-sources.md 2.2).
/// An account number can look the same, so this is for free text only.
/// </summary>
public static partial class CprLike
{
    /// <summary>What to tell the person who wrote one.</summary>
    public static Bilingual Problem { get; } = new(
        "Det ligner et CPR-nummer. Slet det: vi har ikke brug for det og må ikke opbevare det. Er det et andet nummer, så del det i to med et ord imellem.",
        "This looks like a CPR number. Please remove it: we do not need it and must not keep it. If it is another number, split it in two with a word in between.");

    /// <summary>Whether there is one.</summary>
    public static bool IsIn(string? text) => Candidates().Matches(AsciiDigits(TypedText.Plain(text))).Any(IsDate);

    /// <summary>The text with "******-****" in the place of each; the birth date in it goes too.</summary>
    public static string Redact(string text) =>
        Candidates().Replace(text, match => IsDate(match) ? "******-****" : match.Value);

    // wide digits of East Asian keyboards read as the plain ones
    private static string AsciiDigits(string text) =>
        string.Create(text.Length, text, (plain, typed) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = typed[i] is >= '\uFF10' and <= '\uFF19' ? (char)('0' + (typed[i] - '\uFF10')) : typed[i];
        });

    private static bool IsDate(Match match)
    {
        var (day, month, year) = (Number(match.Groups["day"]), Number(match.Groups["month"]), Number(match.Groups["year"]));
        // 1900 was no leap year and 2000 was; which century is meant the four digits say in a way that is not worth following here.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + year, month);
    }

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{2})(?<gap>[ ./-]?)(?<month>[0-9]{2})\k<gap>(?<year>[0-9]{2})\s?[-\u2010-\u2014\u2212]?\s?[0-9]{4}(?![0-9])")]
    private static partial Regex Candidates();
}
