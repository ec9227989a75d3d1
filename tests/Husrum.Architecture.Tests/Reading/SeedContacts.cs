using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>Real mailboxes and phone numbers of the organisations this was written for. They belong to real people and must not stand in a sample, a test or a picture.</summary>
internal static partial class SeedContacts
{
    // the domains are written so that this file does not find itself
    private static readonly string[] Mailboxes = ["@" + "husrum.dk", "@" + "redbarnet.dk", "@" + "weshelter.dk"];

    // SHA-256 of the eight digits: the numbers themselves are not to stand here either
    private static readonly HashSet<string> PhoneHashes =
    [
        "5b2cb8151f10ca2f56729c213c77c6ec09720bcca72cb6ca979bac414a28dc2d",
        "4065fd19c67b4b835f71b59df2cca51a971f565be0ab0a97f8fe8e9b3732f997",
    ];

    /// <summary>The real contacts in a text.</summary>
    public static IEnumerable<string> In(string text) =>
        Mailboxes.Where(mailbox => text.Contains(mailbox, StringComparison.OrdinalIgnoreCase))
            .Concat(EightDigits().Matches(text).Select(match => match.Groups["number"].Value).Where(number => PhoneHashes.Contains(HashOf(number))));

    /// <summary>SHA-256 of a number's digits, in hex.</summary>
    public static string HashOf(string number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(number.Where(char.IsAsciiDigit)))));

    // every start position counts, so that a number behind +45 or 0045 is found too
    [GeneratedRegex(@"(?=(?<number>[0-9](?:[ .-]?[0-9]){7}))")]
    private static partial Regex EightDigits();
}
