using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

public sealed class SourceTreeTests
{
    // written in two halves, so that this file does not find itself
    private const string CompilersPath = "Caller" + "FilePath";

    [Fact]
    public void Nobody_asks_the_compiler_where_a_file_lies() =>
        House.Files("", ".cs").Where(file => file.Code.Contains(CompilersPath, StringComparison.Ordinal)).Select(file => file.Path)
            .ShouldBeNone("A deterministic build maps every path to one that is on no machine; look for Husrum.sln from AppContext.BaseDirectory:");
}
