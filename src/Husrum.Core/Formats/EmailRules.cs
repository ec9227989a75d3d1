using System.Globalization;
using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>What makes an address one that can be written to.</summary>
internal static class EmailRules
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The first thing that is wrong, or null and the address.</summary>
    public static Bilingual? Problem(string text, out string address)
    {
        address = text;
        if (text.Length == 0)
            return EmailProblems.Missing;
        if (text.Contains(' ', StringComparison.Ordinal))
            return EmailProblems.Space;
        var parts = text.Split('@');
        if (parts.Length == 1)
            return EmailProblems.NoAt;
        if (parts.Length > 2)
            return EmailProblems.Several;
        return LocalProblem(parts[0]) ?? DomainProblem(parts[1], out address, parts[0]);
    }

    private static Bilingual? LocalProblem(string local)
    {
        if (local.Length == 0)
            return EmailProblems.NothingBefore;
        if (local.Any(char.IsLetter) && local.Any(character => char.IsLetter(character) && !char.IsAscii(character)))
            return EmailProblems.DanishLetters;
        if (!local.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-/=?^_`{|}~.".Contains(character)))
            return EmailProblems.Character;
        return local.Length > 64 ? EmailProblems.TooLong : DotProblem(local);
    }

    private static Bilingual? DomainProblem(string domain, out string address, string local)
    {
        address = "";
        if (domain.Length == 0)
            return EmailProblems.NothingAfter;
        if (domain.Contains(',', StringComparison.Ordinal))
            return EmailProblems.Comma;
        if (DotProblem(domain) is { } dots)
            return dots;
        if (!domain.Contains('.', StringComparison.Ordinal))
            return EmailProblems.NoDot(domain);
        try
        {
            domain = Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return EmailProblems.Character;
        }

        if (!domain.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.') || domain.Split('.')[^1].All(char.IsAsciiDigit))
            return EmailProblems.Character;
        address = $"{local}@{domain}";
        return address.Length > 254 ? EmailProblems.TooLong : null;
    }

    private static Bilingual? DotProblem(string part) =>
        part.StartsWith('.') || part.EndsWith('.') || part.Contains("..", StringComparison.Ordinal) ? EmailProblems.Dots : null;
}
