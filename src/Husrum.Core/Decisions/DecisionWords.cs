namespace Husrum.Core.Decisions;

/// <summary>Answers that any question can have.</summary>
public static class DecisionWords
{
    /// <summary>The case no longer exists.</summary>
    public const string Gone = "gone";
}
