using Husrum.Core.Calendar;
using Husrum.Core.Register;

namespace Husrum.Core.Volunteers;

/// <summary>Reads and changes the volunteers.</summary>
public sealed class VolunteerBook(IRegister register, TimeProvider time)
{
    private const string Index = "ix-volunteers";

    /// <summary>The volunteer, or null.</summary>
    public Task<Stored<Volunteer>?> GetAsync(string personId, CancellationToken cancellation = default) =>
        register.GetAsync<Volunteer>(Partitions.Person(personId), Volunteer.Row, cancellation);

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
