using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>A consent withdrawn at the referral stops the year at once, and a proposal that is still open comes to nothing (rules-and-sources.md 1.13 no. 8).</summary>
internal sealed class CourseFollower(CaseBook<FamilyCourse> courses, CaseBook<FamilyMatch> matches, CaseServices services) : IHjemTilOsFollower
{
    /// <inheritdoc />
    public Task FollowAsync(FriendFamily family, CancellationToken cancellation) => Task.CompletedTask; // staff talk with a family before its year is touched

    /// <inheritdoc />
    public async Task FollowAsync(Referral referral, CancellationToken cancellation)
    {
        if (referral is not { State: ReferralState.ConsentWithdrawn, MatchId: { } matchId })
            return;
        var today = WallTime.LocalDate(services.Now);
        await matches.MoveAsync(matchId, "consent-withdrawn", null, match => match.IsClosed ? null : match with { IsOff = true }, cancellation);
        await courses.MoveAsync(
            FamilyMatch.CourseIdOf(matchId),
            CourseWords.ConsentWithdrawn,
            null,
            course => course.IsOver || course.Pauses is [.., { IsOver: false, Reason: PauseReason.Consent }] || CourseChanges.Rest(course, PauseReason.Consent, today, null, today) is not { IsOk: true, Value: var paused } ? null : paused,
            cancellation);
    }
}
