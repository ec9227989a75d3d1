using System.Globalization;
using System.Text;
using Husrum.Core.Formats;
using Husrum.Core.Messages;

namespace Husrum.Core.Refunds.Rules;

/// <summary>
/// Whether two names look the same to a reader: case, spaces, accents and the order of the names do not count, and letters of other alphabets, digits and
/// signs count as the Latin letter they look like (the idea of Unicode's UTS 39 skeletons). House rule; a guard errs on the side of asking another person.
/// </summary>
public static class SameName
{
    // first what each letter looks like as it is written: a small Greek nu looks like a v, a big one like an N
    private static readonly Dictionary<int, char> Looks = Table(
        "авеѕіїјкмнорстухԁһӏԛԝѵғАВЕЅІЇЈКМНОРСТУХԀҺӀԚԜѴҮүҒёЁ", "abesiijkmhopctyxdhlqwvfABESIIJKMHOPCTYXDHLQWVYYFeE",
        "αβγεζηικνορτυχωϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϜ", "aByezniKvoptuxwcjABEZHIKMNOPTYXCF",
        "øØåÅłŁđĐðÐħĦıſƖ|!10$5", "oOaAlLdDdDhHisIIIIOSS",
        "àèéìòùäöüñÄÖÜÑÉÇ", "aeeiouaounAOUNEC", // those that the SMS alphabet has, and the table of accents therefore not
        "ɑɡɩʏʀɴʜɪʙ", "agiyrnhib");

    private const int WideA = 0xFF21;
    private const int MathA = 0x1D400;
    private const int MathEnd = 0x1D6A4;

    /// <summary>True where they are.</summary>
    public static bool Is(string one, string other) => Skeleton(one) == Skeleton(other);

    private static string Skeleton(string name)
    {
        var looks = new StringBuilder();
        foreach (var rune in TypedText.Plain(name).Normalize().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                looks.Append(Look(rune));
        }

        var letters = looks.ToString().ToUpperInvariant().Replace('L', 'I'); // a capital i and a small L
        return string.Concat(letters.Split([' ', ',', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)).Without("'’`´");
    }

    private static string Look(Rune rune) => rune.Value switch
    {
        'æ' or 'Æ' => "AE",
        >= WideA and < WideA + 58 and var wide => ((char)('A' + wide - WideA)).ToString(),
        >= MathA and < MathEnd and var math => ((char)('A' + ((math - MathA) % 26))).ToString(),
        var letter when Looks.TryGetValue(letter, out var look) => look.ToString(),
        var letter => AccentedLetters.Base(letter) ?? rune.ToString(),
    };

    private static Dictionary<int, char> Table(params string[] rows)
    {
        var table = new Dictionary<int, char>();
        for (var row = 0; row < rows.Length; row += 2)
        {
            foreach (var (letter, look) in rows[row].Zip(rows[row + 1]))
                table.Add(letter, look);
        }

        return table;
    }
}
