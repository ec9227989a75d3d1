using Husrum.Core.Calendar;
using Husrum.Core.Gatherings;
using Husrum.Core.Cases;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Volunteers.Leave;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Volunteers.Files;

/// <summary>What staff see of volunteers: lists by department, and a person's page. Departments they do not look after are not there for them.</summary>
public sealed class VolunteerFiles(VolunteerBook volunteers, CaseStories stories, UpcomingGatherings gatherings, CaseServices services)
{
    /// <summary>Where staff find the volunteers; followed by a person's id, their page.</summary>
    public const string StaffPage = "/frivillige";

    /// <summary>The departments the reader looks after, each with its volunteers; empty for one who looks after none.</summary>
    public async Task<IReadOnlyList<DepartmentList>> ListsAsync(string readerId, CancellationToken cancellation = default)
    {
        if (await services.Staff.GetAsync(readerId, cancellation) is not { Value: var reader })
            return [];
        var lists = new List<DepartmentList>();
        foreach (var department in services.Organisation.Departments.Where(d => reader.LooksAfter(d.Id)))
        {
            var lines = new List<VolunteerLine>();
            await foreach (var (personId, volunteer) in volunteers.OfAsync(department.Id, cancellation))
                lines.Add(await LineAsync(personId, volunteer, cancellation));
            lists.Add(new DepartmentList(department, [.. lines.OrderBy(l => l.Volunteer.State == VolunteerState.Stopped).ThenBy(l => l.Name, StringComparer.CurrentCulture).ThenBy(l => l.PersonId, StringComparer.Ordinal)]));
        }

        return lists;
    }

    /// <summary>A person's page; null where there is nothing of theirs that the reader may see.</summary>
    public async Task<PersonFile?> FileAsync(string personId, string readerId, CancellationToken cancellation = default)
    {
        if (await services.Staff.GetAsync(readerId, cancellation) is not { Value: var reader } || await services.People.ReachAsync(personId, cancellation) is not { } person)
            return null;
        var volunteer = await volunteers.GetAsync(personId, cancellation);
        var theirs = volunteer is not null && reader.LooksAfter(volunteer.Value.DepartmentId);
        var cases = await stories.OfAsync(personId, readerId, reader.LooksAfter, cancellation);
        if (!theirs && cases.Count == 0)
            return null;
        return new PersonFile(
            person,
            theirs ? await LineAsync(personId, volunteer!.Value, cancellation) : null,
            cases,
            theirs ? await EventsAsync(volunteer!.Partition, cancellation) : [],
            theirs ? (await AwayPeriods.OfAsync(services.Register, personId, cancellation)).Periods : []);
    }

    /// <summary>What a volunteer sees on their own page.</summary>
    public async Task<OwnPage> OwnAsync(VolunteerView view, CancellationToken cancellation = default)
    {
        var today = WallTime.LocalDate(services.Now);
        var line = await LineAsync(view.PersonId, view.Volunteer, cancellation);
        var away = (await AwayPeriods.OfAsync(services.Register, view.PersonId, cancellation)).Periods.Where(period => period.Until >= today);
        var open = (await stories.OfAsync(view.PersonId, view.PersonId, _ => true, cancellation)).Where(story => !story.IsClosed);
        return new OwnPage(view, [.. away], line.Blocked, [.. open], await gatherings.OfAsync(view.PersonId, view.Volunteer, cancellation));
    }

    private async Task<VolunteerLine> LineAsync(string personId, Volunteer volunteer, CancellationToken cancellation)
    {
        var today = WallTime.LocalDate(services.Now);
        var name = (await services.People.GetAsync(personId, cancellation))?.Value.Name ?? "";
        var away = (await AwayPeriods.OfAsync(services.Register, personId, cancellation)).On(today);
        var blocked = services.Organisation.Volunteering is { } volunteering && volunteer.State != VolunteerState.Stopped ? RenewalRules.Blocked(volunteer, volunteering, today).ToList() : [];
        return new VolunteerLine(personId, name, volunteer, away ?? (volunteer.LastAbsence is { } absence && absence.Covers(today) ? absence : null), blocked);
    }

    private async Task<IReadOnlyList<CaseEvent>> EventsAsync(string partition, CancellationToken cancellation)
    {
        var events = new List<CaseEvent>();
        await foreach (var line in services.Register.QueryAsync<TimelineLine>(partition, TimelineLine.Prefix, cancellation: cancellation))
            events.Add(new CaseEvent(line.Value.At, PersonLines.Words(line.Value, services.Organisation)));
        return events;
    }
}

/// <summary>A volunteer's own page.</summary>
/// <param name="View">Who, and what they are.</param>
/// <param name="Away">Times away that are not over.</param>
/// <param name="Blocked">Functions that pause until a certificate is renewed.</param>
/// <param name="Open">What is under way for them.</param>
/// <param name="Meetings">The meetings they have ahead, soonest first.</param>
public sealed record OwnPage(VolunteerView View, IReadOnlyList<Away> Away, IReadOnlyList<VolunteerFunction> Blocked, IReadOnlyList<CaseStory> Open, IReadOnlyList<OwnGathering> Meetings);

/// <summary>A department's volunteers.</summary>
/// <param name="Department">Which.</param>
/// <param name="Volunteers">Those who have stopped come last.</param>
public sealed record DepartmentList(Department Department, IReadOnlyList<VolunteerLine> Volunteers);

/// <summary>A volunteer in a list.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Volunteer">What they are.</param>
/// <param name="Away">The absence today lies in, or null.</param>
/// <param name="Blocked">The functions that are not theirs now, because a certificate is missing or overdue.</param>
public sealed record VolunteerLine(string PersonId, string Name, Volunteer Volunteer, Away? Away, IReadOnlyList<VolunteerFunction> Blocked);

/// <summary>A person as staff see them.</summary>
/// <param name="Person">Name and ways to reach them.</param>
/// <param name="Volunteer">What they are as a volunteer; null where they are none, or not the reader's to see.</param>
/// <param name="Cases">Their cases, newest first.</param>
/// <param name="Events">What happened outside of cases, oldest first.</param>
/// <param name="Away">Times away that they have told of.</param>
public sealed record PersonFile(Reachable Person, VolunteerLine? Volunteer, IReadOnlyList<CaseStory> Cases, IReadOnlyList<CaseEvent> Events, IReadOnlyList<Away> Away);
