using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>What a compiled assembly really uses of others.</summary>
internal static class AssemblyReferences
{
    /// <summary>Names of the assemblies it uses.</summary>
    public static IReadOnlyList<string> Assemblies(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Order(StringComparer.Ordinal)];

    /// <summary>Full names of the types of other assemblies that it uses, as <c>Namespace.Type</c>.</summary>
    public static IReadOnlyList<string> Types(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Select(handle => reader.GetTypeReference(handle))
            .Select(type => reader.GetString(type.Namespace) + "." + reader.GetString(type.Name))
            .Distinct().Order(StringComparer.Ordinal)];
    }
}
