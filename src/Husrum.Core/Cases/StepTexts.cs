namespace Husrum.Core.Cases;

/// <summary>The messages of a step, by their names in the catalogue. All bind <c>name</c> (the reader's) and the button <c>answer</c>, and of the step's fields whatever they need.</summary>
/// <param name="Ask">When it is asked.</param>
/// <param name="Remind">When it is asked again.</param>
public sealed record StepTexts(string Ask, string Remind)
{
    /// <summary>From which moment of the plan on (1 is the first) reminders go by SMS besides; null for never. The catalogue then has <see cref="Remind"/> as an SMS too.</summary>
    public int? SmsFrom { get; init; }
}
