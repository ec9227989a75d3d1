namespace Husrum.Core.Decisions;

/// <summary>The questions of all processes, by name.</summary>
/// <param name="questions">Each name once.</param>
/// <param name="sources">More of them.</param>
public sealed class DecisionQuestions(IEnumerable<DecisionQuestion> questions, IEnumerable<IQuestionSource> sources)
{
    private readonly Dictionary<string, DecisionQuestion> _byName = questions.Concat(sources.SelectMany(s => s.Questions)).ToDictionary(q => q.Name, StringComparer.Ordinal);

    /// <summary>The question of that name, or of its kind (<c>consent--guardian-1</c> is a <c>consent</c>).</summary>
    /// <exception cref="InvalidOperationException">No process registered it.</exception>
    public DecisionQuestion this[string name] =>
        _byName.TryGetValue(name, out var question) || _byName.TryGetValue(PartyQuestions.KindOf(name), out question) ? question : throw new InvalidOperationException($"No question named '{name}' is registered.");
}
