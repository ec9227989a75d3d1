using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>Every message exists in both languages, with the same fields.</summary>
public sealed class CatalogueTests
{
    private const string Folder = "src/Husrum.Core/Messages/Texts/";

    private static Dictionary<string, HouseFile> Texts(string language) =>
        House.Files(Folder + language).ToDictionary(file => file.Path[(Folder.Length + language.Length + 1)..]);

    [Fact]
    public void Danish_and_English_have_the_same_messages()
    {
        var danish = Texts("da");
        danish.ShouldNotBeEmpty();
        danish.Keys.Order(StringComparer.Ordinal).ShouldBe(Texts("en").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_use_the_same_fields()
    {
        var english = Texts("en");
        (from text in Texts("da")
         where english.ContainsKey(text.Key) && !Fields(text.Value).SetEquals(Fields(english[text.Key]))
         select $"{text.Key}: da {string.Join(", ", Fields(text.Value))}; en {string.Join(", ", Fields(english[text.Key]))}")
            .ShouldBeNone("The languages of a message differ in their fields:");
    }

    private static SortedSet<string> Fields(HouseFile text) => [.. Regex.Matches(text.Text, @"\{\{\s*([\w:.-]+)").Select(match => match.Groups[1].Value)];
}
