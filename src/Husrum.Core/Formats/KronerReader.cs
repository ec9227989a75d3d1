using System.Globalization;
using System.Text.RegularExpressions;
using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>
/// Reads amounts. "123,45" and "123.45" are the same; so are "1.234,50", "1 234,50" and "1,234.50"; "kr.", "DKK" and ",-" may stand with it.
/// Two cases could be read in two ways. "1.234" is 1234 kr.: in Denmark the dot groups thousands, and no amount of money has three decimals.
/// "1,234" is asked about: to a Dane the comma is the decimal sign, to others it groups thousands, and a guess may be wrong by a factor of a thousand.
/// </summary>
internal static partial class KronerReader
{
    public static Reading<Kroner> Read(string? text)
    {
        var typed = Currency().Replace(TypedText.Plain(text), "").Trim();
        if (typed.Length == 0)
            return KronerProblems.Missing;
        if (OtherCurrency().IsMatch(typed))
            return KronerProblems.OtherCurrency;
        if (typed.StartsWith('-') && typed.Length > 1 && char.IsAsciiDigit(typed[1]))
            return KronerProblems.NotPositive;
        typed = NoCents().Replace(typed, "");
        if (ThousandsOrDecimals().IsMatch(typed))
            return KronerProblems.CommaAndThreeDigits(typed);
        var amount = Amount().Match(typed);
        if (!amount.Success)
            return TooManyDecimals().IsMatch(typed) ? KronerProblems.TooManyDecimals : KronerProblems.Unreadable;
        return Value(amount.Groups["whole"].Value, amount.Groups["cents"].Value);
    }

    private static Reading<Kroner> Value(string whole, string cents)
    {
        var digits = whole.Without(" .,").TrimStart('0');
        if (digits.Length > 12)
            return KronerProblems.TooLarge;
        var oere = long.Parse(digits.PadLeft(1, '0') + cents.PadRight(2, '0'), CultureInfo.InvariantCulture);
        if (oere == 0)
            return KronerProblems.NotPositive;
        return oere > Kroner.Largest.Oere ? KronerProblems.TooLarge : new Kroner(oere);
    }

    [GeneratedRegex(@"^(kr\.?|dkk)|(kroner|kr\.?|dkk)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex(@"[€$£¥]|\b(eur|euro|usd|gbp|sek|nok|pln)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherCurrency();

    /// <summary>"50,-", "50.-" and a comma left hanging.</summary>
    [GeneratedRegex(@"(?<=[0-9])([,.]-{0,2}|-)$")]
    private static partial Regex NoCents();

    [GeneratedRegex(@"^[1-9][0-9]{0,2},[0-9]{3}$")]
    private static partial Regex ThousandsOrDecimals();

    [GeneratedRegex(@"^[0-9][0-9 .,]*[.,][0-9]{3,}$")]
    private static partial Regex TooManyDecimals();

    /// <summary>Digits 0-9 only: \d would take those of every script. Decimals are set off by another sign than the groups are.</summary>
    [GeneratedRegex(
        "^(?:" +
        "(?<whole>[0-9]+)(?:[.,](?<cents>[0-9]{1,2}))?" +
        @"|(?<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?<cents>[0-9]{1,2}))?" +
        @"|(?<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?<cents>[0-9]{1,2}))?" +
        "|(?<whole>[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:[.,](?<cents>[0-9]{1,2}))?" +
        ")$")]
    private static partial Regex Amount();
}
