namespace Husrum.Core.Language;

/// <summary>The languages people are written to in, by their ISO 639 codes.</summary>
public static class Languages
{
    /// <summary>Danish, the language where nothing else was chosen.</summary>
    public const string Danish = "da";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>All of them, Danish first.</summary>
    public static IReadOnlyList<string> All { get; } = [Danish, English];

    /// <summary>The language meant by a word from a form or a browser (<c>en</c>, <c>EN</c>, <c>en-GB</c>); Danish for everything unknown.</summary>
    public static string Of(string? word) =>
        word is { Length: >= 2 } && word.StartsWith(English, StringComparison.OrdinalIgnoreCase) && (word.Length == 2 || word[2] is '-' or '_') ? English : Danish;
}
