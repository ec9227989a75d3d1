using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>The rows of a case besides its record, as they are read at one moment.</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="Process">A word for what it is.</param>
/// <param name="DepartmentId">Whose it is.</param>
/// <param name="Now">UTC.</param>
internal sealed record CaseLedger(string CaseId, string Process, string DepartmentId, DateTimeOffset Now)
{
    /// <summary>So long after its moment something may still be under way.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public IReadOnlyList<Stored<Notice>> Notices { get; init; } = [];

    public IReadOnlyList<DecisionRecord> Decisions { get; init; } = [];

    public IReadOnlyList<TimelineLine> Timeline { get; init; } = [];

    /// <summary>Those whom no message can reach, by id.</summary>
    public IReadOnlySet<string> Unreachable { get; init; } = new HashSet<string>();

    /// <summary>Instants of what happened by people's hands and is told by one of these words.</summary>
    public IEnumerable<DateTimeOffset> When(Func<string, bool> word) => Timeline.Where(line => word(line.What)).Select(line => line.At);

    /// <summary>When something happened in it last, UTC; null where nothing has.</summary>
    public DateTimeOffset? LastLine => Timeline.Count == 0 ? null : Timeline.Max(line => line.At);

    /// <summary>The question of this name that was asked last, or null.</summary>
    public DecisionRecord? Asked(string question) => Decisions.Where(d => d.Question == question).MaxBy(d => d.Round);
}
