using Husrum.Core.Calendar;
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

    /// <summary>Changes a volunteer, again as often as another one wrote first.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="change">Null where there is nothing (more) to do.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task ChangeAsync(string personId, Func<Volunteer, Volunteer?> change, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await GetAsync(personId, cancellation) is not { } old || change(old.Value) is not { } next)
                return;
            if (await register.CommitAsync(new RegisterBatch(old.Partition).Replace(Volunteer.Row, next, old.ETag), cancellation) == CommitOutcome.Done)
                return;
        }
    }

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
