using Husrum.Core.People;

namespace Husrum.Core.Refunds;

/// <summary>The people of a claim.</summary>
/// <param name="people">The directory.</param>
/// <param name="staff">The staff.</param>
internal sealed class RefundPeople(PersonDirectory people, StaffDirectory staff)
{
    /// <summary>The claimant as the claim has them: its name, address and language hold for it, whatever the directory says by now.</summary>
    public static Reachable Claimant(ExpenseClaim claim) => new(
        new Person { Id = claim.ClaimantId, Name = claim.Content.Name, Language = claim.Content.Language },
        claim.Content.Email,
        claim.Content.Phone);

    /// <summary>Everyone with a role who has an address, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Reachable>> WithRoleAsync(StaffRole role, CancellationToken cancellation)
    {
        var found = new List<Reachable>();
        await foreach (var (personId, member) in staff.AllAsync(cancellation))
        {
            if (member.Roles.Contains(role) && await people.ReachAsync(personId, cancellation) is { Email: not null } person)
                found.Add(person);
        }

        return found;
    }

    /// <summary>Those of the people who have an address.</summary>
    public async Task<IReadOnlyList<Reachable>> ReachAsync(IEnumerable<string> personIds, CancellationToken cancellation)
    {
        var found = new List<Reachable>();
        foreach (var id in personIds.Distinct(StringComparer.Ordinal))
        {
            if (await people.ReachAsync(id, cancellation) is { Email: not null } person)
                found.Add(person);
        }

        return found;
    }

    /// <summary>A person's name; empty where they are gone.</summary>
    public async Task<string> NameAsync(string? personId, CancellationToken cancellation) =>
        personId is not null && await people.GetAsync(personId, cancellation) is { } person ? person.Value.Name : "";
}
