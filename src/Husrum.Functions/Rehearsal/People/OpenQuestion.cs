using Husrum.Core.Decisions;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>A question somebody has been asked and nobody has answered.</summary>
/// <param name="Partition">Its case's partition.</param>
/// <param name="Decision">The question as it stands.</param>
internal sealed record OpenQuestion(string Partition, DecisionRecord Decision)
{
    /// <summary>What it is named without its party and date, such as <c>hto-met</c>.</summary>
    public string Kind => PartyQuestions.KindOf(Decision.Question);

    /// <summary>The case's id.</summary>
    public string CaseId => Partition[(Partition.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Those who are asked now, person ids.</summary>
    public IEnumerable<string> People => Decision.Latest.Select(asked => asked.PersonId);

    /// <summary>Which question of which case.</summary>
    public DecisionRef Reference => new(Partition, CaseId, Decision.Question, Decision.Round);
}
