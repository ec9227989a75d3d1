using System.Text.Json.Serialization;
using Husrum.Core.Register;

namespace Husrum.Core.Decisions;

/// <summary>A question and what became of it, row <c>decision:{id}</c> of its case's partition. Exactly one answer is ever written to it.</summary>
[RegisterRecord("decision", 1)]
public sealed record DecisionRecord
{
    /// <summary>See <see cref="DecisionRef.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The question's registered name.</summary>
    public required string Question { get; init; }

    /// <summary>Which time it is asked.</summary>
    public required int Round { get; init; }

    /// <summary>When it was asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The local date all its moments are counted from.</summary>
    public required DateOnly AskedOn { get; init; }

    /// <summary>Who was asked, in the order they were.</summary>
    public required IReadOnlyList<AskedPerson> Asked { get; init; }

    /// <summary>How many of the plan's moments have passed.</summary>
    public int MomentsDone { get; init; }

    /// <summary>When the next moment is, UTC; recorded, so that a new holiday table does not move it. Null when there is none.</summary>
    public DateTimeOffset? NextMoment { get; init; }

    /// <summary>The answer, a word; null while it is open.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who answered: a person id; null where time or the case itself did.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Why, in the answerer's words. Personal data: stays here.</summary>
    public string? Reason { get; init; }

    /// <summary>True until there is an answer.</summary>
    [JsonIgnore]
    public bool IsOpen => Answer is null;

    /// <summary>The step of the chain the question has reached; -1 when nobody could be asked yet.</summary>
    [JsonIgnore]
    public int Level => Asked.Count == 0 ? -1 : Asked.Max(a => a.Level);

    /// <summary>The people at the step reached: they are the ones reminded.</summary>
    [JsonIgnore]
    public IEnumerable<AskedPerson> Latest => Asked.Where(a => a.Level == Level);
}

/// <summary>One who was asked.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Level">Which step of the chain: 0 is asked first.</param>
/// <param name="At">When, UTC.</param>
public sealed record AskedPerson(string PersonId, int Level, DateTimeOffset At);
