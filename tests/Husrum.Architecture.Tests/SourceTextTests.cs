using Husrum.Architecture.Tests.Reading;

namespace Husrum.Architecture.Tests;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("a(); // DateTime.Now", "a(); ")]
    [InlineData("/// <summary>Task.Delay</summary>\nb();", "\nb();")]
    [InlineData("a(/* Guid.NewGuid\n */ b);", "a(\n b);")]
    [InlineData("var url = \"http://x\"; // c", "var url = \"http://x\"; ")]
    [InlineData("var quote = '\"'; // c", "var quote = '\"'; ")]
    [InlineData("var path = @\"c:\\\"; // c", "var path = @\"c:\\\"; ")]
    [InlineData("var text = \"\"\"\n // kept\n \"\"\"; // c", "var text = \"\"\"\n // kept\n \"\"\"; ")]
    [InlineData("var escaped = \"\\\"//\"; // c", "var escaped = \"\\\"//\"; ")]
    public void Comments_go_and_code_stays(string source, string code) => SourceText.WithoutComments(source).ShouldBe(code);
}
