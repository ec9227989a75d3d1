namespace Husrum.Core.Cases;

/// <summary>What a step shows to the one who is asked, in one language.</summary>
/// <param name="Title">What is asked, as the page's heading.</param>
/// <param name="Paragraphs">What one must know to answer.</param>
/// <param name="Choices">The answers; one alone is a button.</param>
public sealed record StepPage(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<StepChoice> Choices)
{
    /// <summary>What is known of the case, for this reader.</summary>
    public IReadOnlyList<StepFact> Facts { get; init; } = [];

    /// <summary>Something elsewhere to look at first; null for nothing.</summary>
    public StepLink? Link { get; init; }

    /// <summary>What is to be filled in besides.</summary>
    public IReadOnlyList<StepInput> Inputs { get; init; } = [];
}

/// <summary>A place elsewhere.</summary>
/// <param name="Address">An https address.</param>
/// <param name="Label">What the person reads.</param>
public sealed record StepLink(string Address, string Label);

/// <summary>Something known.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">As it reads.</param>
public sealed record StepFact(string Label, string Value);

/// <summary>An answer that can be chosen.</summary>
/// <param name="Value">The word posted.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Hint">What follows from it, or null.</param>
public sealed record StepChoice(string Value, string Label, string? Hint = null);

/// <summary>Something to fill in.</summary>
/// <param name="Name">The form field's name.</param>
/// <param name="Label">What it is.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Hint">Help, or null.</param>
public sealed record StepInput(string Name, string Label, StepInputKind Kind, string? Hint = null);

/// <summary>How a field is filled in.</summary>
public enum StepInputKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and an hour, by the clock on the wall in Denmark.</summary>
    Moment,

    /// <summary>A tick.</summary>
    Tick,
}
