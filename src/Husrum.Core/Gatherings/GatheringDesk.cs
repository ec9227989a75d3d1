using Husrum.Core.Links;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Gatherings;

/// <summary>What those invited do, by their link: look, say whether they come, change their mind. Looking changes nothing.</summary>
public sealed class GatheringDesk(IRegister register, GatheringBook book, PersonalLinks links, PersonDirectory people, TimeProvider time)
{
    /// <summary>Where people answer an invitation.</summary>
    public const string Page = "/moede";

    /// <summary>Where staff see their department's gatherings.</summary>
    public const string StaffPage = "/moeder";

    /// <summary>The invitation behind a link; null where it does not work.</summary>
    public async Task<InvitationView?> ViewAsync(string? token, CancellationToken cancellation = default)
    {
        if (await FindAsync(token, cancellation) is not { } found || await people.GetAsync(found.Guest.Value.PersonId, cancellation) is not { Value: var person })
            return null;
        var gathering = found.Gathering;
        return new InvitationView(person.Name, person.Language, gathering, found.Guest.Value.AnswerFor(gathering.Round), IsOpen(gathering));
    }

    /// <summary>Notes whether the person comes. Said twice it is said once; the last word counts until it begins.</summary>
    /// <returns>False where the link does not work, or it has begun or was called off.</returns>
    public async Task<bool> AnswerAsync(string? token, bool comes, CancellationToken cancellation = default)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await FindAsync(token, cancellation) is not { } found || !IsOpen(found.Gathering))
                return false;
            var (guest, round) = (found.Guest, found.Gathering.Round);
            if (guest.Value.AnswerFor(round) == comes)
                return true;
            var batch = new RegisterBatch(guest.Partition).Replace(guest.Row, guest.Value with { Comes = comes, AnsweredRound = round }, guest.ETag);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return true;
        }
    }

    private bool IsOpen(Gathering gathering) => gathering.State == GatheringState.Planned && time.GetUtcNow() < gathering.Starts;

    private async Task<(Gathering Gathering, Stored<Guest> Guest)?> FindAsync(string? token, CancellationToken cancellation) =>
        await links.ResolveAsync(token, LinkPurpose.Gathering, cancellation) is { Value: { PersonId: { } personId, CaseId: var id } } link
        && await book.GetAsync(id, cancellation) is { Value: var gathering }
        && await register.GetAsync<Guest>(link.Partition, Guest.RowOf(personId), cancellation) is { } guest
            ? (gathering, guest)
            : null;
}

/// <summary>An invitation as its page shows it.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Language">Theirs.</param>
/// <param name="Gathering">To what.</param>
/// <param name="Comes">What they have said; null for nothing yet.</param>
/// <param name="IsOpen">Whether they can still say.</param>
public sealed record InvitationView(string Name, string Language, Gathering Gathering, bool? Comes, bool IsOpen);
