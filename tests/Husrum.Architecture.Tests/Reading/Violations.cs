namespace Husrum.Architecture.Tests.Reading;

/// <summary>Says everything that is wrong at once, one line each.</summary>
internal static class Violations
{
    public static void ShouldBeNone(this IEnumerable<string> violations, string rule)
    {
        var all = violations.ToList();
        if (all.Count > 0)
            Assert.Fail(rule + "\n  " + string.Join("\n  ", all));
    }
}
