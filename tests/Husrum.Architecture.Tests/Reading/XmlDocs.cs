using System.Reflection;
using System.Xml.Linq;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>The documentation file that the compiler writes beside an assembly.</summary>
internal static class XmlDocs
{
    /// <summary>Names of the types that have a summary (or take one over), as reflection writes them.</summary>
    public static HashSet<string> DocumentedTypes(Assembly assembly) =>
        [.. XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => ((string)member.Attribute("name")!).StartsWith("T:", StringComparison.Ordinal))
            .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.ToString(SaveOptions.DisableFormatting)) || member.Element("inheritdoc") is not null)
            .Select(member => ((string)member.Attribute("name")!)[2..])];
}
