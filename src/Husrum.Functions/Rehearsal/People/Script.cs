using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>Who answers which question how, and how long after: a table by the question's kind (<see cref="OpenQuestion.Kind"/>) or, where one party answers otherwise, by its whole name. What is not in it is not answered.</summary>
internal sealed class Script
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private Line? _otherwise;

    /// <summary>A minute: as one who has it at hand.</summary>
    public static TimeSpan AtOnce { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How a question is answered, each time it is asked.</summary>
    /// <param name="question">Its kind, or its whole name.</param>
    /// <param name="reply">Null where nobody answers this time.</param>
    /// <param name="after">How long after the message about it can have come; a minute where nothing is said.</param>
    public Script On(string question, Func<Situation, Reply?> reply, TimeSpan? after = null)
    {
        _lines[question] = new Line(reply, after ?? AtOnce);
        return this;
    }

    /// <summary>The same answer each time.</summary>
    public Script On(string question, string word, params (string Name, string Value)[] fields) => On(question, _ => new Reply(word, fields));

    /// <summary>How everything else is answered.</summary>
    public Script Otherwise(Func<Situation, Reply?> reply, TimeSpan? after = null)
    {
        _otherwise = new Line(reply, after ?? AtOnce);
        return this;
    }

    /// <summary>Nobody answers it.</summary>
    public Script Never(string question) => On(question, _ => null, AtOnce);

    /// <summary>Its line; null where there is none.</summary>
    public Line? Of(OpenQuestion question) => _lines.GetValueOrDefault(question.Decision.Question) ?? _lines.GetValueOrDefault(question.Kind) ?? _otherwise;

    internal sealed record Line(Func<Situation, Reply?> Reply, TimeSpan After);
}

/// <summary>What somebody who answers knows.</summary>
/// <param name="Question">What they are asked.</param>
/// <param name="PersonId">Who they are.</param>
/// <param name="Page">What they read; null for a claim.</param>
/// <param name="Today">The day on the wall.</param>
/// <param name="Register">For what staff look up before they answer.</param>
internal sealed record Situation(OpenQuestion Question, string PersonId, StepPage? Page, DateOnly Today, IRegister Register)
{
    /// <summary>The first answer there is to choose: of times offered, the earliest.</summary>
    public Reply First => new(Page?.Choices[0].Value ?? "");
}
