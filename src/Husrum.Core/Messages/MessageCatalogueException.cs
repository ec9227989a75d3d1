namespace Husrum.Core.Messages;

/// <summary>The catalogue cannot be used as it is.</summary>
/// <param name="problems">Everything that is wrong, a line each.</param>
public sealed class MessageCatalogueException(IReadOnlyList<string> problems)
    : Exception($"The message catalogue has {problems.Count} problem(s):\n{string.Join('\n', problems)}")
{
    /// <summary>Everything that is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
