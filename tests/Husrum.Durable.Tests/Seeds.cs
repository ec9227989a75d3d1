using System.Globalization;

namespace Husrum.Durable.Tests;

/// <summary>Where tests that draw at random begin: anew each time, or where <c>HUSRUM_SEED</c> says. The seed stands in the test's output and in its failure.</summary>
internal static class Seeds
{
    public static int Of(string test)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("HUSRUM_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1_000_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"{test}: HUSRUM_SEED={seed}");
        return seed;
    }
}
