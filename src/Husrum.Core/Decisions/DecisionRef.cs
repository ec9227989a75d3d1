using System.Text.Json.Serialization;
using Husrum.Core.Register;

namespace Husrum.Core.Decisions;

/// <summary>Which question of which case. Ids and words only: it travels through histories.</summary>
/// <param name="Partition">The case's partition.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Question">The question's registered name, such as <c>refund-approve</c>.</param>
/// <param name="Round">1 at first; one more each time the same is asked anew.</param>
public sealed record DecisionRef(string Partition, string CaseId, string Question, int Round)
{
    /// <summary>The decision's id inside its case: <c>refund-approve-1</c>.</summary>
    [JsonIgnore]
    public string Id => $"{Question}-{Round}";

    /// <summary>Its row in the case's partition.</summary>
    [JsonIgnore]
    public string Row => "decision:" + Id;

    /// <summary>The event that tells the waiting orchestration that there is an answer. A name of its own, so that no other question's waiter takes it.</summary>
    [JsonIgnore]
    public string EventName => "decision:" + Id;

    /// <summary>The id of the link sent to a person: derived, so that asking twice issues one link.</summary>
    public string TokenIdFor(string personId) => Ids.Derive("decision", CaseId, Id, personId);
}
