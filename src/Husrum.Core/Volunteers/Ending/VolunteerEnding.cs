using Husrum.Core.Cases;
using Husrum.Core.Retention;
using Husrum.Core.Volunteers.Functions;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Volunteers.Ending;

/// <summary>What follows when a volunteer has stopped, however it came about: what was under way for them ends, and the time for which they are kept begins.</summary>
public sealed class VolunteerEnding(VolunteerBook volunteers, Lazy<CaseBook<CertificateRenewal>> renewals, Lazy<CaseBook<FunctionRequest>> functions, CaseServices services)
{
    internal const string StoppedWord = "stopped";

    /// <summary>Makes them one who has stopped; may be asked any number of times.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="applies">Whether this ending is the one that is under way for them.</param>
    /// <param name="on">The last day, local date.</param>
    /// <param name="reason">How it came about.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task StopAsync(string personId, Func<Volunteer, bool> applies, DateOnly on, StopReason reason, CancellationToken cancellation)
    {
        await volunteers.ChangeAsync(
            personId,
            (batch, volunteer) =>
            {
                if (!applies(volunteer))
                    return Task.FromResult<Volunteer?>(null);
                var stopped = volunteer with { State = VolunteerState.Stopped, StoppedOn = on, StoppedBy = reason, LeaveId = null, FarewellId = null };
                if (VolunteerRetention.NextDay(stopped, on) is { } day)
                    RetentionIndex.Add(batch, day);
                return Task.FromResult<Volunteer?>(VolunteerBook.Note(batch, stopped, new TimelineLine(StoppedWord, services.Now)));
            },
            cancellation);
        if ((await volunteers.GetAsync(personId, cancellation))?.Value.State == VolunteerState.Stopped)
            await CloseOthersAsync(personId, cancellation);
    }

    private async Task CloseOthersAsync(string personId, CancellationToken cancellation)
    {
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (place.Value.Process == renewals.Value.Name)
                await renewals.Value.MoveAsync(place.Value.CaseId, StoppedWord, null, renewal => renewal with { Moot = true }, cancellation);
            else if (place.Value.Process == functions.Value.Name)
                await functions.Value.MoveAsync(place.Value.CaseId, StoppedWord, null, request => request with { State = FunctionState.NotTaken }, cancellation);
        }
    }
}
