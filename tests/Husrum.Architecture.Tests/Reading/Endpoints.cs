using System.Reflection;
using System.Reflection.Emit;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>A page or address that answers GET.</summary>
/// <param name="Pattern">Its address.</param>
/// <param name="Handler">The code that answers.</param>
/// <param name="MappedBy">Where it was put on the map.</param>
internal sealed record ReadingEndpoint(string Pattern, MethodBase Handler, string MappedBy);

/// <summary>Finds endpoints in the compiled program: the handler and the pattern stand right before the call that maps them.</summary>
internal static class Endpoints
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All that answers GET. Each is mapped by <c>MapGet</c>, or by <c>MapPage</c>, which adds HEAD.</summary>
    public static IReadOnlyList<ReadingEndpoint> Reading(Assembly assembly) => [.. Mapped(assembly, "MapGet", "MapPage")];

    /// <summary>Methods that map by a list of verbs, which <see cref="Reading"/> cannot see through.</summary>
    public static IReadOnlyList<string> MappingByVerbs(Assembly assembly) =>
        [.. Methods(assembly)
            .Where(method => Instructions.Of(method).Any(step => step.Operand is MethodBase { Name: "MapMethods" or "Map" or "MapFallback" } called && called.DeclaringType?.Name == "EndpointRouteBuilderExtensions"))
            .Select(method => $"{method.DeclaringType?.Name}.{method.Name}")];

    private static IEnumerable<ReadingEndpoint> Mapped(Assembly assembly, params string[] mappers)
    {
        foreach (var method in Methods(assembly))
        {
            string? pattern = null;
            MethodBase? handler = null;
            foreach (var step in Instructions.Of(method))
            {
                if (step.Operand is string text)
                    pattern = text;
                else if (step.Code == OpCodes.Ldftn)
                    handler = (MethodBase?)step.Operand;
                else if (step.Operand is MethodBase called && mappers.Contains(called.Name) && handler is not null)
                    yield return new ReadingEndpoint(pattern ?? "", handler, $"{method.DeclaringType?.Name}.{method.Name}");
            }
        }
    }

    private static IEnumerable<MethodBase> Methods(Assembly assembly) => assembly.GetTypes().SelectMany(type => type.GetMethods(Any));
}
