using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>
/// A consent withdrawn at the referral stops the year at once, and a proposal that is still open comes to nothing; where the talk after it ends the referral, the year ends too (rules-and-sources.md 1.13 no. 8).
/// Visits rest with a family whose staff have said so while a certificate is missing (rules-and-sources.md 4.1 no. 4). Any other pause of a family is talked about first, before its year is touched.
/// </summary>
internal sealed class CourseFollower(CaseBook<FamilyCourse> courses, CaseBook<FamilyMatch> matches, CaseServices services) : IHjemTilOsFollower
{
    /// <inheritdoc />
    public async Task FollowAsync(FriendFamily family, CancellationToken cancellation)
    {
        if (family.MatchId is not { } matchId)
            return;
        var today = WallTime.LocalDate(services.Now);
        await courses.MoveAsync(
            FamilyMatch.CourseIdOf(matchId),
            family.RestsForCertificate ? CourseWords.Paused : CourseWords.Resumed,
            null,
            course => (course, family.RestsForCertificate) switch
            {
                ({ IsOver: true } or { Ending: not null }, _) => null,
                // a family that has stopped gets no certificate: what becomes of the year is asked of staff
                ({ Pauses: [.., { IsOver: false, Reason: PauseReason.Certificate } rest] }, _) when family.IsClosed => course with { Pauses = [.. course.Pauses.SkipLast(1), rest with { Reason = PauseReason.Other }] },
                ({ IsPaused: false }, true) => CourseChanges.Rest(course, PauseReason.Certificate, today, null, today).Value,
                ({ Pauses: [.., { IsOver: false, Reason: PauseReason.Certificate }] }, false) => CourseChanges.Resume(course, today),
                _ => null,
            },
            cancellation);
    }

    /// <inheritdoc />
    public async Task FollowAsync(Referral referral, CancellationToken cancellation)
    {
        if (referral is not { State: ReferralState.ConsentWithdrawn or ReferralState.Withdrawn or ReferralState.Rejected, MatchId: { } matchId })
            return;
        var today = WallTime.LocalDate(services.Now);
        await matches.MoveAsync(matchId, CourseWords.ConsentWithdrawn, null, match => match.IsClosed ? null : match with { IsOff = true }, cancellation);
        if (referral.IsClosed)
        {
            await courses.MoveAsync(FamilyMatch.CourseIdOf(matchId), CourseWords.Ends, null, course => course.IsOver || course.Ending is not null ? null : CourseEnd.Begin(course, EndingReason.Consent, today, today), cancellation);
            return;
        }

        await courses.MoveAsync(
            FamilyMatch.CourseIdOf(matchId),
            CourseWords.ConsentWithdrawn,
            null,
            course => course.IsOver || course.Pauses is [.., { IsOver: false, Reason: PauseReason.Consent }] || CourseChanges.Rest(course, PauseReason.Consent, today, null, today) is not { IsOk: true, Value: var paused } ? null : paused,
            cancellation);
    }
}
