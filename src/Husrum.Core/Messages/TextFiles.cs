using System.Reflection;

namespace Husrum.Core.Messages;

/// <summary>The catalogue's texts, which lie inside the program.</summary>
internal static class TextFiles
{
    private const string Folder = "texts/";

    /// <summary>All texts by path: <c>da/sign-in.email.md</c>.</summary>
    public static IReadOnlyDictionary<string, string> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            // A program built on Windows has backslashes in these names.
            .ToDictionary(name => name[Folder.Length..].Replace('\\', '/'), name => Read(assembly, name));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
