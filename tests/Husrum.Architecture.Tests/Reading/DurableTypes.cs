using Husrum.Durable;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>The orchestrators and activities of the house, and what they carry.</summary>
internal static class DurableTypes
{
    public static IReadOnlyList<Type> Orchestrators => Of(typeof(TaskOrchestrator<,>));

    public static IReadOnlyList<Type> Activities => Of(typeof(TaskActivity<,>));

    /// <summary>Input and output types, which stay in histories.</summary>
    public static IEnumerable<(Type Owner, Type Carried)> Carried() =>
        from owner in Orchestrators.Concat(Activities)
        from carried in BaseOf(owner)!.GetGenericArguments()
        select (owner, carried);

    private static List<Type> Of(Type open) =>
        [.. new[] { House.Core, House.Functions }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsAbstract && BaseOf(type)?.GetGenericTypeDefinition() == open)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static Type? BaseOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(TaskOrchestrator<,>) || open == typeof(TaskActivity<,>)))
                return type;
        }

        return null;
    }
}
