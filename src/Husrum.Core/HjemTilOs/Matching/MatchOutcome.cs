using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Rules;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>What a match leaves elsewhere: the year that begins, or child and family free for the next proposal. May run any number of times.</summary>
/// <param name="courses">Courses; found when they are first needed, as all of these: they need one another.</param>
/// <param name="families">Families.</param>
/// <param name="referrals">Referrals; null inside where the program does not take them in.</param>
/// <param name="services">What cases work with.</param>
public sealed class MatchOutcome(Lazy<CaseBook<FamilyCourse>> courses, Lazy<CaseBook<FriendFamily>?> families, Lazy<CaseBook<Referral>?> referrals, CaseServices services)
{
    /// <summary>Begins the year of a match that was made; frees both of one that came to nothing.</summary>
    public async Task SettleAsync(FamilyMatch match, CancellationToken cancellation = default)
    {
        if (match.IsOff)
        {
            await FreeAsync(match.ReferralId, match.FamilyId, match.Id, cancellation);
            return;
        }

        if (match.Agreement is not { } agreement || match.First?.HeldOn is not { } met || await courses.Value.GetAsync(match.CourseId, cancellation) is not null)
            return;
        var course = new FamilyCourse
        {
            Id = match.CourseId,
            DepartmentId = match.DepartmentId,
            PersonId = match.PersonId,
            Created = services.Now,
            Parties = match.Parties,
            ReferralId = match.ReferralId,
            FamilyId = match.FamilyId,
            StartedOn = met,
            MunicipalityId = match.MunicipalityId,
            Agreements = [agreement],
        };
        await services.Register.CommitAsync(courses.Value.Insert(course, CourseWords.Started), cancellation); // a conflict means that it has begun before
    }

    /// <summary>A year is over: the family is free, and the child waits again where it wishes another family ("ønsker om genmatch", seed 004_bab00eb426d4101c); else its referral is finished.</summary>
    public async Task EndedAsync(FamilyCourse course, CancellationToken cancellation = default)
    {
        if (families.Value is { } homes)
            await homes.MoveAsync(course.FamilyId, FamilyWords.Free, null, family => IsOf(family.MatchId, course) ? family with { MatchId = null } : null, cancellation);
        if (referrals.Value is { } children)
        {
            await children.MoveAsync(
                course.ReferralId,
                course.RematchWished == true ? ReferralWords.Waiting : ReferralWords.Finished,
                null,
                referral => !IsOf(referral.MatchId, course) ? null : course.RematchWished == true ? ReferralReadiness.WaitsAgain(referral, Today, services.Organisation.HjemTilOs!.WaitingMonths) : referral with { MatchId = null, State = ReferralState.Finished },
                cancellation);
        }
    }

    /// <summary>A consent that was taken back on the year's page is taken back at the referral too: its holder is asked for both declarations anew before anything goes on. One given after that stays.</summary>
    public async Task TakenBackAsync(FamilyCourse course, CancellationToken cancellation = default)
    {
        if (course.ConsentTakenBack is not { } back || referrals.Value is not { } children)
            return;
        await children.MoveAsync(
            course.ReferralId,
            ReferralWords.ConsentWithdrawn,
            back.PersonId,
            referral => referral.State is ReferralState.Gathering or ReferralState.Ready && !ConsentRule.IsExempt(referral.Living)
                && referral.Guardians.FirstOrDefault(guardian => guardian.PersonId == back.PersonId) is { RefusedAt: null } guardian && guardian.HasConsented() && guardian.Consents.All(consent => consent.At < back.At)
                ? referral.With(guardian.TakenBack(back.At)) with { State = ReferralState.ConsentWithdrawn }
                : null,
            cancellation);
    }

    private DateOnly Today => WallTime.LocalDate(services.Now);

    private static bool IsOf(string? matchId, FamilyCourse course) => matchId is not null && FamilyMatch.CourseIdOf(matchId) == course.Id;

    /// <summary>Frees child and family of a match or course that is over, where they are still in it.</summary>
    public async Task FreeAsync(string referralId, string familyId, string matchId, CancellationToken cancellation)
    {
        if (referrals.Value is { } children)
            await children.MoveAsync(referralId, ReferralWords.Waiting, null, referral => referral.MatchId == matchId ? ReferralReadiness.WaitsAgain(referral, Today, ReferralReadiness.MonthsAfterNo) : null, cancellation);
        if (families.Value is { } homes)
            await homes.MoveAsync(familyId, FamilyWords.Free, null, family => family.MatchId == matchId ? family with { MatchId = null } : null, cancellation);
    }
}
