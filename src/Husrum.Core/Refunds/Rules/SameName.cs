using Husrum.Core.Formats;

namespace Husrum.Core.Refunds.Rules;

/// <summary>Whether two names are the same to a reader: case and spaces do not count. House rule; a guard errs on the side of asking another person.</summary>
public static class SameName
{
    /// <summary>True where they are.</summary>
    public static bool Is(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) => TypedText.Plain(name).Normalize().Without(" .-'");
}
