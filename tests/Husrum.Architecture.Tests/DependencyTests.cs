using System.Xml.Linq;
using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

/// <summary>Imports go one way: Functions → Core → Durable. Core is pure.</summary>
public sealed class DependencyTests
{
    private static readonly string[] AllowedInCore = ["Husrum.Durable", "NodaTime", "Markdig", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    private static readonly string[] OutsideWorld =
    [
        "Husrum.Durable.TaskHub.", "Husrum.Durable.Protocol.", "SQLitePCL.", "Microsoft.AspNetCore.", "Microsoft.Extensions.Hosting.",
        "Microsoft.Extensions.Configuration.", "System.Net.Http.", "System.Net.Sockets.", "System.Net.Mail.", "System.Diagnostics.Process",
        "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Threading.Thread", "System.Threading.Timer",
    ];

    [Fact]
    public void Core_uses_the_engine_NodaTime_Markdig_the_abstractions_and_the_base_library_and_nothing_else() =>
        AssemblyReferences.Assemblies(House.Core)
            .Where(name => !AllowedInCore.Contains(name) && !IsBaseLibrary(name))
            .ShouldBeNone("Husrum.Core may not use:");

    [Fact]
    public void Only_the_lists_of_services_and_tasks_know_the_container() =>
        House.Files("src/Husrum.Core", ".cs")
            .Where(file => !file.Path.EndsWith("Services.cs", StringComparison.Ordinal) && !file.Path.EndsWith("Tasks.cs", StringComparison.Ordinal))
            .Where(file => file.Code.Contains("DependencyInjection", StringComparison.Ordinal) || file.Code.Contains("IServiceProvider", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBeNone("A class names what it needs in its constructor; the container is known to *Services.cs and *Tasks.cs only:");

    [Fact]
    public void Core_touches_no_file_no_network_no_database_and_no_host() =>
        AssemblyReferences.Types(House.Core)
            .Where(type => OutsideWorld.Any(outside => outside.EndsWith('.') ? type.StartsWith(outside, StringComparison.Ordinal) : type == outside))
            .ShouldBeNone("Husrum.Core reaches the outside through its interfaces only, but uses:");

    [Fact]
    public void Durable_knows_nothing_of_the_programmes_or_the_host() =>
        AssemblyReferences.Assemblies(House.Durable)
            .Where(name => name is "Husrum.Core" or "Husrum.Functions" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
            .ShouldBeNone("Husrum.Durable may not use:");

    [Fact]
    public void Wall_time_is_worked_out_in_one_place() =>
        House.Files("src", ".cs", ".razor")
            .Where(file => !file.Path.StartsWith("src/Husrum.Core/Calendar/", StringComparison.Ordinal) && (file.Code.Contains("NodaTime", StringComparison.Ordinal) || file.Code.Contains("TimeZoneInfo", StringComparison.Ordinal)))
            .Select(file => file.Path)
            .ShouldBeNone("Zones and wall time belong to Husrum.Core.Calendar:");

    [Theory]
    [InlineData("Husrum.Durable", new string[0])]
    [InlineData("Husrum.Core", new[] { "Husrum.Durable" })]
    [InlineData("Husrum.Functions", new[] { "Husrum.Core" })]
    public void Projects_name_only_the_project_below_them(string project, string[] below) =>
        XDocument.Load(Path.Combine(House.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))
            .ShouldBe(below);

    [Fact]
    public void The_check_sees_what_an_assembly_uses()
    {
        AssemblyReferences.Assemblies(House.Core).ShouldContain("NodaTime");
        AssemblyReferences.Types(House.Durable).ShouldContain("SQLitePCL.raw");
    }

    private static bool IsBaseLibrary(string name) =>
        name is "System.Private.CoreLib" or "netstandard" or "mscorlib"
        || (name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Net", StringComparison.Ordinal));
}
