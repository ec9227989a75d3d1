using System.Runtime.CompilerServices;
using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>Finds and keeps staff: which people work for the organisation, as what, where.</summary>
/// <param name="register">Where they are kept.</param>
/// <param name="ids">Security stamps.</param>
public sealed class StaffDirectory(IRegister register, Ids ids)
{
    /// <summary>A person's staff row, or null.</summary>
    public Task<Stored<StaffMember>?> GetAsync(string personId, CancellationToken cancellation = default) =>
        register.GetAsync<StaffMember>(Partitions.Person(personId), StaffMember.Row, cancellation);

    /// <summary>All staff, in the order of their ids.</summary>
    public async IAsyncEnumerable<(string PersonId, StaffMember Staff)> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var place in register.QueryAsync<StaffPlace>(Partitions.StaffIndex, cancellation: cancellation))
        {
            if (await GetAsync(place.Value.PersonId, cancellation) is { } staff)
                yield return (place.Value.PersonId, staff.Value);
        }
    }

    /// <summary>Gives a person these roles, departments and absence. Sessions go on, with the new rights.</summary>
    public Task PutAsync(string personId, IReadOnlyList<StaffRole> roles, IReadOnlyList<string> departments, Away? away = null, CancellationToken cancellation = default) =>
        ChangeAsync(personId, stamp => new StaffMember { Roles = roles, Departments = departments, Away = away, SecurityStamp = stamp }, cancellation);

    /// <summary>Makes a person staff no longer; their sessions end with their next request.</summary>
    public async Task RemoveAsync(string personId, CancellationToken cancellation = default) =>
        await register.CommitAsync((await WithoutSessionsAsync(personId, cancellation)).Delete(StaffMember.Row).Unindex(Partitions.StaffIndex, personId), cancellation);

    /// <summary>Ends all of the person's sessions; also one that begins at this moment, by the new stamp.</summary>
    public async Task SignOutEverywhereAsync(string personId, CancellationToken cancellation = default)
    {
        while (await GetAsync(personId, cancellation) is { } staff)
        {
            var batch = (await WithoutSessionsAsync(personId, cancellation)).Replace(StaffMember.Row, staff.Value with { SecurityStamp = ids.New() }, staff.ETag);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return;
        }
    }

    private async Task<RegisterBatch> WithoutSessionsAsync(string personId, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(Partitions.Person(personId));
        await foreach (var session in register.QueryAsync<StaffSessionRecord>(batch.Partition, StaffSessionRecord.RowPrefix, cancellation: cancellation))
            batch.Delete(session.Row);
        return batch;
    }

    private async Task ChangeAsync(string personId, Func<string, StaffMember> make, CancellationToken cancellation)
    {
        CommitOutcome outcome;
        do
        {
            var batch = new RegisterBatch(Partitions.Person(personId));
            if (await GetAsync(personId, cancellation) is { } old)
                batch.Replace(StaffMember.Row, make(old.Value.SecurityStamp), old.ETag);
            else
                batch.Insert(StaffMember.Row, make(ids.New()));
            outcome = await register.CommitAsync(batch.Index(Partitions.StaffIndex, personId, new StaffPlace(personId)), cancellation);
        }
        while (outcome == CommitOutcome.Conflict);
    }
}
