using System.Text.RegularExpressions;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>The tables that say where a programme's rules are held: every rule has its row, and what a row names is there.</summary>
public sealed partial class RuleTableTests
{
    private static readonly Lazy<IReadOnlyList<(string Class, string Method)>> Tests = new(ReadTests);

    private static readonly Lazy<IReadOnlySet<string>> Words = new(() => House.Files("src", ".cs", ".razor").SelectMany(file => Word().Matches(file.Text).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal));

    public static TheoryData<string> Tables => ["docs/hjem-til-os-regler.md", "docs/frivillige-regler.md", "docs/udlaeg-regler.md"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_test_a_rule_names_is_there(string table) =>
        (from row in Rows(table)
         from match in Quoted().Matches(row).Select(quoted => TestName().Match(quoted.Groups[1].Value))
         where match.Success && !Tests.Value.Any(test => IsNamed(test, match))
         select $"{Title(row)}: {match.Value}")
            .ShouldBeNone("A rule names a test that there is:");

    [Theory]
    [MemberData(nameof(Tables))]
    public void All_code_a_rule_names_is_there(string table) =>
        (from row in Rows(table)
         from name in Quoted().Matches(row).Select(quoted => quoted.Groups[1].Value)
         where CodeName().IsMatch(name) && !TestName().IsMatch(name)
         from part in name.Split('.', '/')
         where part.Length > 0 && !Words.Value.Contains(part) && !Directory.Exists(Path.Combine(House.Root, "tests/Husrum.Core.Tests/HjemTilOs", part))
         select $"{Title(row)}: {name}")
            .ShouldBeNone("A rule names code that there is:");

    [Fact]
    public void Each_rule_of_Hjem_til_Os_has_a_row_with_code_and_a_test_or_says_that_it_is_left_to_people()
    {
        var rows = Rows("docs/hjem-til-os-regler.md").ToList();
        (char Letter, int Last)[] rules = [('E', 9), ('R', 11), ('F', 7), ('M', 9), ('Y', 19), ('K', 7)];
        (from rule in rules
         from number in Enumerable.Range(1, rule.Last)
         let row = rows.FirstOrDefault(row => Regex.IsMatch(row.Split('|')[1], $@"\b{rule.Letter}{number}\b"))
         where row is null || row.Split('|') is not [_, _, { Length: > 3 } held, var proved, ..] || (proved.Trim().Length == 0 && !held.Contains("people", StringComparison.Ordinal))
         select $"{rule.Letter}{number}")
            .ShouldBeNone("A rule has a row that says where it is held and what proves it, or that it is left to people:");
    }

    private static IEnumerable<string> Rows(string table) => File.ReadLines(Path.Combine(House.Root, table)).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| No.", StringComparison.Ordinal) && !line.StartsWith("| Rule", StringComparison.Ordinal));

    private static string Title(string row) => row.Split('|')[1].Trim();

    private static bool IsNamed((string Class, string Method) test, Match name) =>
        (!name.Groups["class"].Success || name.Groups["class"].Value == test.Class)
        && (!name.Groups["method"].Success || test.Method.Contains(name.Groups["method"].Value, StringComparison.Ordinal));

    private static List<(string, string)> ReadTests() =>
    [
        .. from file in House.Files("tests", ".cs")
           let text = file.Text
           from type in Class().Matches(text).Select(match => match.Groups[1].Value)
           from method in Method().Matches(text).Select(match => match.Groups[1].Value)
           select (type, method),
    ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?:…?(?<class>[A-Z]\w*Tests)(?:\.…?(?<method>\w+))?…?|…?(?<method>[A-Z][a-z]*(?:_\w+)+)…?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(?:[./][A-Z][A-Za-z0-9]*)*$")]
    private static partial Regex CodeName();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|ValueTask|void) (\w+)\(")]
    private static partial Regex Method();
}
