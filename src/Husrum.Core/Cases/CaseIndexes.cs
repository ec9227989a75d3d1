using System.Globalization;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Cases;

/// <summary>The look-ups cases are found by. They are hints: who reads one looks at the case itself.</summary>
internal static class CaseIndexes
{
    /// <summary>Cases in which something is still to happen.</summary>
    public const string Open = "ix-open-cases";

    /// <summary>A person's cases, in the order in which they began.</summary>
    public const string OfPerson = "ix-person-cases";

    /// <summary>Adds what follows from a change to its batch.</summary>
    public static void Write(RegisterBatch batch, string process, CaseRecord? old, CaseRecord next)
    {
        var place = new CasePlace(process, next.Id);
        var (before, now) = (old is null ? [] : People(old), People(next));
        foreach (var person in now.Except(before, StringComparer.Ordinal))
            batch.Index(OfPerson, PersonRow(next, person), place);
        foreach (var person in before.Except(now, StringComparer.Ordinal))
            batch.Unindex(OfPerson, PersonRow(next, person));
        if (!next.IsClosed)
            batch.Index(Open, OpenRow(next), place);
        else
            batch.Unindex(Open, OpenRow(next));
        if (old?.RetainUntil == next.RetainUntil)
            return;
        if (old?.RetainUntil is { } kept)
            RetentionIndex.Remove(batch, kept.AddDays(1));
        if (next.RetainUntil is { } until)
            RetentionIndex.Add(batch, until.AddDays(1));
    }

    /// <summary>Removes all look-ups of a case that is deleted.</summary>
    public static void Remove(RegisterBatch batch, CaseRecord @case)
    {
        batch.Unindex(Open, OpenRow(@case));
        foreach (var person in People(@case))
            batch.Unindex(OfPerson, PersonRow(@case, person));
    }

    /// <summary>All rows of a person.</summary>
    public static string PersonPrefix(string personId) => personId + "|";

    private static string OpenRow(CaseRecord @case) => @case.DepartmentId + "|" + Stamp(@case);

    private static string PersonRow(CaseRecord @case, string personId) => PersonPrefix(personId) + Stamp(@case);

    /// <summary>Everybody a case is about.</summary>
    public static IReadOnlyList<string> People(CaseRecord @case) => [.. @case.Parties.Select(p => p.PersonId).Prepend(@case.PersonId).Distinct(StringComparer.Ordinal)];

    private static string Stamp(CaseRecord @case) => string.Create(CultureInfo.InvariantCulture, $"{@case.Created.UtcDateTime:yyyyMMddHHmmss}-{@case.Id}");
}

/// <summary>A look-up row that leads to a case.</summary>
/// <param name="Process">Its process.</param>
/// <param name="CaseId">The case.</param>
[RegisterRecord("ix-case", 1)]
internal sealed record CasePlace(string Process, string CaseId);
