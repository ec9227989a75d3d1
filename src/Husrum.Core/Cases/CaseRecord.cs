using System.Text.Json.Serialization;

namespace Husrum.Core.Cases;

/// <summary>A case that people move by answering, row <c>case</c> of its partition: the truth about it; its orchestration only drives it.</summary>
public abstract record CaseRecord
{
    /// <summary>The row's key.</summary>
    public const string Row = "case";

    /// <summary>A letter for the kind and 128 bits.</summary>
    public required string Id { get; init; }

    /// <summary>Department's id.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Whom it is about: a person id.</summary>
    public required string PersonId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The people in it, where there are several; empty where it is about one person alone.</summary>
    public IReadOnlyList<CaseParty> Parties { get; init; } = [];

    /// <summary>Keys of the moments that have passed in it; see <see cref="CaseMoment{TCase}"/>.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>Which time a question is asked, where it is more than the first.</summary>
    public IReadOnlyDictionary<string, int> Rounds { get; init; } = new Dictionary<string, int>();

    /// <summary>The last day it is kept, local date; null while it is open.</summary>
    public DateOnly? RetainUntil { get; init; }

    /// <summary>Which run of its orchestration drives it; see <see cref="InstanceId"/>.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>How many lines its timeline has; gives the next one its place.</summary>
    public int TimelineCount { get; init; }

    /// <summary>A word for where it stands; never personal.</summary>
    [JsonIgnore]
    public abstract string StateWord { get; }

    /// <summary>True when nothing more happens in it.</summary>
    [JsonIgnore]
    public abstract bool IsClosed { get; }

    /// <summary>The orchestration instance that drives it.</summary>
    [JsonIgnore]
    public string InstanceId => $"{Id}-g{Generation}";

    /// <summary>The party that is this person, or null.</summary>
    public CaseParty? PartyOf(string personId) => Parties.FirstOrDefault(p => p.PersonId == personId);

    /// <summary>Which time a question is asked: 1 at first.</summary>
    public int RoundOf(string question) => Rounds.GetValueOrDefault(question, 1);
}

/// <summary>Changes that all cases know.</summary>
public static class CaseChanges
{
    /// <summary>The case with these questions to be asked anew.</summary>
    public static TCase Again<TCase>(this TCase @case, params ReadOnlySpan<string> questions)
        where TCase : CaseRecord
    {
        var rounds = new Dictionary<string, int>(@case.Rounds, StringComparer.Ordinal);
        foreach (var question in questions)
            rounds[question] = @case.RoundOf(question) + 1;
        return (TCase)(@case with { Rounds = rounds });
    }
}
