using Husrum.Core.Calendar;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.Volunteers.Ending;

/// <summary>
/// Takes a person out of the directory when nothing holds them any more: no office, no case, no claim under way, and not a volunteer, or one whose time after stopping is over.
/// Whoever is still held is looked at again.
/// </summary>
internal sealed class PersonRetention(IRegister register, PersonDirectory people, VolunteerBook volunteers, IEnumerable<IPersonHold> holds) : RetainedKind
{
    /// <inheritdoc />
    public override string PartitionPrefix => "person:";

    /// <inheritdoc />
    public override async Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation)
    {
        var personId = partition[PartitionPrefix.Length..];
        if (await people.ReachAsync(personId, cancellation) is not { } person || await people.GetAsync(personId, cancellation) is not { } stored)
            return;
        var volunteer = (await volunteers.GetAsync(personId, cancellation))?.Value;
        if (volunteer is { State: not VolunteerState.Stopped } or { StoppedOn: null })
            return; // looked at again when they stop
        if (volunteer is { StoppedOn: { } stopped } && VolunteerRetention.CertificatesUntil(stopped) < today)
            await volunteers.ChangeAsync(personId, v => v.Certificates.Count > 0 && v.State == VolunteerState.Stopped ? v with { Certificates = [] } : null, cancellation);
        var next = volunteer is null ? null : VolunteerRetention.NextDay(volunteer with { Certificates = VolunteerRetention.CertificatesUntil(volunteer.StoppedOn!.Value) < today ? [] : volunteer.Certificates }, today);
        if (next is null && await IsHeldAsync(personId, cancellation))
            next = DueDates.AddMonths(today, 1);
        if (next is { } day)
        {
            await register.CommitAsync(RetentionIndex.Add(new RegisterBatch(partition), day), cancellation);
            return;
        }

        if (!await PartitionEraser.EraseAsync(register, partition, Person.Row, stored.ETag, batch => Forget(batch, person, volunteer), cancellation))
            throw new RegisterException("A person changed while they were being deleted.");
    }

    private static void Forget(RegisterBatch batch, Reachable person, Volunteer? volunteer)
    {
        if (person.Email is { } email)
            batch.Unindex(Partitions.EmailIndex, EmailKey.IndexRow(email));
        if (volunteer is not null)
            VolunteerBook.Forget(batch, volunteer, person.Person.Id);
    }

    private async Task<bool> IsHeldAsync(string personId, CancellationToken cancellation)
    {
        foreach (var hold in holds)
        {
            if (await hold.HoldsAsync(personId, cancellation))
                return true;
        }

        return false;
    }
}
