using System.Text.RegularExpressions;

namespace Husrum.Core.Messages;

/// <summary>Whether specs make sense by themselves.</summary>
internal static partial class SpecChecks
{
    public static IEnumerable<string> Problems(TemplateSpec spec)
    {
        var names = spec.Fields.Select(field => field.Name).Concat(spec.Links.Select(link => link.Name)).ToList();
        foreach (var name in names.Where(name => !Name().IsMatch(name)))
            yield return $"{spec.Name}: \"{name}\" is no name for a field (letters, digits, hyphens).";
        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
            yield return $"{spec.Name}: \"{name}\" is declared twice.";
        foreach (var field in spec.Fields.Where(field => string.IsNullOrWhiteSpace(field.Longest)))
            yield return $"{spec.Name}: \"{field.Name}\" has no example of its longest value.";
    }

    public static IEnumerable<string> Twice(IEnumerable<TemplateSpec> specs) => specs
        .GroupBy(spec => (spec.Name, spec.Channel))
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key.Name} ({group.Key.Channel}): specified {group.Count()} times.");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*$")]
    private static partial Regex Name();
}
