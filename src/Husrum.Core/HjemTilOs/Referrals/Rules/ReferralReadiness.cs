using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Steps;

namespace Husrum.Core.HjemTilOs.Referrals.Rules;

/// <summary>The gate of the waiting list: nothing is proposed before all of it is there.</summary>
public static class ReferralReadiness
{
    /// <summary>So long at least a child waits on after a match that came to nothing, before it is asked whether it still should: a month less than this.</summary>
    public const int MonthsAfterNo = 2;

    /// <summary>True where consents (or the exception) are there, and at an institution the visit and the meeting.</summary>
    public static bool IsComplete(Referral referral) =>
        ConsentRule.IsMet(referral) && (!ConsentRule.IsInstitution(referral.Living) || referral is { ChildVisitedOn: not null, StartUpMeetingOn: not null });

    /// <summary>The referral, on to the waiting list where all of it is there. One that was ready before keeps its place in the line.</summary>
    public static Referral Settle(Referral referral, DateOnly today, int waitingMonths) =>
        referral.State == ReferralState.Gathering && IsComplete(referral)
            ? referral with { State = ReferralState.Ready, ReadyOn = referral.ReadyOn ?? today, WaitUntil = referral.WaitUntil ?? DueDates.AddMonths(today, waitingMonths) }
            : referral;

    /// <summary>The referral, waiting again after a match or a year, in its old place in the line. Nobody is closed unasked: staff are asked anew, so many months from now at the earliest less one.</summary>
    public static Referral WaitsAgain(Referral referral, DateOnly today, int months)
    {
        var until = DueDates.AddMonths(today, months);
        return (referral with { MatchId = null, WaitUntil = referral.WaitUntil > until ? referral.WaitUntil : until }).Again(StillWaiting.Name);
    }

    /// <summary>The referral, on to the gathering.</summary>
    public static Referral Begin(Referral referral, DateTimeOffset at, int waitingMonths) =>
        Settle(referral with { State = ReferralState.Gathering, GatheringSince = at }, WallTime.LocalDate(at), waitingMonths);

    /// <summary>The referral, closed by staff; null where it is closed, is not confirmed yet, has a match, or waits for a talk about a consent (which has an end of its own).</summary>
    public static Referral? Closed(Referral referral) =>
        referral is { State: ReferralState.Assessing or ReferralState.Gathering or ReferralState.Ready, MatchId: null } ? referral with { State = ReferralState.Rejected } : null;
}
