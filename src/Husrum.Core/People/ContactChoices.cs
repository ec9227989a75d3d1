using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>
/// What a person has said about being written to, row <c>contact:choices</c> of their partition. Two things, kept apart (rules-and-sources.md 2.7): messages about what they have agreed to
/// go by SMS unless they would rather not; being asked to do more, and news, only go where they have said yes.
/// </summary>
[RegisterRecord("contact-choices", 1)]
public sealed record ContactChoices
{
    /// <summary>The row's key.</summary>
    public const string Row = "contact:choices";

    /// <summary>Since when they want no SMS, UTC; null where they have not said so. What they have agreed to is told by e-mail instead.</summary>
    public DateTimeOffset? NoSmsSince { get; init; }

    /// <summary>Since when they like to be asked to do more and to get news, UTC; null where they have not said so.</summary>
    public DateTimeOffset? NewsSince { get; init; }
}
