namespace Husrum.Core.Cases;

/// <summary>An answer to a step, as the case's pure functions see it.</summary>
/// <param name="Word">What was chosen; or the step's word for silence.</param>
/// <param name="By">Who: a person id; null where time answered.</param>
/// <param name="At">UTC.</param>
/// <param name="Today">The local date of that moment.</param>
/// <param name="Reason">In their words, or null. Personal data.</param>
/// <param name="Values">What else was given, in the step's own form; empty where time answered.</param>
public sealed record StepAnswer(string Word, string? By, DateTimeOffset At, DateOnly Today, string? Reason, IReadOnlyList<string> Values);
