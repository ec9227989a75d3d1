using System.Globalization;
using Husrum.Core.Gatherings;

namespace Husrum.Core.Reconciliation.Rules;

/// <summary>What a gathering owes its guests: the invitation, once for each time it was set to, and the word that it is called off.</summary>
internal static class OwedToGuests
{
    /// <summary>The messages of the round that holds.</summary>
    public static IEnumerable<OwedMessage> Of(Gathering gathering, IReadOnlyList<Guest> guests)
    {
        var round = gathering.Round.ToString(CultureInfo.InvariantCulture);
        // invited when it was set; whoever came among the volunteers later, when the others were asked again
        if (gathering.State != GatheringState.Cancelled)
        {
            foreach (var guest in guests.Where(g => g.Round == gathering.Round))
                yield return new OwedMessage("gathering-invitation", gathering.Changed) { Step = "invite-" + round, PersonId = guest.PersonId, AnyLater = true };
        }
        else
        {
            foreach (var guest in guests)
                yield return new OwedMessage("gathering-cancelled", gathering.Changed) { Step = "cancelled-" + round, PersonId = guest.PersonId };
            yield break;
        }

        // the day before at 17:00 to all who had said yes by then; who answers later has the date in mind
        var reminder = DanishHours.Utc(DanishHours.Day(gathering.Starts).AddDays(-1), new TimeOnly(17, 0));
        if (reminder <= gathering.Changed)
            yield break;
        foreach (var guest in guests.Where(g => g.AnsweredRound == gathering.Round && g.Comes == true))
            yield return new OwedMessage("gathering-reminder", reminder) { Step = "remind-" + round, PersonId = guest.PersonId, MayBeMissing = true };
    }
}
