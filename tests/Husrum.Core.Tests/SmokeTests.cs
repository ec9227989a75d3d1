namespace Husrum.Core.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Runs() => true.ShouldBeTrue();
}
