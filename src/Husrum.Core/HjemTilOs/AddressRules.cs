using Husrum.Core.Formats;
using Husrum.Core.Forms;

namespace Husrum.Core.HjemTilOs;

/// <summary>An address, so that child and family can live close to each other (rules-and-sources.md 1.7, M1).</summary>
internal static class AddressRules
{
    private const int Longest = 100;

    /// <summary>What is wrong with one; the fields' names begin with a prefix.</summary>
    public static IEnumerable<FieldProblem> Problems(string street, string postcode, string town, string prefix = "")
    {
        foreach (var (field, text, danish, english) in new[] { ("street", street, "Skriv vej og nummer.", "Please write street and number."), ("town", town, "Skriv byen.", "Please write the town.") })
        {
            if (!TypedText.Plain(text).Any(char.IsLetter))
                yield return new(prefix + field, danish, english);
            else if (text.Length > Longest)
                yield return new(prefix + field, $"Teksten er for lang (højst {Longest} tegn).", $"The text is too long (at most {Longest} characters).");
            else if (CprLike.IsIn(text))
                yield return FieldProblem.At(prefix + field, CprLike.Problem);
        }

        if (TypedText.Plain(postcode) is not { Length: 4 } digits || !digits.IsDigits())
            yield return new(prefix + "postcode", "Skriv de fire cifre i postnummeret.", "Please write the four digits of the postcode.");
    }
}
