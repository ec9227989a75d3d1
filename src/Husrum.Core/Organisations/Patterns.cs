using System.Text.RegularExpressions;
using Husrum.Core.Formats;

namespace Husrum.Core.Organisations;

/// <summary>What a text in <c>organisation.json</c> may be.</summary>
/// <param name="Needed">In words, after the field's name.</param>
/// <param name="Fits">The test.</param>
internal sealed record Pattern(string Needed, Func<string, bool> Fits);

/// <summary>The patterns.</summary>
internal static partial class Patterns
{
    public static readonly Pattern Id = new("a short word of small letters a-z, digits and hyphens", text => IdText().IsMatch(text));

    public static readonly Pattern Name = new("a name of 1 to 80 characters", text => text.Trim().Length is > 0 and <= 80 && !text.Any(char.IsControl));

    public static readonly Pattern Mailbox = new("an e-mail address", text => Email.Read(text).IsOk);

    public static readonly Pattern Language = new("'da' or 'en'", text => text is "da" or "en");

    // what an alphanumeric sender may be (domain notes 2.7): 1-11 letters, digits and spaces with at least one letter; no æøå
    public static readonly Pattern SmsSender = new("a sender of 1 to 11 letters a-z, digits or spaces, at least one of them a letter,", text => SmsText().IsMatch(text));

    public static readonly Pattern CountryCode = new("a country's code such as '+298', but not Denmark's,", text => CountryText().IsMatch(text) && text != "+45");

    public static readonly Pattern SmsSenderAbroad = new("a sender of 1 to 11 letters a-z, digits or spaces, or a number such as '+298123456',", text => SmsText().IsMatch(text) || NumberText().IsMatch(text));

    public static readonly Pattern Sha256 = new("the SHA-256 of the key as 64 small hex digits", text => ShaText().IsMatch(text));

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$")]
    private static partial Regex IdText();

    [GeneratedRegex("^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$")]
    private static partial Regex SmsText();

    [GeneratedRegex(@"^\+[1-9][0-9]{0,3}$")]
    private static partial Regex CountryText();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex NumberText();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex ShaText();
}
