using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>How whoever matches reads the waiting list, takes a child up and lets it go.</summary>
public sealed class ReferralDesk(CaseBook<Referral> book, CaseServices services)
{
    /// <summary>A match takes the child up.</summary>
    /// <returns>False where the child does not wait, and is not this match's already.</returns>
    public async Task<bool> TakeAsync(string referralId, string matchId, CancellationToken cancellation = default) =>
        await book.MoveAsync(referralId, ReferralWords.Matched, null, old => old.IsWaiting ? old with { MatchId = matchId } : null, cancellation)
        || (await book.GetAsync(referralId, cancellation))?.Value.MatchId == matchId;

    /// <summary>A match lets the child go: it waits again, in its old place.</summary>
    public Task<bool> ReleaseAsync(string referralId, string matchId, CancellationToken cancellation = default) =>
        book.MoveAsync(referralId, ReferralWords.Waiting, null, old => old.MatchId == matchId ? ReferralReadiness.WaitsAgain(old, WallTime.LocalDate(services.Now), ReferralReadiness.MonthsAfterNo) : null, cancellation);

    /// <summary>The child's year is over, or it ended before and no other is wished for.</summary>
    public Task<bool> FinishAsync(string referralId, string matchId, CancellationToken cancellation = default) =>
        book.MoveAsync(referralId, ReferralWords.Finished, null, old => old.MatchId == matchId ? old with { State = ReferralState.Finished } : null, cancellation);

    /// <summary>The children who wait, longest first; of some departments, or of all.</summary>
    public async Task<IReadOnlyList<Referral>> WaitingAsync(IReadOnlyCollection<string>? departments = null, CancellationToken cancellation = default) =>
        [.. (await OpenAsync(departments, cancellation)).Where(referral => referral.IsWaiting).OrderBy(referral => referral.ReadyOn).ThenBy(referral => referral.Id, StringComparer.Ordinal)];

    /// <summary>The referrals that are not closed.</summary>
    public async Task<IReadOnlyList<Referral>> OpenAsync(IReadOnlyCollection<string>? departments = null, CancellationToken cancellation = default)
    {
        var found = new List<Referral>();
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process == book.Name && (await book.GetAsync(place.Value.CaseId, cancellation))?.Value is { IsClosed: false } referral && departments?.Contains(referral.DepartmentId) != false)
                found.Add(referral);
        }

        return found;
    }
}
