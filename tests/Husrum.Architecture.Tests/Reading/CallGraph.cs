using System.Reflection;
using System.Runtime.CompilerServices;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>What compiled code of the house may come to call. It errs on the side of too much: a call to an interface counts as a call to all that implement it.</summary>
internal sealed class CallGraph(IReadOnlyList<Assembly> assemblies)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly List<Type> _types = [.. assemblies.SelectMany(assembly => assembly.GetTypes())];

    /// <summary>The way from a method to the first one that <paramref name="isSink"/> names, or null.</summary>
    public IReadOnlyList<string>? PathTo(Func<MethodBase, bool> isSink, params MethodBase[] from)
    {
        var cameFrom = from.ToDictionary(method => method, MethodBase? (_) => null);
        var waiting = new Queue<MethodBase>(from);
        while (waiting.TryDequeue(out var method))
        {
            if (isSink(method))
                return Way(method, cameFrom);
            foreach (var next in Next(method).Where(next => cameFrom.TryAdd(next, method)))
                waiting.Enqueue(next);
        }

        return null;
    }

    private IEnumerable<MethodBase> Next(MethodBase method)
    {
        if (!assemblies.Contains(method.Module.Assembly))
            return [];
        var steps = Instructions.Of(method).Select(step => step.Operand).ToList();
        var called = steps.OfType<MethodBase>().ToList();
        return called.Select(Definition)
            .Concat(called.SelectMany(Overrides))
            .Concat(called.SelectMany(Rendered))
            .Concat(StateMachine(method));
    }

    // async methods and iterators keep their code in a class of their own
    private static IEnumerable<MethodBase> StateMachine(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine ? machine.StateMachineType.GetMethods(Declared).Where(part => part.Name.EndsWith("MoveNext", StringComparison.Ordinal)) : [];

    private IEnumerable<MethodBase> Overrides(MethodBase called) =>
        called is not MethodInfo { IsVirtual: true, DeclaringType: { } owner } || !assemblies.Contains(owner.Assembly) ? []
        : from type in _types
          where type != owner && !type.IsInterface && Inherits(type, owner)
          from method in type.GetMethods(Declared)
          where method.IsVirtual && (method.Name == called.Name || method.Name.EndsWith("." + called.Name, StringComparison.Ordinal))
          select (MethodBase)method;

    // a component named as a type argument (RazorComponentResult<Page>, OpenComponent<Part>) is made and run by the framework
    private IEnumerable<MethodBase> Rendered(MethodBase called) =>
        (called.IsGenericMethod ? called.GetGenericArguments() : []).Concat(called.DeclaringType?.GenericTypeArguments ?? [])
            .Where(type => assemblies.Contains(type.Assembly) && type.GetInterface("Microsoft.AspNetCore.Components.IComponent") is not null)
            .SelectMany(type => type.GetMethods(Declared));

    private static bool Inherits(Type type, Type owner)
    {
        var open = owner.IsGenericType ? owner.GetGenericTypeDefinition() : owner;
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if ((parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent) == open)
                return true;
        }

        return type.GetInterfaces().Any(contract => (contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract) == open);
    }

    private static MethodBase Definition(MethodBase method)
    {
        if (method is MethodInfo { IsGenericMethod: true } generic)
            method = generic.GetGenericMethodDefinition();
        if (method.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } type)
            method = type.GetGenericTypeDefinition().GetMembers(Declared).OfType<MethodBase>().FirstOrDefault(open => open.MetadataToken == method.MetadataToken) ?? method;
        return method;
    }

    private static List<string> Way(MethodBase end, Dictionary<MethodBase, MethodBase?> cameFrom)
    {
        var way = new List<string>();
        for (MethodBase? at = end; at is not null; at = cameFrom[at])
            way.Insert(0, $"{at.DeclaringType?.Name}.{at.Name}");
        return way;
    }
}
