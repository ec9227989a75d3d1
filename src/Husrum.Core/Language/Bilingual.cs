namespace Husrum.Core.Language;

/// <summary>A text a person reads, in both of the program's languages. Danish comes first, everywhere.</summary>
/// <param name="Danish">The Danish text.</param>
/// <param name="English">The same in English.</param>
public sealed record Bilingual(string Danish, string English)
{
    /// <summary>The text in a language; Danish for anything that is not <c>en</c>.</summary>
    /// <param name="language"><c>da</c> or <c>en</c>.</param>
    public string In(string? language) => Languages.Of(language) == Languages.English ? English : Danish;

    /// <summary>The text put into a sentence, where it has <c>{0}</c>.</summary>
    /// <param name="danish">The Danish sentence.</param>
    /// <param name="english">The same in English.</param>
    public Bilingual Into(string danish, string english) => new(danish.Replace(Place, Danish, StringComparison.Ordinal), english.Replace(Place, English, StringComparison.Ordinal));

    private const string Place = "{0}";
}
