using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>What a match leaves elsewhere: the year that begins, or child and family free for the next proposal. May run any number of times.</summary>
/// <param name="services">Where courses, families and referrals are found when they are first needed: they need one another.</param>
public sealed class MatchOutcome(IServiceProvider services)
{
    /// <summary>Begins the year of a match that was made; frees both of one that came to nothing.</summary>
    public async Task SettleAsync(FamilyMatch match, CancellationToken cancellation = default)
    {
        if (match.IsOff)
        {
            await FreeAsync(match.ReferralId, match.FamilyId, match.Id, cancellation);
            return;
        }

        var courses = services.GetRequiredService<CaseBook<FamilyCourse>>();
        if (match.Agreement is not { } agreement || match.First?.HeldOn is not { } met || await courses.GetAsync(match.CourseId, cancellation) is not null)
            return;
        var tools = services.GetRequiredService<CaseServices>();
        var course = new FamilyCourse
        {
            Id = match.CourseId,
            DepartmentId = match.DepartmentId,
            PersonId = match.PersonId,
            Created = tools.Now,
            Parties = match.Parties,
            ReferralId = match.ReferralId,
            FamilyId = match.FamilyId,
            StartedOn = met,
            MunicipalityId = match.MunicipalityId,
            Agreements = [agreement],
        };
        await tools.Register.CommitAsync(courses.Insert(course, CourseWords.Started), cancellation); // a conflict means that it has begun before
    }

    /// <summary>A year is over: the family is free, and the child waits again where it wishes another family ("ønsker om genmatch", seed 004_bab00eb426d4101c); else its referral is finished.</summary>
    public async Task EndedAsync(FamilyCourse course, CancellationToken cancellation = default)
    {
        if (services.GetService<CaseBook<FriendFamily>>() is { } families)
            await families.MoveAsync(course.FamilyId, "match-over", null, family => IsOf(family.MatchId, course) ? family with { MatchId = null } : null, cancellation);
        if (services.GetService<CaseBook<Referral>>() is { } referrals)
        {
            await referrals.MoveAsync(
                course.ReferralId,
                "match-over",
                null,
                referral => !IsOf(referral.MatchId, course) ? null : course.RematchWished == true ? referral with { MatchId = null } : referral with { MatchId = null, State = ReferralState.Finished },
                cancellation);
        }
    }

    private static bool IsOf(string? matchId, FamilyCourse course) => matchId is not null && FamilyMatch.CourseIdOf(matchId) == course.Id;

    /// <summary>Frees child and family of a match or course that is over, where they are still in it.</summary>
    public async Task FreeAsync(string referralId, string familyId, string matchId, CancellationToken cancellation)
    {
        if (services.GetService<CaseBook<Referral>>() is { } referrals)
            await referrals.MoveAsync(referralId, "match-over", null, referral => referral.MatchId == matchId ? referral with { MatchId = null } : null, cancellation);
        if (services.GetService<CaseBook<FriendFamily>>() is { } families)
            await families.MoveAsync(familyId, "match-over", null, family => family.MatchId == matchId ? family with { MatchId = null } : null, cancellation);
    }
}
