using System.Runtime.CompilerServices;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_public_type_says_what_it_is() =>
        (from assembly in House.Assemblies
         let documented = XmlDocs.DocumentedTypes(assembly)
         from type in assembly.GetExportedTypes()
         where !IsGenerated(type) && !documented.Contains(type.FullName!.Replace('+', '.'))
         select type.FullName)
            .ShouldBeNone("A public type has a summary:");

    // protobuf messages, and Razor components, whose file is their description
    private static bool IsGenerated(Type type) =>
        type.Namespace is null && type.Name != "Program"
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.GetInterfaces().Any(contract => contract.FullName is "Google.Protobuf.IMessage" or "Microsoft.AspNetCore.Components.IComponent")
        || type.FullName!.StartsWith("Husrum.Durable.Protocol.", StringComparison.Ordinal);
}
