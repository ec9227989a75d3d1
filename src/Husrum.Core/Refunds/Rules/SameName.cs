using Husrum.Core.Formats;

namespace Husrum.Core.Refunds.Rules;

/// <summary>Whether two names are the same to a reader: case, spaces and the order of the names do not count. House rule; a guard errs on the side of asking another person.</summary>
public static class SameName
{
    /// <summary>True where they are.</summary>
    public static bool Is(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string name) =>
        string.Concat(TypedText.Plain(name).Normalize().ToUpperInvariant().Split([' ', ',', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)).Without("'");
}
