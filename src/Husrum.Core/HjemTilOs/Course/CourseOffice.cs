using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.People;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>What staff see of courses and do in them, signed in: those of their departments; leaders all.</summary>
public sealed class CourseOffice(CaseBook<FamilyCourse> book, CourseProcess process, CaseServices services)
{
    /// <summary>Where the list is; a course has its id behind it.</summary>
    public const string Page = "/forloeb";

    /// <summary>The courses a staff member may see, those that end first first; empty for one who is no staff.</summary>
    public async Task<IReadOnlyList<CourseView>> AllAsync(string personId, CancellationToken cancellation = default)
    {
        var found = new List<CourseView>();
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process == book.Name && await ViewAsync(place.Value.CaseId, personId, cancellation) is { } view)
                found.Add(view);
        }

        return [.. found.OrderBy(v => v.Picture.Until).ThenBy(v => v.CaseId, StringComparer.Ordinal)];
    }

    /// <summary>A course; null where there is none, or it is not theirs to see.</summary>
    public async Task<CourseView?> ViewAsync(string caseId, string personId, CancellationToken cancellation = default)
    {
        if (!Register.RegisterKey.IsKey(process.PartitionPrefix + caseId) || await book.GetAsync(caseId, cancellation) is not { Value: var course } || !await MayAsync(course, personId, cancellation))
            return null;
        var reader = await services.People.ReachAsync(personId, cancellation);
        var work = await ((ICaseProcess)book).WorkAsync(caseId, personId, cancellation);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in course.Parties.Select(p => p.PersonId).Append(course.PersonId).Distinct(StringComparer.Ordinal))
            names[id] = (await services.People.GetAsync(id, cancellation))?.Value.Name ?? "";
        return new CourseView(caseId, personId, reader?.Person.Name ?? "", reader?.Person.Language ?? "da", null, course, process.StandsAt(course), CoursePicture.Of(course, services.Organisation, null, Today), work?.WaitsFor ?? [], await book.EventsAsync(caseId, cancellation), names);
    }

    /// <summary>A course is to end. Whose initiative it is decides what follows.</summary>
    public Task<CourseResult> EndAsync(string caseId, string personId, EndingReason reason, string lastDay, CancellationToken cancellation = default)
    {
        var day = Today;
        return lastDay.Trim().Length > 0 && !HtoWords.TryDay(lastDay, out day)
            ? Task.FromResult<CourseResult>(new CourseResult.Refused("lastDay", new("Vælg en dag.", "Please pick a day.")))
            : ChangeAsync(caseId, personId, CourseWords.Ends, "lastDay", course => course.Ending is not null ? course : CourseEnd.Begin(course, reason, day, Today), cancellation);
    }

    /// <summary>Visits rest, until staff say that they go on.</summary>
    public Task<CourseResult> RestAsync(string caseId, string personId, PauseReason reason, CancellationToken cancellation = default) =>
        ChangeAsync(caseId, personId, reason == PauseReason.Consent ? CourseWords.ConsentWithdrawn : CourseWords.Paused, "reason", course => CourseChanges.Rest(course, reason, Today, null, Today), cancellation);

    /// <summary>The municipality asks for more, through us.</summary>
    public Task<CourseResult> RequestAsync(string caseId, string personId, RequestKind what, CancellationToken cancellation = default) =>
        ChangeAsync(caseId, personId, CourseWords.Requested, "what", course => course.Requests.Any(r => r.What == what && r.On == Today) ? course : CourseChanges.Request(course, what, byFamily: false, Today), cancellation);

    private DateOnly Today => WallTime.LocalDate(services.Now);

    private async Task<CourseResult> ChangeAsync(string caseId, string personId, string word, string field, Func<FamilyCourse, Reading<FamilyCourse>> change, CancellationToken cancellation)
    {
        if (await ViewAsync(caseId, personId, cancellation) is null)
            return new CourseResult.Gone();
        Bilingual? problem = null;
        await book.MoveAsync(
            caseId,
            word,
            personId,
            course =>
            {
                var reading = course.IsOver ? new Bilingual("Forløbet er slut.", "The visits have ended.") : change(course);
                problem = reading.Problem;
                return reading.IsOk && !ReferenceEquals(reading.Value, course) ? reading.Value : null;
            },
            cancellation);
        return problem is null ? new CourseResult.Done() : new CourseResult.Refused(field, problem);
    }

    private async Task<bool> MayAsync(FamilyCourse course, string personId, CancellationToken cancellation) =>
        await services.Staff.GetAsync(personId, cancellation) is { Value: var member } && (member.Roles.Contains(StaffRole.Leader)
            || ((member.Roles.Contains(StaffRole.Coordinator) || member.Roles.Contains(StaffRole.Deputy)) && member.Departments.Contains(course.DepartmentId, StringComparer.Ordinal)));
}
