using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>What keeps the house readable, portable and clean of what does not belong in it.</summary>
public sealed class HousekeepingTests
{
    private const int LongestFile = 250;

    private static readonly string[] TextEndings =
        [".cs", ".razor", ".css", ".md", ".json", ".props", ".csproj", ".sln", ".svg", ".bicep", ".proto", ".http", ".txt", ".sh", ".html", ".yml", "/run", "/test", "/soak", ".editorconfig"];

    private static IEnumerable<HouseFile> Texts => House.Files().Where(file => TextEndings.Any(ending => ("/" + file.Path).EndsWith(ending, StringComparison.Ordinal)));

    [Fact]
    public void No_source_file_is_longer_than_one_can_hold_in_mind() =>
        House.Files("src", ".cs", ".razor", ".css")
            .Select(file => (file.Path, Lines: file.Text.TrimEnd().Count(character => character == '\n') + 1))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Path}: {file.Lines} lines")
            .ShouldBeNone($"At most {LongestFile} lines a file:");

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() =>
        (from file in House.Files("", ".cs", ".razor", ".css", ".bicep", "test", "soak", "run").Where(file => !file.Path.EndsWith(nameof(HousekeepingTests) + ".cs", StringComparison.Ordinal))
         from line in file.Text.Split('\n').Select((text, index) => (text, number: index + 1))
         where Regex.IsMatch(line.text, @"\b(TODO|FIXME|HACK|XXX)\b") || line.text.Contains("NotImplementedException", StringComparison.Ordinal)
         select $"{file}:{line.number}: {line.text.Trim()}")
            .ShouldBeNone("Do it, or write it down as an issue:");

    [Fact]
    public void No_real_mailbox_or_phone_number_stands_anywhere() =>
        (from file in Texts from contact in SeedContacts.In(file.Text) select $"{file}: {contact}")
            .ShouldBeNone("Real contacts belong to real people; invent one:");

    [Fact]
    public void No_path_of_a_machine_stands_anywhere() =>
        (from file in Texts
         from Match path in Regex.Matches(file.Text, "(?<![A-Za-z0-9_.~<*:-])/(wo" + "rk|far" + "m|ro" + "ot|tm" + "p|ho" + "me)/[^ \"')]*")
         select $"{file}: {path.Value}")
            .ShouldBeNone("The house stands on any machine:");

    [Fact]
    public void Documents_point_at_what_exists() =>
        (from file in House.Files("", ".md").Where(file => !file.Path.StartsWith("src/", StringComparison.Ordinal))
         from Match link in Regex.Matches(file.Text, @"\]\((?<target>[^)#\s]+)[^)]*\)")
         let target = link.Groups["target"].Value
         where !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(file.FullName)!, target))
         select $"{file}: {target}")
            .ShouldBeNone("A link in a document leads nowhere:");

    [Fact]
    public void The_check_finds_a_real_mailbox_and_a_number_in_any_spelling()
    {
        SeedContacts.In("skriv til Aarhus" + "@" + "HUSRUM.dk").ShouldNotBeEmpty();
        SeedContacts.In("ring 20 12 34 56").ShouldBeEmpty();
        SeedContacts.HashOf("+45 20-12.34 56"[3..]).ShouldBe(SeedContacts.HashOf("20123456"));
    }
}
