using Husrum.Core.Calendar;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>The cases of a process as staff see them: those of the departments they look after. The others are not there for them.</summary>
/// <typeparam name="TCase">The case.</typeparam>
public sealed class CaseFiles<TCase>(CaseProcess<TCase> process, CaseBook<TCase> book, CaseServices services)
    where TCase : CaseRecord
{
    // after so many weekdays the first reminder of most questions has gone
    private const int Long = 3;

    /// <summary>The cases that are not closed: late ones first, then those that have waited long. Empty for one who looks after none.</summary>
    public async Task<IReadOnlyList<CaseFile<TCase>>> OpenAsync(string readerId, CancellationToken cancellation = default)
    {
        var files = new List<CaseFile<TCase>>();
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process == book.Name && await FindAsync(place.Value.CaseId, readerId, cancellation) is { Case.IsClosed: false } file)
                files.Add(file);
        }

        return [.. files.OrderByDescending(f => f.IsLate).ThenByDescending(f => f.HasWaitedLong).ThenBy(f => f.Since).ThenBy(f => f.Case.Id, StringComparer.Ordinal)];
    }

    /// <summary>A case, open or closed; null where there is none, or it is not theirs to see.</summary>
    public async Task<CaseFile<TCase>?> FindAsync(string caseId, string readerId, CancellationToken cancellation = default)
    {
        if (!RegisterKey.IsKey(process.PartitionPrefix + caseId)
            || await services.Staff.GetAsync(readerId, cancellation) is not { Value: var reader }
            || await book.GetAsync(caseId, cancellation) is not { Value: var @case }
            || !reader.LooksAfter(@case.DepartmentId)
            || await ((ICaseProcess)book).StoryAsync(caseId, readerId, cancellation) is not { } story)
            return null;
        var asked = story.WaitsFor.Where(wait => wait.IsAsked).Select(wait => wait.Since).ToList();
        var since = asked.Count > 0 ? asked.Min() : @case.Created;
        return new CaseFile<TCase>(@case, story, since, asked.Count > 0 && Weekdays.Add(WallTime.LocalDate(since), Long) <= WallTime.LocalDate(services.Now));
    }
}

/// <summary>A case as staff see it.</summary>
/// <typeparam name="TCase">The case.</typeparam>
/// <param name="Case">All of it.</param>
/// <param name="Story">Where it stands, what it waits for, and what has happened.</param>
/// <param name="Since">The oldest question that is asked, UTC; when the case began where none is.</param>
/// <param name="HasWaitedLong">True where that has waited for three weekdays or more, whoever it is that is asked.</param>
public sealed record CaseFile<TCase>(TCase Case, CaseStory Story, DateTimeOffset Since, bool HasWaitedLong)
    where TCase : CaseRecord
{
    /// <summary>True where something of it is past its time.</summary>
    public bool IsLate => Story.WaitsFor.Any(wait => wait.IsLate);
}
