using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>Something that does not balance: a task for a person, row <c>imbalance:{hash}</c> of the partition <c>reconciliation</c>. Ids and words only.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="CaseId">Which case.</param>
/// <param name="Process">A word for what it is.</param>
/// <param name="DepartmentId">Whose it is.</param>
/// <param name="Step">Which message or question, in a word.</param>
/// <param name="Due">UTC: when it should have happened.</param>
/// <param name="PersonId">Whom it concerns, where it is somebody.</param>
[RegisterRecord("imbalance", 1)]
public sealed record Imbalance(ImbalanceKind Kind, string CaseId, string Process, string DepartmentId, string Step, DateTimeOffset Due, string? PersonId = null)
{
    /// <summary>When it was seen first, UTC.</summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>Who has said that it is seen to; null where nobody has.</summary>
    public string? SettledBy { get; init; }

    internal string RowKey => ReconciliationBook.RowPrefix + Ids.Derive("imbalance", Kind.ToString(), CaseId, Step, PersonId ?? "", Due.UtcDateTime.ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>What can be out of balance.</summary>
public enum ImbalanceKind
{
    /// <summary>A message was due and there is none.</summary>
    Lost,

    /// <summary>Somebody was told the same twice.</summary>
    Doubled,

    /// <summary>A message was written for another moment than the rules say.</summary>
    Mistimed,

    /// <summary>Something waits, and nothing and nobody will move it.</summary>
    Stuck,
}
