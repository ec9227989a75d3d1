using System.Runtime.CompilerServices;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers;

/// <summary>Reads and changes the volunteers.</summary>
public sealed class VolunteerBook(IRegister register, PersonalLinks links, TimeProvider time)
{
    private const string Index = "ix-volunteers";

    /// <summary>Where volunteers find their own page.</summary>
    public const string Page = "/frivillig";

    /// <summary>The id of a volunteer's link to their own page: theirs for as long as they are in the register.</summary>
    public static string TokenIdOf(string personId) => Ids.Derive("volunteer", personId);

    /// <summary>The volunteer, or null.</summary>
    public Task<Stored<Volunteer>?> GetAsync(string personId, CancellationToken cancellation = default) =>
        register.GetAsync<Volunteer>(Partitions.Person(personId), Volunteer.Row, cancellation);

    /// <summary>The volunteers of a department, those who have stopped among them.</summary>
    public async IAsyncEnumerable<(string PersonId, Volunteer Volunteer)> OfAsync(string departmentId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var place in register.QueryAsync<VolunteerPlace>(Index, departmentId + "|", cancellation: cancellation))
        {
            if (await GetAsync(place.Value.PersonId, cancellation) is { } volunteer && volunteer.Value.DepartmentId == departmentId)
                yield return (place.Value.PersonId, volunteer.Value);
        }
    }

    /// <summary>Changes a volunteer, again as often as another one wrote first.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="change">Null where there is nothing (more) to do.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<bool> ChangeAsync(string personId, Func<Volunteer, Volunteer?> change, CancellationToken cancellation) =>
        ChangeAsync(personId, (_, volunteer) => Task.FromResult(change(volunteer)), cancellation);

    /// <summary>The same, with what else belongs into the batch: lines of the timeline, messages.</summary>
    /// <returns>False where there was nothing to do.</returns>
    public async Task<bool> ChangeAsync(string personId, Func<RegisterBatch, Volunteer, Task<Volunteer?>> change, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await GetAsync(personId, cancellation) is not { } old)
                return false;
            var batch = new RegisterBatch(old.Partition);
            if (await change(batch, old.Value) is not { } next)
                return false;
            if (await register.CommitAsync(batch.Replace(Volunteer.Row, next, old.ETag), cancellation) == CommitOutcome.Done)
                return true;
        }
    }

    /// <summary>Adds a line to the volunteer's own timeline.</summary>
    internal static Volunteer Note(RegisterBatch batch, Volunteer volunteer, TimelineLine line)
    {
        var next = volunteer with { TimelineCount = volunteer.TimelineCount + 1 };
        batch.Insert(TimelineLine.RowOf(line.At, next.TimelineCount), line);
        return next;
    }

    /// <summary>Removes the look-up row of a volunteer who is deleted.</summary>
    internal static void Forget(RegisterBatch batch, Volunteer volunteer, string personId) => batch.Unindex(Index, $"{volunteer.DepartmentId}|{personId}");

    /// <summary>Makes the applicant a volunteer; one who was made already is left as they are.</summary>
    public async Task WelcomeAsync(VolunteerApplication application, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            var old = await GetAsync(application.PersonId, cancellation);
            if (old?.Value.ApplicationId == application.Id)
                return;
            var volunteer = new Volunteer
            {
                DepartmentId = application.DepartmentId,
                Functions = application.Content.Functions,
                Since = WallTime.LocalDate(time.GetUtcNow()),
                State = VolunteerState.Active,
                ApplicationId = application.Id,
                Certificates = application.Certificates,
                Declaration = application.Declaration,
                BirthDate = application.Content.BirthDate ?? old?.Value.BirthDate,
                TimelineCount = old?.Value.TimelineCount ?? 0,
            };
            var batch = new RegisterBatch(Partitions.Person(application.PersonId));
            if (old is null)
                batch.Insert(Volunteer.Row, volunteer);
            else
                batch.Replace(Volunteer.Row, volunteer, old.ETag);
            if (old is null)
                links.Issue(batch, LinkPurpose.Volunteer, application.PersonId, "volunteer", application.PersonId, DateTimeOffset.MaxValue, TokenIdOf(application.PersonId));
            batch.Index(Index, $"{volunteer.DepartmentId}|{application.PersonId}", new VolunteerPlace(application.PersonId));
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return;
        }
    }
}

/// <summary>A look-up row that leads to a volunteer.</summary>
/// <param name="PersonId">Who.</param>
[RegisterRecord("ix-volunteer", 1)]
internal sealed record VolunteerPlace(string PersonId);
